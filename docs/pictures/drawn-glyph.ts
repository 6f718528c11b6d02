/** A character cell in the units of the picture; text stands on its baseline, so far below its top. */
export const cell = {width: 10, height: 20, baseline: 15} as const;

/** Which sides a line of the box drawing characters reaches: north, east, south, west. */
const boxes: Readonly<Record<string, string>> = {
	'│': 'ns',
	'╭': 'es',
	'╮': 'sw',
	'╰': 'ne',
	'╯': 'nw',
	'┌': 'es',
	'┐': 'sw',
	'└': 'ne',
	'┘': 'nw',
	'├': 'nes',
	'┤': 'nsw',
	'┬': 'esw',
	'┴': 'new',
	'┼': 'nesw',
	'┃': 'NS',
	'┏': 'ES',
	'┓': 'SW',
	'┗': 'NE',
	'┛': 'NW',
};

/** The quarters of U+2596 to U+259F, as bits: upper left 1, upper right 2, lower left 4, lower right 8. */
const quarters = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14];

/** The bits of a braille character, in the order of its code: column and row of each dot. */
const brailleDots = [
	[0, 0],
	[0, 1],
	[0, 2],
	[1, 0],
	[1, 1],
	[1, 2],
	[0, 3],
	[1, 3],
] as const;

/**
 * Lines, blocks and braille as a path to be filled. They must meet at the edges of their cells, which
 * in text depends on the font of whoever looks.
 *
 * @param column of the cell
 * @param count how often it stands there side by side; more than once only if `isLevel`
 * @returns nothing for a character that is text
 */
export function drawnGlyph(character: string, column: number, count = 1): string | undefined {
	const left = column * cell.width;
	const width = count * cell.width;
	const code = character.codePointAt(0)!;
	if (character === '─' || character === '━') {
		const thickness = character === '━' ? 3 : 1.5;
		return rectangle(left, (cell.height - thickness) / 2, width, thickness);
	}
	const sides = boxes[character];
	if (sides !== undefined) {
		return [...sides].map(side => boxSide(side, left)).join('');
	}
	if (code >= 0x2801 && code <= 0x28ff) {
		return brailleDots
			.filter((_, bit) => (code - 0x2800) & (1 << bit))
			.map(([x, y]) => rectangle(left + 1 + x * 5, 1 + y * 5, 3, 3))
			.join('');
	}
	if (code === 0x2580) {
		return rectangle(left, 0, width, cell.height / 2);
	}
	if (code >= 0x2581 && code <= 0x2588) {
		const height = ((code - 0x2580) * cell.height) / 8;
		return rectangle(left, cell.height - height, width, height);
	}
	if (code >= 0x2589 && code <= 0x258f) {
		return rectangle(left, 0, ((0x2590 - code) * cell.width) / 8, cell.height);
	}
	if (code === 0x2590) {
		return rectangle(left + cell.width / 2, 0, cell.width / 2, cell.height);
	}
	const corners = code >= 0x2596 ? quarters[code - 0x2596] : undefined;
	if (corners !== undefined) {
		return [0, 1, 2, 3]
			.filter(bit => corners & (1 << bit))
			.map(bit => rectangle(left + (bit % 2) * 5, Math.floor(bit / 2) * 10, 5, 10))
			.join('');
	}
	return undefined;
}

/** Whether the character looks the same all across its cell, so that several are one rectangle. */
export function isLevel(character: string): boolean {
	return /[─━\u2580-\u2588]/.test(character);
}

/** A piece of a path that is filled, which closes it. @param top below the top of the cell; in the path it is relative to the baseline */
export function rectangle(left: number, top: number, width: number, height: number): string {
	const y = round(top - cell.baseline);
	return `M${round(left)}${y < 0 ? '' : ' '}${y}h${round(width)}v${round(height)}h${round(-width)}`;
}

/** A line from the middle of the cell to one of its sides; thick for a capital letter. */
function boxSide(side: string, left: number): string {
	const thickness = side === side.toUpperCase() ? 3 : 1.5;
	const half = thickness / 2;
	const [middle, center] = [left + cell.width / 2, cell.height / 2];
	switch (side.toLowerCase()) {
		case 'n':
			return rectangle(middle - half, 0, thickness, center + half);
		case 's':
			return rectangle(middle - half, center - half, thickness, center + half);
		case 'e':
			return rectangle(middle - half, center - half, cell.width / 2 + half, thickness);
		default:
			return rectangle(left, center - half, cell.width / 2 + half, thickness);
	}
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
