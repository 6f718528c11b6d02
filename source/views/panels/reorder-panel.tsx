import {memo} from 'react';
import type {Analyses, InventoryPlan, PlannedOrder} from '../../dashboard/dashboard.ts';
import {firstFitting} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {analysisNote, waitingWords} from '../words/forecast-words.ts';
import {sentenceRows} from '../words/sentences.ts';

export type ReorderPanelProps = Frame & {
	readonly inventory: Analyses['inventory'];
	/** Those of it that are to be ordered, in the order shown. */
	readonly orders: readonly PlannedOrder[];
	/** How long ago it was made, in words. */
	readonly age: string | undefined;
};

/** What to order and how much, when it runs out and how sure that is, and what is lost until then. */
export const ReorderPanel = memo(function ReorderPanel(props: ReorderPanelProps) {
	const {inventory, orders, age, width, height, theme, formats, isFocused, list} = props;
	const frame = {width, height, theme, isFocused, title: 'What to order'};
	const quiet = (words: string) => <Panel {...frame} rows={sentenceRows(words, frame)} />;
	if (inventory.status !== 'found') {
		return quiet(waitingWords(inventory, '', 'Working out how long stock lasts…'));
	}
	const {result} = inventory;
	if (result.status === 'collecting') {
		return quiet(`Collecting: ${result.daysHave} of ${result.daysNeeded} days`);
	}
	if (result.products === 0) {
		return quiet('Nobody counts stock here.');
	}
	const {count, wholeMoney} = formats;
	return (
		<Panel
			{...frame}
			measure={`${count(result.toOrder)} of ${count(result.products)}, ${wholeMoney(result.revenueAtRisk)} a day at risk`}
			note={theme.muted(analysisNote(inventory, age))}
			list={list}
			rowsAboveList={rowsAbovePlannedOrders(height)}
			rows={[...policyLines(result, props), ...orderLines(orders, props)]}
		/>
	);
});

const hasPolicyLine = (height: number) => innerHeight(height) >= 6;

/** The policy where there is room for it, and the head. */
export const rowsAbovePlannedOrders = (height: number) => 1 + Number(hasPolicyLine(height));

/** Where there is room: what the numbers are made for, and whether it held. */
function policyLines(
	{leadDays, serviceLevel, held}: Extract<InventoryPlan, {status: 'ready'}>,
	{width, height, theme, formats}: ReorderPanelProps,
): readonly string[] {
	if (!hasPolicyLine(height)) {
		return [];
	}
	const policy = `For ${leadDays} days of lead time at ${formats.percent(serviceLevel, 0)}`;
	const record = held === undefined ? '' : `; a lead time ago ${formats.percent(held)} held`;
	const shorter = held === undefined ? '' : `; ${formats.percent(held)} held`;
	return [
		theme.muted(firstFitting([`${policy}${record}`, `${policy}${shorter}`, policy], innerWidth(width))),
	];
}

function orderLines(
	orders: readonly PlannedOrder[],
	{width, height, theme, formats, list}: ReorderPanelProps,
): readonly string[] {
	if (orders.length === 0) {
		return sentenceRows('There is enough of everything that sells.', {width, height, theme}, theme.good);
	}
	const {dash} = theme.glyphs;
	const isOut = ({stock}: PlannedOrder) => stock <= 0;
	const runsOut = (order: PlannedOrder) =>
		isOut(order) ? 'is out' : order.runsOutAt === undefined ? 'later' : formats.date(order.runsOutAt);
	const spread = (order: PlannedOrder) =>
		isOut(order) || order.spreadDays === undefined
			? dash
			: `${theme.glyphs.plusMinus} ${order.spreadDays.toFixed(1)} d`;
	const {name, word, number, quiet, strong, count, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<PlannedOrder>[] = [
		name('product', 0, order => order.name, {least: 14, most: 40, weight: 3}),
		{
			...count('stock', 2, ({stock}) => stock),
			paint: (order, text) => (isOut(order) ? theme.bad(text) : text),
		},
		quiet(number('a day', 5, ({perDay}) => perDay.toFixed(1))),
		{
			...word('runs out', 1, runsOut),
			paint: (order, text) => (isOut(order) ? theme.bad(text) : text),
		},
		quiet(word('8 in 10', 2, spread)),
		strong(count('order', 0, ({quantity}) => quantity)),
		wholeMoney('at risk', 3, ({revenueAtRisk}) => revenueAtRisk),
		name('instead', 4, ({substitute}) => substitute ?? dash, {least: 10, most: 24, weight: 2}),
	];
	return tableLines({
		rows: orders,
		columns,
		width: innerWidth(width),
		height: innerHeight(height) - Number(hasPolicyLine(height)),
		theme,
		list,
	});
}
