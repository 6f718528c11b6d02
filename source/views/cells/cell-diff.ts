import {type CellStyle, plainStyle, transition} from './style.ts';
import {type Cell, type Cells, sameCell, textEnd} from './styled-cells.ts';

/** Cells between two changes that are cheaper to send again than to jump over. */
const worthResending = 3;

/** Blank cells at the end of a line that are cheaper to erase than to send. */
const worthErasing = 4;

/**
 * What turns one screen into another with few bytes: of each line only the cells that differ, with
 * the shortest moves and changes of style between them. It begins and ends in the plain style.
 *
 * @param shown what the terminal shows; a line that is not there is blank
 */
export function cellDiff(shown: Cells, wanted: Cells): string {
	let output = '';
	let style: CellStyle = plainStyle;
	// Where the terminal's cursor is, as far as is known.
	let cursorX = 0;
	let cursorY = -1;

	const paint = (next: CellStyle) => {
		output += transition(style, next);
		style = next;
	};
	const moveTo = (x: number, y: number) => {
		if (y === cursorY && x > cursorX) {
			const steps = x - cursorX;
			output += steps === 1 ? '\u001B[C' : `\u001B[${steps}C`;
		} else if (y !== cursorY || x !== cursorX) {
			output += x === 0 ? `\u001B[${y + 1}H` : `\u001B[${y + 1};${x + 1}H`;
		}
		cursorX = x;
		cursorY = y;
	};

	for (const [y, row] of wanted.entries()) {
		const before = shown[y] ?? [];
		if (before === row) {
			continue;
		}
		const end = textEnd(row);
		const erased = textEnd(before) - end >= worthErasing;
		const limit = erased ? end : row.length;
		for (let x = 0; x < limit; x++) {
			if (sameCell(before[x], row[x]) && (!isWide(row, x) || sameCell(before[x + 1], row[x + 1]))) {
				continue;
			}
			// Whatever of a wide character has changed, it is sent from its first cell on.
			const changed = row[x]!.text === '' && x > 0 ? x - 1 : x;
			const start = resendFrom(row, changed, cursorX, y === cursorY);
			moveTo(start, y);
			if (isComposed(row, changed)) {
				// Where it is narrow, what stood in its second cell would stay.
				paint(row[changed]!.style);
				output += '  ';
				cursorY = -1;
				moveTo(start, y);
			}
			for (const {text, style: next} of row.slice(start, changed + 1)) {
				paint(next);
				output += text;
			}
			x = isWide(row, changed) ? changed + 1 : changed;
			// Terminals do not agree on how wide such characters are: the place is found anew.
			if (isWide(row, changed) || row[changed]!.text.length > 1) {
				cursorY = -1;
			}
			cursorX = x + 1;
		}
		if (erased) {
			moveTo(end, y);
			paint(plainStyle);
			output += '\u001B[K';
		}
	}
	paint(plainStyle);
	return output;
}

/** Begins a little earlier where sending unchanged cells of one style is shorter than a jump. */
function resendFrom(row: readonly Cell[], x: number, cursorX: number, isSameLine: boolean): number {
	const gap = x - cursorX;
	if (!isSameLine || gap <= 0 || gap > worthResending) {
		return x;
	}
	const between = row.slice(cursorX, x + 1);
	const isCheap = between.every(
		({text, style}) => style === between[0]!.style && text.length === 1 && text < '\u007F',
	);
	return isCheap ? cursorX : x;
}

/** A wide character of several parts, such as an emoji with a variation selector. */
function isComposed(row: readonly Cell[], x: number): boolean {
	return isWide(row, x) && row[x]!.text.length > 1;
}

function isWide(row: readonly Cell[], x: number): boolean {
	return row[x + 1]?.text === '';
}
