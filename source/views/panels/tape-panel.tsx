import {Text} from 'ink';
import {memo} from 'react';
import type {RecentOrder} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {linesText, newsText} from '../order-news.ts';
import {Panel} from '../panel.tsx';
import {type Column, tableLines} from '../table.ts';

export type TapePanelProps = Frame & {
	/** Latest first. */
	readonly orders: readonly RecentOrder[];
	readonly title: string;
	readonly measure?: string;
	readonly waiting: string;
	readonly hasRegion: boolean;
	/** Leaves out the orders that nothing is to be said about. */
	readonly isNewsOnly?: boolean;
};

const dayMs = 86_400_000;

/** The sales as they come. In two lines or fewer it goes without a border. */
export const TapePanel = memo(function TapePanel(props: TapePanelProps) {
	const {title, measure, waiting, hasRegion, isNewsOnly, width, height, theme, formats} = props;
	const orders = isNewsOnly ? props.orders.filter(order => order.news !== undefined) : props.orders;
	const isBare = height < 3;
	const spansDays = (orders[0]?.at ?? 0) - (orders.at(-1)?.at ?? 0) > dayMs;
	const columns: readonly Column<RecentOrder>[] = [
		{
			kind: 'number',
			align: 'left',
			title: 'time',
			rank: 1,
			text: order =>
				spansDays ? `${formats.date(order.at)} ${formats.time(order.at)}` : formats.clock(order.at),
			short: order => formats.time(order.at),
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'name',
			title: 'customer',
			rank: 3,
			text: order => order.customer ?? 'guest',
			least: 10,
			most: 20,
			weight: 2,
			paint: (order, text) => (order.customer === undefined ? theme.muted(text) : text),
		},
		{
			kind: 'name',
			title: 'bought',
			rank: 0,
			text: order => linesText(order.lines, theme.glyphs),
			least: 10,
			most: 200,
			weight: 4,
		},
		...(hasRegion ? [regionColumn(theme.muted)] : []),
		{
			kind: 'number',
			title: 'revenue',
			rank: 0,
			text: order => formats.money(order.revenue),
			short: order => formats.shortMoney(order.revenue),
			paint: (order, text) => (order.revenue < 0 ? theme.bad(text) : text),
		},
		{
			kind: 'name',
			title: 'news',
			rank: 4,
			text: order => newsText(order.news, theme.glyphs),
			least: 17,
			most: 18,
			weight: 9,
			paint: (_, text) => theme.news(text),
		},
	];
	const lines = tableLines({
		rows: orders,
		columns,
		width: isBare ? width - 2 : innerWidth(width),
		height: isBare ? height : innerHeight(height),
		theme,
		hasHead: !isBare && height > 6,
	});
	const rows = orders.length === 0 ? [theme.muted(waiting)] : lines;
	return isBare ? (
		<Text wrap="truncate">{rows.map(row => ` ${row}`).join('\n')}</Text>
	) : (
		<Panel {...{title, measure, width, height, theme, rows}} />
	);
});

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
