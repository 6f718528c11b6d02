import {memo} from 'react';
import type {Dashboard, Kpis} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {changeOf} from '../words/change.ts';

export type ComparisonPanelProps = Frame & {
	readonly kpis: Kpis;
	readonly comparison: Dashboard['comparison'];
	readonly earlier: Dashboard['earlier'];
	/** Given where it is later than the span begins. */
	readonly firstSaleAt: number | undefined;
};

type Measure = {
	readonly name: string;
	readonly value: (kpis: Kpis) => number;
	/** Written below zero, but spoken of by its size: the smaller the better. */
	readonly isLoss?: boolean;
	readonly write: (formats: Formats) => (value: number) => string;
	readonly short: (formats: Formats) => (value: number) => string;
};

const money = {
	write: (formats: Formats) => formats.wholeMoney,
	short: (formats: Formats) => formats.shortMoney,
};
const count = {write: (formats: Formats) => formats.count, short: (formats: Formats) => formats.shortCount};

const measures: readonly Measure[] = [
	{name: 'Revenue', value: kpis => kpis.revenue, ...money},
	{name: 'Orders', value: kpis => kpis.orders, ...count},
	{name: 'Average order', value: kpis => kpis.averageOrderValue, ...money, write: formats => formats.money},
	{name: 'Units', value: kpis => kpis.units, ...count},
	{name: 'Customers', value: kpis => kpis.customers, ...count},
	{name: 'Gross', value: kpis => kpis.grossRevenue, ...money},
	{name: 'Returns', value: kpis => kpis.returns, isLoss: true, ...money},
	{name: 'Lines', value: kpis => kpis.lines, ...count},
];

/** Every measure beside the same span before, and the same weekdays and times a week and 52 weeks ago. */
export const ComparisonPanel = memo(function ComparisonPanel(props: ComparisonPanelProps) {
	const {kpis, comparison, earlier, firstSaleAt, width, height, theme, formats, isFocused} = props;
	const {span, kpis: before} = comparison;
	const changeFrom = (then: Kpis) => (measure: Measure) =>
		measure.isLoss
			? changeOf(Math.abs(measure.value(kpis)), Math.abs(measure.value(then)), formats, theme, 'less')
			: changeOf(measure.value(kpis), measure.value(then), formats, theme);
	const changeColumn = (title: string, rank: number, then: Kpis | undefined): Column<Measure>[] => {
		if (!then) {
			return [];
		}
		const change = changeFrom(then);
		return [
			{
				kind: 'number',
				title,
				rank,
				text: measure => change(measure).text,
				paint: (measure, text) => change(measure).paint(text),
			},
		];
	};
	const columns: readonly Column<Measure>[] = [
		{kind: 'name', title: '', rank: 0, text: measure => measure.name, least: 8, most: 16},
		{
			kind: 'number',
			title: 'before',
			rank: 2,
			text: measure => measure.write(formats)(measure.value(before)),
			short: measure => measure.short(formats)(measure.value(before)),
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'number',
			title: 'now',
			rank: 0,
			text: measure => measure.write(formats)(measure.value(kpis)),
			short: measure => measure.short(formats)(measure.value(kpis)),
			paint: (_, text) => theme.bold(text),
		},
		...changeColumn('change', 1, before),
		...changeColumn('on a week ago', 3, earlier.week.kpis),
		...changeColumn('on a year ago', 4, earlier.year.kpis),
	];
	return (
		<Panel
			title="Against before"
			{...{width, height, theme, isFocused}}
			measure={`${formats.date(span.from)} ${formats.time(span.from)} ${theme.glyphs.dash} ${formats.date(span.to)} ${formats.time(span.to)}`}
			note={
				firstSaleAt === undefined
					? undefined
					: theme.news(`first sale only on ${formats.date(firstSaleAt)} ${formats.time(firstSaleAt)}`)
			}
			rows={tableLines({
				rows: measures,
				columns,
				width: innerWidth(width),
				height: innerHeight(height),
				theme,
			})}
		/>
	);
});
