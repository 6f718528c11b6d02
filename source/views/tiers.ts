import type {CustomerSales, TierSummary} from '../dashboard/dashboard.ts';
import type {Formats} from '../format.ts';
import {stackedBar} from './charts/stacked-bar.ts';
import type {NumberColumn} from './lists/table.ts';
import type {Theme} from './theme/theme.ts';

/** The tier of who has one. */
export const tierColumn = (rank: number, theme: Theme): NumberColumn<Pick<CustomerSales, 'tier'>> => ({
	kind: 'number',
	align: 'left',
	title: 'tier',
	rank,
	text: ({tier}) => tier ?? theme.glyphs.dash,
	paint: ({tier}, text) => (tier ? theme.tiers[tier] : theme.muted)(text),
});

/** Which tier a row is of, with its fill in the bar of all. */
export const tierNames = <Row extends Pick<TierSummary, 'tier'>>(
	rows: readonly Row[],
	theme: Theme,
): NumberColumn<Row> => ({
	kind: 'number',
	align: 'left',
	title: 'tier',
	rank: 0,
	text: row => `${fillOf(rows.indexOf(row), theme)} ${row.tier}`,
	paint: ({tier}, text) => theme.tiers[tier](text),
});

/** How many customers are in each tier, as one bar. */
export function tierBar(tiers: readonly TierSummary[], width: number, theme: Theme): string {
	return stackedBar(
		tiers.map((summary, index) => ({
			value: summary.customers,
			paint: theme.tiers[summary.tier],
			glyph: fillOf(index, theme),
		})),
		width,
	);
}

/** The bar's legend: `Platinum 55 · Gold 180 · …`. */
export function tierCounts(tiers: readonly TierSummary[], formats: Formats, theme: Theme): string {
	return tiers
		.map(({tier, customers}, index) => {
			const mark = theme.depth === 'none' ? `${fillOf(index, theme)} ` : '';
			return theme.tiers[tier](`${mark}${tier} ${formats.shortCount(customers)}`);
		})
		.join(theme.faint(` ${theme.glyphs.separator} `));
}

/** Full blocks where colours tell the parts apart, else a fill each. */
export function fillOf(index: number, {depth, glyphs}: Theme): string {
	return depth === 'none' ? glyphs.fills[index % glyphs.fills.length]! : glyphs.fills[0]!;
}
