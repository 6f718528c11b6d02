/** Dots in terminal cells, two across and four down in each. */
export type BrailleCanvas = {
	/** Coordinates in dots, from the top left; what lies outside is not drawn. */
	readonly line: (fromX: number, fromY: number, toX: number, toY: number) => void;
	/** The glyph of a cell, or `undefined` where it has no dots. */
	readonly glyph: (column: number, row: number) => string | undefined;
};

const dotBits = [
	[0x01, 0x08],
	[0x02, 0x10],
	[0x04, 0x20],
	[0x40, 0x80],
];

export function createBrailleCanvas(columns: number, rows: number): BrailleCanvas {
	const cells = new Uint8Array(columns * rows);
	const dot = (x: number, y: number) => {
		if (x >= 0 && y >= 0 && x < columns * 2 && y < rows * 4) {
			const cell = (y >> 2) * columns + (x >> 1);
			cells[cell] = cells[cell]! | dotBits[y & 3]![x & 1]!;
		}
	};
	return {
		line(fromX, fromY, toX, toY) {
			const steps = Math.max(1, Math.abs(toX - fromX), Math.abs(toY - fromY));
			for (let step = 0; step <= steps; step++) {
				const share = step / steps;
				dot(Math.round(fromX + (toX - fromX) * share), Math.round(fromY + (toY - fromY) * share));
			}
		},
		glyph(column, row) {
			const bits = cells[row * columns + column]!;
			return bits === 0 ? undefined : String.fromCharCode(0x2800 + bits);
		},
	};
}
