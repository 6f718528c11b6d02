/**
 * What a row is to the rows before it. `suspect`: it may be the header of another table, which the
 * row after it tells; `confirms`: it is a row, and the suspect before it was a header.
 */
export type Fit = 'header' | 'row' | 'ragged' | 'suspect' | 'confirms';

export type HeaderWatch = {
	/**
	 * Judges one row. Of cells beyond the width of the header the empty ones are dropped.
	 *
	 * @param isApart whether a blank row lies between it and the row before
	 */
	readonly fit: (cells: string[], isApart: boolean) => Fit;
	/** Whether a suspect is a row of the table above it, should it be no header. */
	readonly isRow: (cells: readonly string[]) => boolean;
	/** The names that the latest header gives. */
	readonly header: () => readonly string[];
};

/**
 * Knows how wide the rows of a table are, which its header decides, and notices where another table
 * begins below it: at the same header once more, or at a row of names that does not belong to the
 * table (it has another width, or stands apart) and is followed by a row of values as wide as it, or has its names
 * in another order.
 */
export function createHeaderWatch(): HeaderWatch {
	let header: readonly string[] | undefined;
	let isHeaderTitle = false;
	let suspected: readonly string[] | undefined;

	const begin = (cells: readonly string[]) => {
		header = cells.map(cell => cell.trim());
		isHeaderTitle = isTitle(header);
		suspected = undefined;
	};

	const confirms = (cells: string[], names: readonly string[]): boolean => {
		if (!fitInto(cells, names.length) || !cells.some(isValue)) {
			return false;
		}
		begin(names);
		return true;
	};

	return {
		isRow: cells => cells.length === header?.length,
		header: () => header ?? [],
		fit(cells, isApart) {
			if (header === undefined) {
				begin(cells);
				return 'header';
			}
			if (suspected !== undefined) {
				const names = suspected;
				suspected = undefined;
				if (confirms(cells, names)) {
					return 'confirms';
				}
			}
			const fits = fitInto(cells, header.length);
			if (isHeaderTitle && isHeaderBelow(cells, header)) {
				begin(cells);
				return 'header';
			}
			if (fits && cells[0] === header[0] && cells.every((cell, place) => cell.trim() === header![place])) {
				return 'header';
			}
			if (fits && isReordered(cells, header)) {
				begin(cells);
				return 'header';
			}
			if (!fits || isApart) {
				const names = withoutEmptyEnd(cells);
				if (areNames(names)) {
					suspected = names;
					return 'suspect';
				}
			}
			return fits ? 'row' : 'ragged';
		},
	};
}

/** Whether a row has the names of a header in another order. */
function isReordered(cells: readonly string[], header: readonly string[]): boolean {
	// Asked of every row, so most must be told by their first cell.
	if (header.length <= 2 || !header.includes(cells[0]!.trim())) {
		return false;
	}
	const names = new Set(header);
	return (
		names.size === header.length &&
		new Set(cells.map(cell => cell.trim())).size === names.size &&
		cells.every(cell => names.has(cell.trim()))
	);
}

function fitInto(cells: string[], width: number): boolean {
	while (cells.length > width && cells.at(-1)!.trim() === '') {
		cells.pop();
	}
	return cells.length === width;
}

/** A spreadsheet fills up the line of a title with empty values. */
export function isTitle(cells: readonly string[]): boolean {
	return cells.length > 2 && filledIn(cells).length * 2 <= cells.length;
}

/** Names, and more of them than the title has words. */
function isHeaderBelow(cells: readonly string[], title: readonly string[]): boolean {
	const names = filledIn(cells);
	return names.length > 2 && names.length > filledIn(title).length && areNames(names);
}

function filledIn(cells: readonly string[]): readonly string[] {
	return cells.filter(cell => cell.trim() !== '');
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
	const last = cells.findLastIndex(cell => cell.trim() !== '');
	return cells.slice(0, last + 1);
}

const longestName = 60;

function areNames(cells: readonly string[]): boolean {
	return (
		cells.length > 1 &&
		cells.every(cell => cell.length <= longestName && /^\s*[\p{L}_#][^\n\r]*$/u.test(cell)) &&
		new Set(cells).size === cells.length
	);
}

/** A number, a date, or an amount: what a name never is. */
function isValue(cell: string): boolean {
	return /^[\s\p{Sc}(+-]*\d/u.test(cell);
}
