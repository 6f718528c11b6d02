import {memo} from 'react';
import {readyResult} from '../../dashboard/analysed-result.ts';
import type {Analyses, DeadStock, InventoryPlan} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import type {Frame} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import type {Column} from '../lists/table.ts';
import {ListPanel} from './list-panel.tsx';

export type DeadStockPanelProps = Frame & {
	readonly inventory: Analyses['inventory'];
	/** Those of it that are dead, in the order shown. */
	readonly products: readonly DeadStock[];
};

/** Stock that nobody buys, with the money that lies in it. */
export const DeadStockPanel = memo(function DeadStockPanel(props: DeadStockPanelProps) {
	const {inventory, products, theme, formats} = props;
	const {name, count, strong, wholeMoney} = listColumns(theme, formats);
	const plan = readyResult(inventory);
	const columns: readonly Column<DeadStock>[] = [
		name('product', 0, product => product.name, {least: 10, most: 40, weight: 3}),
		name('category', 3, product => product.category, {least: 9, most: 18, weight: 2}),
		count('units', 2, product => product.stock),
		strong(wholeMoney('at list price', 0, product => product.value)),
	];
	return (
		<ListPanel
			{...props}
			title="Dead stock"
			measure={plan && deadWords(plan, formats)}
			rows={products}
			columns={columns}
			empty={plan ? `All that is there was sold in the last ${plan.deadDays} days.` : 'Not known yet.'}
		/>
	);
});

function deadWords(
	{dead, deadDays, deadValue}: Extract<InventoryPlan, {status: 'ready'}>,
	formats: Formats,
): string {
	return dead === 0 ? `${deadDays} days` : `${formats.wholeMoney(deadValue)}, not sold in ${deadDays} days`;
}
