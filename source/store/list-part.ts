/** A part of a long list, read around one of its rows. */
export type ListPart<Row> = {
	readonly rows: readonly Row[];
	/** How many rows of the whole list come before the first of these. */
	readonly first: number;
	/** How long the whole list is. */
	readonly total: number;
};

/** How many rows are read on each side of the one that is asked about. */
export const rowsEachSide = 150;
