import stringWidth from 'string-width';
import {escapeCharacter} from '../escape-character.ts';
import {isSimple} from '../fit.ts';
import {type CellStyle, plainStyle, styleAfter} from './style.ts';

/** One cell of a screen. The second cell of a wide character holds an empty text. */
export type Cell = {readonly text: string; readonly style: CellStyle};

export type Cells = readonly (readonly Cell[])[];

export const blankCell: Cell = {text: ' ', style: plainStyle};

// Text up to the next escape sequence, a change of style, or another sequence, which draws nothing.
const piece = new RegExp(
	String.raw`[^${escapeCharacter}]+|${escapeCharacter}\[([\d;]*)m|${escapeCharacter}(?:\[[?\d;]*[A-Za-z]|[^[])?`,
	'g',
);

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The cells that a terminal would show for a line of painted text. */
export function styledCells(line: string): readonly Cell[] {
	const cells: Cell[] = [];
	let style = plainStyle;
	for (const [whole, parameters] of line.matchAll(piece)) {
		if (parameters !== undefined) {
			style = styleAfter(style, parameters);
		} else if (isSimple(whole)) {
			for (let index = 0; index < whole.length; index++) {
				cells.push({text: whole[index]!, style});
			}
		} else if (!whole.startsWith(escapeCharacter)) {
			pushSegments(cells, whole, style);
		}
	}
	return cells;
}

function pushSegments(cells: Cell[], text: string, style: CellStyle): void {
	for (const {segment} of segmenter.segment(text)) {
		const width = stringWidth(segment);
		if (width > 0) {
			cells.push({text: segment, style});
		}
		if (width === 2) {
			cells.push({text: '', style});
		}
	}
}

export function sameCell(a: Cell = blankCell, b: Cell = blankCell): boolean {
	return a === b || (a.text === b.text && a.style === b.style);
}

/** How many cells come before the blanks at the end of a line. */
export function textEnd(row: readonly Cell[]): number {
	let end = row.length;
	while (end > 0 && sameCell(row[end - 1], blankCell)) {
		end--;
	}
	return end;
}
