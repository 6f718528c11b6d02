import {blankCell, type Cell, type Cells, styledCells} from './styled-cells.ts';

/** Where something begins, in columns and lines counted from 0. */
export type Place = {readonly left: number; readonly top: number};

/** A part of a frame that is drawn by itself. */
export type Region = {
	/** Lines of painted text, in place of those that it showed before. */
	readonly draw: (place: Place, lines: readonly string[]) => void;
	readonly remove: () => void;
};

export type CellCanvas = {
	/** A new region: it stands above those that were drawn first before it. */
	readonly region: () => Region;
	/** Whether a region has changed since the last frame. */
	readonly isChanged: () => boolean;
	/** What the regions need together. */
	readonly extent: () => {readonly columns: number; readonly rows: number};
	/** All regions put together. What lies outside the size is left out. */
	readonly frame: (columns: number, rows: number) => Cells;
};

type Drawn = Place & {
	readonly cellsOf: ReadonlyMap<string, readonly Cell[]>;
	readonly lines: readonly string[];
};

/** A frame of regions. Of a region that is drawn anew only the lines that it did not show yet are read. */
export function createCellCanvas(): CellCanvas {
	const drawn = new Map<Region, Drawn>();
	let isChanged = false;

	return {
		region() {
			const region: Region = {
				draw({left, top}, lines) {
					const before = drawn.get(region);
					if (before?.left === left && before.top === top && isSame(before.lines, lines)) {
						return;
					}
					const cellsOf = new Map(lines.map(line => [line, before?.cellsOf.get(line) ?? styledCells(line)]));
					drawn.set(region, {left, top, lines, cellsOf});
					isChanged = true;
				},
				remove() {
					isChanged = drawn.delete(region) || isChanged;
				},
			};
			return region;
		},
		isChanged: () => isChanged,
		extent() {
			let [columns, rows] = [0, 0];
			for (const {left, top, lines, cellsOf} of drawn.values()) {
				rows = Math.max(rows, top + lines.length);
				columns = Math.max(columns, ...[...cellsOf.values()].map(cells => left + cells.length));
			}
			return {columns, rows};
		},
		frame(columns, rows) {
			isChanged = false;
			const frame = Array.from({length: rows}, () => new Array<Cell>(columns).fill(blankCell));
			for (const {left, top, lines, cellsOf} of drawn.values()) {
				for (const [index, line] of lines.entries()) {
					const row = frame[top + index];
					if (row) {
						putCells(row, left, cellsOf.get(line)!);
					}
				}
			}
			return frame;
		},
	};
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((line, index) => line === other[index]);
}

function putCells(row: Cell[], left: number, cells: readonly Cell[]): void {
	const count = Math.min(cells.length, row.length - left);
	for (let index = 0; index < count; index++) {
		row[left + index] = cells[index]!;
	}
	// The first half of a wide character alone would reach out of the frame.
	if (count > 0 && cells[count]?.text === '') {
		row[left + count - 1] = blankCell;
	}
}
