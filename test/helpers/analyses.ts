import {readAnalyses} from '../../source/dashboard/analyses.ts';
import type {Analyses} from '../../source/dashboard/dashboard.ts';
import {testNow} from './dashboard.ts';

/** What a view knows of an analysis that found this. */
export function foundAnalysis(what: string, result: object, asOf = testNow): Analyses {
	return readAnalyses(name => (name === what ? {found: {madeAt: asOf, asOf, model: undefined, result}} : {}));
}

const product = (given: object) => ({
	...{product: 'X', productId: 1, name: 'Pan', category: 'Kitchen', state: 'order', stock: 14, dailyUnits: 2},
	...{stockOut: '2026-11-27', stockOutP10: '2026-11-25', stockOutP90: '2026-11-29', orderQuantity: 22},
	...{revenueAtRiskPerDay: '12.5000', stockValue: '700.0000', substituteName: 'Pot'},
	...given,
});

/** What `salesmon inventory` prints, as far as panels read it. */
export const inventoryJson = {
	...{status: 'ready', leadDays: 7, serviceLevel: 0.95, deadDays: 60, trial: {products: 200, held: 0.955}},
	totals: {products: 218, toOrder: 2, dead: 1, revenueAtRiskPerDay: '1234.0000', deadValue: '600.0000'},
	products: [
		product({}),
		product({
			productId: 2,
			name: 'Espresso machine',
			stock: 0,
			orderQuantity: 686,
			revenueAtRiskPerDay: '766.6200',
			substituteName: null,
		}),
		product({productId: 3, name: 'Vase', state: 'dead', stock: 20, orderQuantity: 0, stockValue: '600.0000'}),
	],
};

/** What `salesmon recommend` prints of pairs, as far as panels read it. */
export const pairsJson = {
	status: 'ready',
	recommendations: [
		{
			withId: 11,
			productId: 12,
			with: 'A',
			withName: 'Bird feeder',
			product: 'B',
			name: 'Bird seed',
			stock: 0,
			both: 301,
			confidence: 0.666,
			lift: 19.4,
			reason: '301 customers bought both',
		},
	],
	score: {product: {orders: 1222, hitRate: 0.556, popularity: 0.103, random: 0.046, verdict: 'better'}},
};
