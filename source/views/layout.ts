import {type PagePanelName, pageArrangements} from './pages/page-arrangements.ts';
import {viewArrangements} from './view-arrangements.ts';
import type {ViewName} from './view-names.ts';

export type PanelName = ViewPanelName | PagePanelName;

/** Panels of views. */
export type ViewPanelName =
	| 'kpis'
	| 'mainHeatmap'
	| 'mainGroups'
	| 'categoryHours'
	| 'categoryRegions'
	| 'regionHours'
	| 'categoryCounts'
	| 'categoryShares'
	| 'regions'
	| 'revenueArea'
	| 'revenueLine'
	| 'comparison'
	| 'comingDays'
	| 'goals'
	| 'forecastScore'
	| 'insights'
	| 'topCustomers'
	| 'topCustomersWithTiers'
	| 'tiers'
	| 'tierMoves'
	| 'customersAtRisk'
	| 'customerNews'
	| 'topProducts'
	| 'stock'
	| 'lowStock'
	| 'reorder'
	| 'deadStock'
	| 'recommendations'
	| 'tape'
	| 'fullTape'
	| 'vitals'
	| 'imports'
	| 'rejected';

/** How many rows the lists of a dashboard have, so that a panel is not taller than what it shows. */
export type RowCounts = {
	/** Categories, or what stands in their place. */
	readonly groups: number;
	readonly regions: number;
	readonly goals: number;
	readonly stock: number;
	readonly rejectedReasons: number;
};

type PanelHeight = {
	/** With less it is left out. */
	readonly least: number;
	/** With this it shows what it has. */
	readonly wanted: (counts: RowCounts) => number;
	/** Whether more than wanted is of use. */
	readonly grows?: boolean;
};

const lines = (count: number) => () => count;
const list = (least: number, wanted: number): PanelHeight => ({least, wanted: lines(wanted), grows: true});
const rowsOf = (pick: (counts: RowCounts) => number, least: number): PanelHeight => ({
	least,
	// A border above and below, and an axis or a head.
	wanted: counts => Math.max(least, Math.min(24, pick(counts) + 3)),
});

const panelHeights: Readonly<Record<PanelName, PanelHeight>> = {
	kpis: {least: 1, wanted: lines(4)},
	mainHeatmap: rowsOf(counts => counts.groups, 6),
	mainGroups: rowsOf(counts => counts.groups, 6),
	categoryHours: rowsOf(counts => counts.groups, 7),
	categoryRegions: rowsOf(counts => counts.groups, 7),
	regionHours: rowsOf(counts => counts.regions, 7),
	categoryCounts: rowsOf(counts => counts.groups, 7),
	categoryShares: rowsOf(counts => counts.groups, 7),
	regions: rowsOf(counts => counts.regions, 7),
	revenueArea: {least: 6, wanted: lines(13), grows: true},
	revenueLine: {least: 7, wanted: lines(14), grows: true},
	comparison: {least: 9, wanted: lines(11)},
	comingDays: {least: 6, wanted: lines(10)},
	goals: {least: 3, wanted: counts => counts.goals + 2},
	forecastScore: list(6, 11),
	insights: list(4, 9),
	topCustomers: list(5, 18),
	topCustomersWithTiers: list(5, 11),
	tiers: {least: 7, wanted: lines(9)},
	tierMoves: {least: 7, wanted: lines(8)},
	customersAtRisk: list(5, 10),
	customerNews: list(5, 8),
	topProducts: list(7, 12),
	stock: rowsOf(counts => counts.stock, 7),
	lowStock: list(7, 12),
	reorder: list(5, 14),
	deadStock: list(4, 7),
	recommendations: list(5, 14),
	tape: {least: 1, wanted: lines(4)},
	fullTape: list(3, 40),
	pageFacts: {least: 5, wanted: lines(7)},
	pageTrend: {least: 6, wanted: lines(9)},
	pageProducts: list(5, 40),
	pageCustomers: list(5, 40),
	pageStores: list(5, 9),
	pageRegions: {least: 5, wanted: lines(9)},
	pageCategories: {least: 5, wanted: lines(11)},
	pageSales: list(5, 18),
	pageBuyers: list(5, 20),
	pageBesides: list(5, 12),
	pageCompanions: list(5, 12),
	pageOffers: list(5, 10),
	pageOrders: list(5, 18),
	pageBought: {least: 5, wanted: lines(9)},
	pageLines: list(4, 40),
	vitals: {least: 5, wanted: lines(7)},
	imports: list(4, 20),
	rejected: rowsOf(counts => counts.rejectedReasons, 6),
	pageEffects: {least: 5, wanted: lines(8)},
	pageEffectsByCategory: list(4, 12),
	pageEffectsByRegion: list(4, 12),
	pageEffectsByCustomers: {least: 4, wanted: lines(6)},
};

/** A panel in a band: how few columns it makes sense in, and its share of those left over. */
export type Slot = {readonly panel: PanelName; readonly least: number; readonly weight: number};

/** Panels beside each other. The last ones are left out where the band is too narrow. */
export type Band = {
	readonly slots: readonly Slot[];
	/** Bands are taken by rank, 1 first, as long as they fit. */
	readonly rank: number;
	/** Fewer lines than this are too few, whatever its panels make of them. */
	readonly least?: number;
	/** Only where everything taken before has all the lines it wants. */
	readonly isExtra?: boolean;
	/** Filled up before the others. */
	readonly isFirst?: boolean;
	/** Filled up after the others. */
	readonly isLast?: boolean;
};

export type Arrangement = {readonly fromColumns: number; readonly bands: readonly Band[]};

export type PlacedSlot = {readonly panel: PanelName; readonly width: number};
export type PlacedBand = {readonly height: number; readonly slots: readonly PlacedSlot[]};

/** What a screen shows: a view, or the page of one thing. */
export type SceneName = ViewName | keyof typeof pageArrangements;

const scenes: Readonly<Record<SceneName, readonly Arrangement[]>> = {
	...viewArrangements,
	...pageArrangements,
};

/** Which panels a view or a page shows in that many columns and lines, and how large each is. */
export function arrange(
	scene: SceneName,
	columns: number,
	height: number,
	counts: RowCounts,
): readonly PlacedBand[] {
	const {bands} = scenes[scene].find(({fromColumns}) => columns >= fromColumns)!;
	const fitting = bands.map(band => measure(band, columns, counts)).filter(band => band.slots.length > 0);
	if (fitting.length === 0) {
		return [];
	}
	const taken = take(fitting, height);
	const heights = share(taken, height);
	return taken.map((band, index) => ({
		height: heights[index]!,
		slots: widths(band.slots, columns),
	}));
}

type Measured = Band & {readonly least: number; readonly wanted: number; readonly grows: boolean};

function measure(band: Band, columns: number, counts: RowCounts): Measured {
	const slots: Slot[] = [];
	let used = 0;
	for (const next of band.slots.filter(({panel}) => panel !== 'goals' || counts.goals > 0)) {
		if (used + next.least > columns) {
			break;
		}
		slots.push(next);
		used += next.least;
	}
	const heights = slots.map(({panel}) => panelHeights[panel]);
	return {
		...band,
		slots,
		least: Math.max(band.least ?? 0, ...heights.map(entry => entry.least)),
		wanted: Math.max(0, ...heights.map(entry => entry.wanted(counts))),
		grows: heights.some(entry => entry.grows),
	};
}

function take(bands: readonly Measured[], height: number): readonly Measured[] {
	const taken = new Set<Measured>();
	let least = 0;
	let wanted = 0;
	for (const band of [...bands].sort((a, b) => a.rank - b.rank)) {
		const room = height - (band.isExtra ? wanted : least);
		if (band.least <= room) {
			taken.add(band);
			least += band.least;
			wanted += band.wanted;
		}
	}
	// Better one panel with fewer lines than it asks for than nothing.
	const first = bands.find(band => taken.has(band) && !band.isLast) ?? bestOf(bands);
	if (!taken.has(first) && height >= 3) {
		return [{...first, least: height}];
	}
	return bands.filter(band => taken.has(band));
}

const bestOf = (bands: readonly Measured[]) =>
	bands.filter(band => !band.isLast).sort((a, b) => a.rank - b.rank)[0] ?? bands[0]!;

/** Lines by need: first the least, then what is wanted, the most deprived first, then the growing ones. */
function share(bands: readonly Measured[], height: number): readonly number[] {
	const heights = bands.map(band => band.least);
	let free = height - heights.reduce((sum, lines) => sum + lines, 0);
	while (free > 0) {
		const index = neediest(bands, heights);
		if (index === undefined) {
			break;
		}
		heights[index]!++;
		free--;
	}
	return heights;
}

function neediest(bands: readonly Measured[], heights: readonly number[]): number | undefined {
	const by = (isOpen: (band: Measured, lines: number) => boolean) =>
		bands
			.map((band, index) => ({index, rank: band.rank, need: heights[index]! / band.wanted, band}))
			.filter(({band, index}) => isOpen(band, heights[index]!))
			.sort((a, b) => a.need - b.need || a.rank - b.rank)[0]?.index;
	return (
		by((band, lines) => band.isFirst === true && lines < band.wanted) ??
		by((band, lines) => !band.isLast && lines < band.wanted) ??
		by((band, lines) => lines < band.wanted) ??
		by(band => band.grows) ??
		by(band => !band.isLast)
	);
}

function widths(slots: readonly Slot[], columns: number): readonly PlacedSlot[] {
	const weights = slots.reduce((sum, {weight}) => sum + weight, 0);
	const placed = slots.map(({weight, least}) => Math.max(least, Math.floor((columns * weight) / weights)));
	let over = placed.reduce((sum, width) => sum + width, 0) - columns;
	// What the least widths took too much, the widest give back; what rounding left goes to the last.
	while (over > 0) {
		const spare = placed.map((width, index) => width - slots[index]!.least);
		const index = spare.indexOf(Math.max(...spare));
		placed[index]!--;
		over--;
	}
	placed[placed.length - 1]! -= over;
	return slots.map(({panel}, index) => ({panel, width: placed[index]!}));
}

/** Which lines around the panels there is room for, by how many lines the frame has. */
const chrome = {header: 5, footer: 9, tabs: 14} as const;

/** The lines around the panels, and how many are left for these. */
export type FrameParts = {
	readonly hasHeader: boolean;
	readonly hasTabs: boolean;
	readonly hasFooter: boolean;
	readonly height: number;
};

/** @param wants which lines there is something for, and how many other lines stand above the panels */
export function frameParts(
	rows: number,
	wants: {readonly footer: boolean; readonly otherLines: number},
): FrameParts {
	const hasHeader = rows >= chrome.header;
	const hasTabs = rows >= chrome.tabs;
	const hasFooter = wants.footer && rows >= chrome.footer;
	const taken = Number(hasHeader) + Number(hasTabs) + Number(hasFooter) + wants.otherLines;
	return {hasHeader, hasTabs, hasFooter, height: rows - taken};
}

/** Below either, one number is all there is room for. */
export const smallest = {columns: 36, lines: 8};
