import {memo} from 'react';
import type {Dashboard, Kpis, TrendPoint} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import {closedPoints} from '../charts/series.ts';
import {sparkline} from '../charts/sparkline.ts';
import {cellWidth, firstFitting, joinFitting} from '../fit.ts';
import type {Frame} from '../frame.ts';
import {Lines} from '../surface.tsx';
import type {Theme} from '../theme/theme.ts';
import {changeOf} from '../words/change.ts';

export type KpiStripProps = Frame & {
	readonly kpis: Kpis;
	readonly comparison: Kpis;
	/** Whether the first sale was made later than the comparison begins. */
	readonly isComparisonPart: boolean;
	readonly points: Dashboard['trend']['points'];
};

type Kpi = {
	readonly title: string;
	readonly shortTitle: string;
	readonly value: (kpis: Kpis) => number;
	/** From the longest to the shortest way to write it. */
	readonly write: (value: number, formats: Formats) => readonly string[];
	/** Absent where the trend does not say. */
	readonly series?: (point: TrendPoint) => number;
	readonly base?: 'lowest';
};

const writeMoney = (value: number, formats: Formats) => [
	formats.wholeMoney(value),
	formats.shortMoney(value),
];
const writeCount = (value: number, formats: Formats) => [formats.count(value), formats.shortCount(value)];

/** By importance: the last ones are left out first. */
const strip: readonly Kpi[] = [
	{
		title: 'Revenue',
		shortTitle: 'revenue',
		value: kpis => kpis.revenue,
		write: writeMoney,
		series: point => point.revenue,
	},
	{
		title: 'Orders',
		shortTitle: 'orders',
		value: kpis => kpis.orders,
		write: writeCount,
		series: point => point.orders,
	},
	{
		title: 'Average order',
		shortTitle: 'avg',
		value: kpis => kpis.averageOrderValue,
		write: (value, formats) => [formats.money(value), formats.shortMoney(value)],
		series: point => (point.orders > 0 ? point.revenue / point.orders : 0),
		base: 'lowest',
	},
	{
		title: 'Units',
		shortTitle: 'units',
		value: kpis => kpis.units,
		write: writeCount,
		series: point => point.units,
	},
	{
		title: 'Customers',
		shortTitle: 'customers',
		value: kpis => kpis.customers,
		write: writeCount,
	},
];

const narrowestCell = 13;

/**
 * The numbers that matter, without borders around them: each line of them is sent whole with every
 * sale, and borders would double it.
 */
export const KpiStrip = memo(function KpiStrip(props: KpiStripProps) {
	const lines = props.height < 2 ? [oneLine(props)] : cellLines(props);
	const shown = lines.slice(0, props.height);
	return <Lines lines={props.isFocused ? shown.map(focused(props.theme)) : shown} />;
});

/** A bar in the blank that every line begins with. */
const focused = (theme: Theme) => (line: string) =>
	`${theme.accent(theme.glyphs.heavyBorder.vertical)}${line.replace(' ', '')}`;

function oneLine({kpis, comparison, width, formats, theme}: KpiStripProps): string {
	const pieces = strip.map((kpi, rank) => {
		const value = kpi.value(kpis);
		const change = changeOf(value, kpi.value(comparison), formats, theme);
		const text = kpi.write(value, formats)[0]!;
		return {
			rank,
			text: `${theme.muted(kpi.shortTitle)} ${theme.bold(text)} ${change.paint(change.text.replace(' ', ''))}`,
		};
	});
	return ` ${joinFitting(pieces, '   ', width - 2)}`;
}

function cellLines({
	kpis,
	comparison,
	isComparisonPart,
	points,
	width,
	height,
	formats,
	theme,
}: KpiStripProps): readonly string[] {
	const count = Math.max(1, Math.min(strip.length, Math.floor((width - 1) / narrowestCell)));
	const cell = Math.floor((width - 1) / count);
	const closed = closedPoints(points);
	const cells = strip.slice(0, count).map(kpi => {
		const value = kpi.value(kpis);
		const before = kpi.value(comparison);
		const change = changeOf(value, before, formats, theme);
		const texts = kpi.write(before, formats);
		const was = isComparisonPart
			? [...texts.map(text => ` was ${text} in part`), ' in part']
			: texts.map(text => ` was ${text}`);
		const room = cell - 1 - cellWidth(change.text);
		return {
			title: theme.muted(firstFitting([kpi.title, kpi.shortTitle], cell - 1)),
			value: firstFitting(kpi.write(value, formats), cell - 1),
			change: change.paint(change.text) + (before === 0 ? '' : theme.muted(firstFitting(was, room))),
			chart: kpi.series
				? theme.accent(sparkline(closed.map(kpi.series), cell - 3, theme.glyphs, kpi.base))
				: theme.muted(perCustomer(kpis, cell)),
		};
	});
	const joined = (texts: readonly string[]) => ` ${texts.map(text => pad(text, cell)).join('')}`.trimEnd();
	const lines = [
		joined(cells.map(entry => entry.title)),
		// One pair of codes for the line: bold blanks look like blanks.
		theme.bold(joined(cells.map(entry => entry.value))),
		joined(cells.map(entry => entry.change)),
		joined(cells.map(entry => entry.chart)),
	];
	// A bare line below lets the numbers breathe, where there is one.
	return height === 5 ? [...lines, ''] : lines;
}

function perCustomer({orders, customers}: Kpis, cell: number): string {
	if (customers === 0) {
		return '';
	}
	const each = (orders / customers).toFixed(1);
	return firstFitting([`${each} orders each`, `${each} each`], cell - 1);
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - cellWidth(text)));
