import {pageArrangements} from './pages/page-arrangements.ts';
import {isPagePanel, type PagePanelName, pagePanels} from './pages/page-panels.tsx';
import type {PanelHeight, RowCounts} from './panel-height.ts';
import {viewArrangements} from './view-arrangements.ts';
import type {ViewName} from './view-names.ts';
import {type ViewPanelName, viewPanels} from './view-panels/view-panels.ts';

export type PanelName = ViewPanelName | PagePanelName;

function heightOf(panel: PanelName): PanelHeight {
	return (isPagePanel(panel) ? pagePanels[panel] : viewPanels[panel]).height;
}

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
	const heights = slots.map(({panel}) => heightOf(panel));
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
