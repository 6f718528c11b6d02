import type {PageSubject} from '../../dashboard/page.ts';
import type {Formats} from '../../format.ts';
import type {Glyphs} from '../theme/glyphs.ts';
import type {ListedRows, ListPlace} from './list-place.ts';
import {scrolledTo} from './list-place.ts';

/** What a list is sorted by: a column's title, as its head says. */
export type Sort = {readonly by: string; readonly isReversed: boolean};

type Sortable<Row> = Readonly<Record<string, (row: Row) => number | string>>;

/** What the rows of one kind are to the cursor. */
export type RowKind<Row> = {
	/** The same for the same thing, in whatever order and however often it is read. */
	readonly idOf: (row: Row) => string;
	/** What it can be sorted by, numbers from the highest down. */
	readonly sortable: Sortable<Row>;
	/** The page that it leads to. */
	readonly leadsTo: (row: Row) => PageLink | undefined;
};

/** A page by what it is about, and what it is called before it has been read. */
export type PageLink = {
	readonly subject: PageSubject;
	readonly title: string;
	/** Whether the title is a pseudonym already, because names were masked when the page was opened. */
	readonly isPseudonym?: boolean;
};

/** A list as a panel shows it. */
export type PanelList<Row = unknown> = ListedRows & {
	readonly rows: readonly Row[];
	readonly sort: Sort | undefined;
	readonly sortable: readonly string[];
	/** @param index of a row at hand */
	readonly leadsTo: (index: number) => PageLink | undefined;
};

/** @param sort left out, the rows stay as they come */
export function panelList<Row>(
	rows: readonly Row[],
	{idOf, sortable, leadsTo}: RowKind<Row>,
	sort?: Sort,
): PanelList<Row> {
	const value = sort && sortable[sort.by];
	const sorted = value ? rows.toSorted(comparing(value, sort.isReversed)) : rows;
	return {
		rows: sorted,
		ids: sorted.map(idOf),
		first: 0,
		total: sorted.length,
		sort: value ? sort : undefined,
		sortable: Object.keys(sortable),
		leadsTo(index) {
			const row = sorted[index];
			return row === undefined ? undefined : leadsTo(row);
		},
	};
}

/** Highest number first, names by alphabet; the other way round when reversed. */
function comparing<Row>(value: (row: Row) => number | string, isReversed: boolean) {
	const sign = isReversed ? -1 : 1;
	return (a: Row, b: Row) => {
		const [left, right] = [value(a), value(b)];
		const order =
			typeof left === 'number' && typeof right === 'number'
				? // Compared, not subtracted: two infinite values have no difference.
					Number(right > left) - Number(right < left)
				: String(left).localeCompare(String(right));
		return sign * order;
	};
}

/** The next column to sort by; after the last one the list's own order again. */
export function nextSort({sort, sortable}: PanelList): Sort | undefined {
	const by = sortable[sort ? sortable.indexOf(sort.by) + 1 : 0];
	return by === undefined ? undefined : {by, isReversed: false};
}

/** The same column the other way round; of a list in its own order, the first column. */
export function reversedSort({sort, sortable}: PanelList): Sort | undefined {
	const by = sort?.by ?? sortable[0];
	return by === undefined ? undefined : {by, isReversed: !sort?.isReversed};
}

/** How a panel draws its list: from which row on, and which one is under the cursor. */
export type ListView = {
	/** The first row shown, of those at hand. */
	readonly top: number;
	/** Absent where the cursor is in another panel. */
	readonly cursor: number | undefined;
	readonly sort: Sort | undefined;
	/** Which rows of how many, and by what they are sorted; empty where that is plain to see. */
	readonly label: string;
};

/** What one panel's part of the reader's place on the screen is. */
export type PanelSpot = {
	readonly isFocused: boolean;
	readonly place: ListPlace | undefined;
	readonly sort: Sort | undefined;
};

export const noSpot: PanelSpot = {isFocused: false, place: undefined, sort: undefined};

/**
 * @param lines how many rows the panel has room for
 * @returns nothing for a list that nobody has touched, which is drawn from its start
 */
export function listView(
	list: PanelList,
	spot: PanelSpot,
	lines: number,
	glyphs: Glyphs,
	formats: Formats,
): ListView | undefined {
	if (!spot.isFocused && !spot.place && !list.sort) {
		return undefined;
	}
	const {top, cursor} = scrolledTo(list, spot.place, lines);
	const from = list.first + Math.min(top + 1, list.ids.length);
	const to = list.first + Math.min(top + lines, list.ids.length);
	const count = formats.count;
	const isPart = to - from + 1 < list.total && (spot.isFocused || from > 1);
	return {
		top,
		cursor: spot.isFocused && list.ids.length > 0 ? cursor : undefined,
		sort: list.sort,
		label: [
			isPart ? `${count(from)}${glyphs.dash}${count(to)} of ${count(list.total)}` : '',
			list.sort && spot.isFocused ? `by ${list.sort.by} ${sortSign(list.sort, glyphs)}` : '',
		]
			.filter(text => text !== '')
			.join(` ${glyphs.separator} `),
	};
}

/** Points to where the small ones are. */
export function sortSign({isReversed}: Sort, glyphs: Glyphs): string {
	return isReversed ? glyphs.ascending : glyphs.descending;
}
