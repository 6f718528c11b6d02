import stringWidth from 'string-width';
import {type CellStyle, plainStyle, styleAfter} from './style.ts';

/** One cell of a screen. The second cell of a wide character holds an empty text. */
export type Cell = {readonly text: string; readonly style: CellStyle};

export const blankCell: Cell = {text: ' ', style: plainStyle};

/** What a terminal would show after what was written, as far as Ink writes it. */
export type CellGrid = {
	readonly rows: readonly (readonly Cell[])[];
	/**
	 * Takes what is meant for the terminal.
	 *
	 * @returns the sequences among it that do not draw, such as those that hide the cursor
	 */
	readonly write: (chunk: string) => string;
	/** Whether the screen was wiped or changed for another since the last time this was asked. */
	readonly takeReset: () => boolean;
	readonly resize: (columns: number, rows: number) => void;
};

// Text up to the next control, a control character, or an escape sequence with its parameters and its end.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is written to with.
const piece = /[^\u001B\n\r]+|\n|\r|\u001B\[([?\d;]*)([A-Za-z])|\u001B[^[]/g;

/** Characters of one cell each that never join with a neighbour: no need to segment such text. */
const simpleText =
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u20A0-\u20BF\u2190-\u2199\u2500-\u25FC\u2800-\u28FF]*$/;

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

const alternateScreen = '?1049';

export function createCellGrid(initialColumns: number, initialRows: number): CellGrid {
	let columns = initialColumns;
	let rows: Cell[][] = [];
	let x = 0;
	let y = 0;
	let style = plainStyle;
	let isReset = true;

	const wipe = (height: number) => {
		rows = Array.from({length: height}, () => new Array<Cell>(columns).fill(blankCell));
		x = 0;
		y = 0;
		isReset = true;
	};
	wipe(initialRows);

	const put = (text: string, width: number) => {
		const row = rows[y];
		if (row && x + width <= columns) {
			row[x] = {text, style};
			if (width === 2) {
				row[x + 1] = {text: '', style};
			}
		}
		x += width;
	};
	const print = (text: string) => {
		if (simpleText.test(text)) {
			for (const character of text) {
				put(character, 1);
			}
			return;
		}
		for (const {segment} of segmenter.segment(text)) {
			const width = stringWidth(segment);
			if (width > 0) {
				put(segment, width);
			}
		}
	};
	const eraseRow = (from: number) => {
		rows[y]?.fill(blankCell, from);
	};

	/** @returns whether the sequence is about drawing, and so done with */
	const obey = (parameters: string, final: string): boolean => {
		const count = Number(parameters || 1);
		switch (final) {
			case 'm':
				style = styleAfter(style, parameters);
				return true;
			case 'A':
				y = Math.max(0, y - count);
				return true;
			case 'B':
				y += count;
				return true;
			case 'C':
				x += count;
				return true;
			case 'D':
				x = Math.max(0, x - count);
				return true;
			case 'E':
				y += count;
				x = 0;
				return true;
			case 'F':
				y = Math.max(0, y - count);
				x = 0;
				return true;
			case 'G':
				x = count - 1;
				return true;
			case 'H': {
				const [row = 1, column = 1] = parameters.split(';').map(text => Number(text || 1));
				y = row - 1;
				x = column - 1;
				return true;
			}
			case 'K':
				eraseRow(parameters === '2' ? 0 : x);
				return true;
			case 'J':
				if (parameters === '2') {
					wipe(rows.length);
					return false;
				}
				eraseRow(x);
				for (const row of rows.slice(y + 1)) {
					row.fill(blankCell);
				}
				return true;
			case 'h':
				if (parameters === alternateScreen) {
					wipe(rows.length);
				}
				return parameters === '?2026';
			case 'l':
				return parameters === '?2026';
			default:
				return false;
		}
	};

	return {
		get rows() {
			return rows;
		},
		write(chunk) {
			let passed = '';
			for (const [whole, parameters, final] of chunk.matchAll(piece)) {
				if (whole === '\n') {
					y++;
					x = 0;
				} else if (whole === '\r') {
					x = 0;
				} else if (final !== undefined) {
					if (!obey(parameters ?? '', final)) {
						passed += whole;
					}
				} else if (whole.startsWith('\u001B')) {
					passed += whole;
				} else {
					print(whole);
				}
			}
			return passed;
		},
		takeReset() {
			const was = isReset;
			isReset = false;
			return was;
		},
		resize(newColumns, newRows) {
			columns = newColumns;
			wipe(newRows);
		},
	};
}
