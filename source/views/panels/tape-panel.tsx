import {memo} from 'react';
import type {RecentOrder} from '../../dashboard/dashboard.ts';
import {moneyScale} from '../../money.ts';
import {padEnd} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel, ruleLine} from '../panel.tsx';
import {Lines} from '../surface.tsx';
import {linesText, newsText} from '../words/order-news.ts';
import {sentenceRows} from '../words/sentences.ts';

export type TapePanelProps = Frame & {
	/** Latest first. */
	readonly orders: readonly RecentOrder[];
	/** The day, as `fullDate` writes it, whose orders go without a date; absent where the present is another. */
	readonly today: string | undefined;
	readonly title: string;
	readonly measure?: string;
	readonly waiting: string;
	readonly hasRegion: boolean;
	/** Only a line above instead of a border around: every row is sent again with each sale. */
	readonly isOpen?: boolean;
	/** Whether all of them say something new about a customer, which is then what matters most. */
	readonly isNewsOnly?: boolean;
};

/** The sales as they come, the latest first. */
export const TapePanel = memo(function TapePanel(props: TapePanelProps) {
	const {title, orders, measure, waiting, hasRegion, isNewsOnly, isOpen, today} = props;
	const {width, height, theme, formats, isFocused, list} = props;
	const dated = new Set(orders.filter(order => formats.fullDate(order.at) !== today));
	const columns: readonly Column<RecentOrder>[] = [
		{
			kind: 'number',
			align: 'left',
			title: 'time',
			rank: 1,
			text: order =>
				dated.has(order) ? `${formats.date(order.at)} ${formats.time(order.at)}` : formats.clock(order.at),
			short: order => (dated.has(order) ? formats.date : formats.time)(order.at),
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'name',
			title: 'customer',
			rank: 3,
			text: order => order.customer ?? 'guest',
			least: 10,
			most: isOpen ? 18 : 24,
			weight: 2,
			paint: (order, text) => (order.customer === undefined ? theme.muted(text) : text),
		},
		{
			kind: 'name',
			title: 'bought',
			rank: isNewsOnly ? 5 : 0,
			text: order => linesText(order.lines, theme.glyphs),
			fit: (order, columnsOfCell) => linesText(order.lines, theme.glyphs, columnsOfCell),
			least: 18,
			most: isOpen ? 46 : 200,
			weight: 4,
		},
		...(hasRegion ? [regionColumn(theme.muted)] : []),
		{
			kind: 'number',
			title: 'revenue',
			rank: 0,
			text: order => formats.money(order.revenue),
			short: order =>
				(Math.abs(order.revenue) < 1000 * moneyScale ? formats.money : formats.shortMoney)(order.revenue),
			paint: (order, text) => (order.revenue < 0 ? theme.bad(text) : text),
		},
		{
			kind: 'name',
			title: 'news',
			rank: isNewsOnly ? 0 : 4,
			text: order => newsText(order.news, theme.glyphs),
			least: 17,
			most: 18,
			weight: 9,
			paint: (_, text) => theme.news(text),
		},
	];
	const hasRule = isOpen && hasTapeRule(height);
	const hasHead = hasTapeHead(height);
	const lines = tableLines({
		rows: orders,
		columns,
		width: isOpen ? width - 2 : innerWidth(width),
		height: isOpen ? height - (hasRule ? 1 : 0) : innerHeight(height),
		theme,
		hasHead,
		list,
	});
	const rows = orders.length === 0 ? sentenceRows(waiting, {width, height, theme}) : lines;
	if (!isOpen) {
		return (
			<Panel
				{...{title, measure, width, height, theme, isFocused, list, rows}}
				rowsAboveList={hasHead ? 1 : 0}
			/>
		);
	}
	const rule = hasRule ? [ruleLine({title, measure: list?.label || measure, width, theme, isFocused})] : [];
	const marked = list?.cursor === undefined ? -1 : list.cursor - list.top + (hasHead ? 1 : 0);
	const marks = rows.map((row, index) =>
		index === marked ? theme.cursorRow(`${theme.glyphs.cursor}${padEnd(row, width - 1)}`) : ` ${row}`,
	);
	return <Lines lines={[...rule, ...marks]} />;
});

/** Whether a tape of that many lines has a line of column titles. */
export const hasTapeHead = (height: number) => height > 6;

/** Whether one without a border has a line above that names it. */
export const hasTapeRule = (height: number) => height > 2;

const regionColumn = (paint: (text: string) => string): Column<RecentOrder> => ({
	kind: 'name',
	title: 'region',
	rank: 5,
	text: order => order.region,
	least: 12,
	most: 20,
	weight: 2,
	paint: (_, text) => paint(text),
});
