/** How many rows the lists of a dashboard have, so that a panel is not taller than what it shows. */
export type RowCounts = {
	/** Categories, or what stands in their place. */
	readonly groups: number;
	readonly regions: number;
	readonly goals: number;
	readonly stock: number;
	readonly rejectedReasons: number;
};

export type PanelHeight = {
	/** With less it is left out. */
	readonly least: number;
	/** With this it shows what it has. */
	readonly wanted: (counts: RowCounts) => number;
	/** Whether more than wanted is of use. */
	readonly grows?: boolean;
};

export const fixed = (least: number, wanted: number): PanelHeight => ({least, wanted: () => wanted});

export const growing = (least: number, wanted: number): PanelHeight => ({
	...fixed(least, wanted),
	grows: true,
});

export const rowsOf = (count: keyof RowCounts, least: number): PanelHeight => ({
	least,
	// A border above and below, and an axis or a head.
	wanted: counts => Math.max(least, Math.min(24, counts[count] + 3)),
});
