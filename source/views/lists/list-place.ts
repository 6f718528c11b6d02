/**
 * Where the cursor stands in a list. It belongs to a row, not to a number: what a refresh puts above
 * the row moves neither the cursor to another row nor, once the list is scrolled, the row on the screen.
 */
export type ListPlace = {
	/** Of the row under the cursor. */
	readonly id: string;
	/** Where that row stood when the cursor came to it: where to stand when it is gone. */
	readonly index: number;
	/** Which of the rows shown it was then, 0 for the first. */
	readonly line: number;
};

/** The rows of a list as far as the cursor must know them. */
export type ListedRows = {
	/** Of the rows at hand, in the order shown. */
	readonly ids: readonly string[];
	/** Where the first of them stands in the whole list; 0 unless it is read in parts. */
	readonly first: number;
	/** How long the whole list is. */
	readonly total: number;
};

/** Which rows at hand are shown, counted from the first at hand. */
export type Scrolled = {readonly top: number; readonly cursor: number};

/** @param lines how many rows there is room for */
export function scrolledTo({ids, first}: ListedRows, place: ListPlace | undefined, lines: number): Scrolled {
	const last = Math.max(0, ids.length - 1);
	if (!place) {
		return {top: 0, cursor: 0};
	}
	const found = ids.indexOf(place.id);
	const cursor = found >= 0 ? found : Math.min(last, Math.max(0, place.index - first));
	// A list that is not scrolled stays so until the row would leave the panel.
	const wasAtTop = place.index === place.line;
	const line = Math.min(wasAtTop ? first + cursor : place.line, Math.max(0, lines - 1));
	const lastTop = Math.max(0, ids.length - Math.max(1, lines));
	return {top: Math.min(lastTop, Math.max(0, cursor - line)), cursor};
}

/** The place some rows further down, or up where `by` is negative; it stops at the ends of what is at hand. */
export function movedBy(
	rows: ListedRows,
	place: ListPlace | undefined,
	by: number,
	lines: number,
): ListPlace | undefined {
	const {top, cursor} = scrolledTo(rows, place, lines);
	const next = Math.min(rows.ids.length - 1, Math.max(0, cursor + by));
	const id = rows.ids[next];
	if (id === undefined) {
		return undefined;
	}
	const line = Math.min(Math.max(0, lines - 1), Math.max(0, next - top));
	return {id, index: rows.first + next, line};
}
