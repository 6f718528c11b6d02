import {memo} from 'react';
import type {CustomerSales, TierSummary} from '../../dashboard/dashboard.ts';
import {cellWidth} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {tierBar, tierColumn, tierCounts} from '../tiers.ts';
import {sentenceRows} from '../words/sentences.ts';

export type TopCustomersPanelProps = Frame & {
	readonly customers: readonly CustomerSales[];
	/** Shows them as one bar below the customers. */
	readonly tiers?: readonly TierSummary[] | undefined;
	readonly measure: string;
	readonly waiting: string;
};

/** Whether a panel of that height has a line left for the bar of tiers. */
export const hasTiersBar = (height: number) => innerHeight(height) >= 6;

/** Who bought for most in the window. */
export const TopCustomersPanel = memo(function TopCustomersPanel(props: TopCustomersPanelProps) {
	const {customers, tiers = [], measure, waiting, width, height, theme, formats, isFocused, list} = props;
	const room = innerWidth(width);
	const hasBar = tiers.length > 0 && hasTiersBar(height);
	const listHeight = innerHeight(height) - (hasBar ? 1 : 0);
	const {name, number, quiet, count, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<CustomerSales>[] = [
		name('customer', 0, customer => customer.name || customer.code, {least: 14, most: 44, weight: 3}),
		tierColumn(2, theme),
		name('region', 6, customer => customer.region ?? '', {least: 12, most: 22, weight: 2}),
		quiet(number('last order', 5, customer => formats.date(customer.lastOrderAt))),
		quiet(wholeMoney('ever', 4, customer => customer.totalRevenue)),
		count('orders', 3, customer => customer.orders),
		wholeMoney('revenue', 1, customer => customer.revenue),
	];
	const lines = tableLines({rows: customers, columns, width: room, height: listHeight, theme, list});
	const rows = customers.length === 0 ? sentenceRows(waiting, {width, height, theme}) : lines;
	const blank = Array.from({length: Math.max(0, listHeight - rows.length)}, () => '');
	const counts = tierCounts(tiers, formats, theme);
	return (
		<Panel
			title="Top customers"
			{...{width, height, theme, isFocused, list}}
			measure={measure}
			note={hasBar && cellWidth(counts) + 8 <= width ? counts : undefined}
			rows={hasBar ? [...rows, ...blank, `${theme.muted('tiers')} ${tierBar(tiers, room - 6, theme)}`] : rows}
		/>
	);
});
