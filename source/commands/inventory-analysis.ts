import {firstOrderAt} from '../store/extent.ts';
import type {Analysis} from './analysis.ts';
import {inventoryDetails} from './inventory-details.ts';
import {defaultRule} from './inventory-options.ts';
import {inventoryJson} from './inventory-output.ts';
import {inventoryOfStore} from './inventory-report.ts';

/** How many products of each kind a kept result names. */
const productsKept = 30;

export const inventoryAnalysis: Analysis = {
	what: 'inventory',
	subject: '',
	inputs: {command: 'inventory', flags: {limit: String(productsKept)}},
	async run({store, zone, asOf, formats}) {
		const from = firstOrderAt(store.db)();
		const report = inventoryOfStore(store, asOf, defaultRule);
		return {
			span: from === undefined || from > asOf ? undefined : {from, to: asOf},
			model: 'negative binomial demand',
			result: inventoryJson(report, {zone, formats}, productsKept),
			details: inventoryDetails(report),
		};
	},
};
