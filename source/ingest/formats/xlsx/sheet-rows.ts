import {dateOfSerial, numberText} from './cell-text.ts';
import type {Sheet, Workbook} from './open-workbook.ts';
import {xmlPieces} from './read-xml.ts';

export type SheetRow = {
	/** As the sheet counts it, from 1. */
	readonly number: number;
	/** Without what is empty at the end. */
	readonly cells: string[];
};

/** Columns of a sheet at most. */
const mostColumns = 16_384;

/** The rows of a sheet that hold anything, in order, some at a time. */
export async function* sheetRows(workbook: Workbook, {entry}: Sheet): AsyncGenerator<readonly SheetRow[]> {
	let rows: SheetRow[] = [];
	let number = 0;
	let cells: string[] = [];
	let column = -1;
	let type = '';
	let style = 0;
	let content = '';
	let isContent = false;

	const pieces = xmlPieces(await workbook.open(entry), {
		open(tag, {r: place, t, s}) {
			switch (tag) {
				case 'row':
					number = place === undefined ? number + 1 : Number(place);
					cells = [];
					column = -1;
					break;
				case 'c':
					column = place === undefined ? column + 1 : columnOf(place);
					type = t ?? 'n';
					style = s === undefined ? 0 : Number(s);
					content = '';
					break;
				case 'v':
				case 't':
					isContent = true;
					break;
			}
		},
		text(text) {
			if (isContent) {
				content += text;
			}
		},
		close(tag) {
			isContent = false;
			if (tag === 'c' && content !== '' && column < mostColumns) {
				while (cells.length < column) {
					cells.push('');
				}
				cells[column] = cellText(workbook, type, style, content);
			} else if (tag === 'row' && cells.some(cell => cell.trim() !== '')) {
				rows.push({number, cells});
			}
		},
	});
	for await (const _ of pieces) {
		if (rows.length > 0) {
			yield rows;
			rows = [];
		}
	}
}

function cellText(
	{sharedTexts, isDateStyle, isFrom1904}: Workbook,
	type: string,
	style: number,
	content: string,
): string {
	switch (type) {
		case 's':
			return sharedTexts[Number(content)] ?? '';
		case 'b':
			return content === '1' ? 'TRUE' : 'FALSE';
		case 'n':
			return (
				(isDateStyle[style] ? dateOfSerial(Number(content), isFrom1904) : undefined) ?? numberText(content)
			);
		default:
			return content;
	}
}

/** `C7` is column 2. */
function columnOf(place: string): number {
	let column = 0;
	for (let at = 0; at < place.length; at++) {
		const letter = place.charCodeAt(at) & ~32;
		if (letter < 65 || letter > 90) {
			break;
		}
		column = column * 26 + letter - 64;
	}
	return column - 1;
}
