import type {Store} from '../../../store/open-store.ts';
import {firstOrderAt} from '../../../store/orders/extent.ts';
import type {Analysis, FreshResult} from '../analysis.ts';
import {inventoryDetails} from './inventory-details.ts';
import {defaultRule} from './inventory-options.ts';
import {type InventoryStyle, inventoryJson} from './inventory-output.ts';
import {type InventoryReport, inventoryOfStore} from './inventory-report.ts';

/** How many products of each kind a kept result names. */
const productsKept = 30;

/** What is kept of a report: of each kind so many products as a screen shows, at most. */
export function inventoryResult(
	store: Store,
	report: InventoryReport,
	style: InventoryStyle,
	limit: number,
): FreshResult {
	const from = firstOrderAt(store.db)();
	const {asOf} = report;
	return {
		span: from === undefined || from > asOf ? undefined : {from, to: asOf},
		model: 'negative binomial demand',
		result: inventoryJson(report, style, Math.min(limit, productsKept)),
	};
}

export const inventoryAnalysis: Analysis = {
	what: 'inventory',
	subject: '',
	inputs: {command: 'inventory', flags: {limit: String(productsKept)}},
	async run({store, zone, asOf, formats}) {
		const report = inventoryOfStore(store, asOf, defaultRule);
		return {
			...inventoryResult(store, report, {zone, formats}, productsKept),
			details: inventoryDetails(report),
		};
	},
};
