/** The characters that the screen is drawn with. */
export type Glyphs = {
	readonly ellipsis: string;
	/** After what is still going on. */
	readonly dots: string;
	/** Before the state word. */
	readonly dot: string;
	readonly up: string;
	readonly down: string;
	readonly arrow: string;
	/** Between the names of the pages that lead to the open one. */
	readonly into: string;
	/** Before the row under the cursor. */
	readonly cursor: string;
	/** How a list is sorted: largest first, or smallest first. */
	readonly descending: string;
	readonly ascending: string;
	readonly times: string;
	readonly plusMinus: string;
	readonly separator: string;
	readonly dash: string;
	/** In the place of a digit that is not to be read. */
	readonly mask: string;
	readonly border: {
		readonly topLeft: string;
		readonly topRight: string;
		readonly bottomLeft: string;
		readonly bottomRight: string;
		readonly horizontal: string;
		readonly vertical: string;
	};
	/** Around the panel that has the cursor. */
	readonly heavyBorder: Glyphs['border'];
	/** A cell filled from the left, by eighths or coarser; the last is full. */
	readonly barSteps: readonly string[];
	/** A cell filled from below, from nearly nothing to full. */
	readonly sparkSteps: readonly string[];
	/** A cell of a heat map that nothing was sold in. */
	readonly nothing: string;
	/** From little to much, for where there are no colours. */
	readonly shades: readonly string[];
	/** Tells the parts of a stacked bar apart where there are no colours. */
	readonly fills: readonly string[];
	/** Behind a forecast where there are no colours to fill with. */
	readonly band: string;
	/** Beside a chart: with a value at it, and without. */
	readonly axisMark: string;
	readonly axis: string;
	/** In the order that asciichart wants. */
	readonly line: readonly string[];
	/** Whether braille dots can draw finer lines. */
	readonly hasBraille: boolean;
};

export type GlyphSet = 'unicode' | 'ascii';

export const glyphSets: Readonly<Record<GlyphSet, Glyphs>> = {
	unicode: {
		ellipsis: '…',
		dots: '…',
		dot: '●',
		up: '▲',
		down: '▼',
		arrow: '→',
		into: '›',
		cursor: '▸',
		descending: '▾',
		ascending: '▴',
		times: '×',
		plusMinus: '±',
		separator: '·',
		dash: '–',
		mask: '•',
		border: {
			topLeft: '╭',
			topRight: '╮',
			bottomLeft: '╰',
			bottomRight: '╯',
			horizontal: '─',
			vertical: '│',
		},
		heavyBorder: {
			topLeft: '┏',
			topRight: '┓',
			bottomLeft: '┗',
			bottomRight: '┛',
			horizontal: '━',
			vertical: '┃',
		},
		barSteps: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
		sparkSteps: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
		nothing: '·',
		shades: ['░', '▒', '▓', '█'],
		fills: ['█', '▒', '▓', '░'],
		band: '░',
		axisMark: '┤',
		axis: '│',
		line: ['┼', '┤', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'],
		hasBraille: true,
	},
	ascii: {
		ellipsis: '~',
		dots: '...',
		dot: '*',
		up: '+',
		down: '-',
		arrow: '->',
		into: '>',
		cursor: '>',
		descending: 'v',
		ascending: '^',
		times: 'x',
		plusMinus: '+/-',
		separator: '|',
		dash: '-',
		mask: '*',
		border: {
			topLeft: '+',
			topRight: '+',
			bottomLeft: '+',
			bottomRight: '+',
			horizontal: '-',
			vertical: '|',
		},
		heavyBorder: {
			topLeft: '#',
			topRight: '#',
			bottomLeft: '#',
			bottomRight: '#',
			horizontal: '=',
			vertical: '#',
		},
		barSteps: ['#'],
		sparkSteps: ['_', '.', '-', '=', '+', '*', '%', '#'],
		nothing: ' ',
		shades: ['.', ':', '-', '=', '+', '*', '#', '@'],
		fills: ['#', '=', '%', '.'],
		band: ':',
		axisMark: '+',
		axis: '|',
		line: ['+', '|', '-', '-', '-', "'", '.', '.', "'", '|'],
		hasBraille: false,
	},
};
