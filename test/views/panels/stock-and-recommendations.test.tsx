import {renderToString} from 'ink';
import {expect, test} from 'vitest';
import {readAnalyses} from '../../../source/dashboard/analyses.ts';
import type {Analyses} from '../../../source/dashboard/dashboard.ts';
import {DeadStockPanel} from '../../../source/views/panels/dead-stock-panel.tsx';
import {RecommendationsPanel} from '../../../source/views/panels/recommendations-panel.tsx';
import {ReorderPanel} from '../../../source/views/panels/reorder-panel.tsx';
import {createTheme} from '../../../source/views/theme.ts';
import {testFormats, testNow} from '../../helpers/dashboard.ts';

const theme = createTheme({depth: 'none'});

/** What a view knows of an analysis that found this. */
function found(what: string, result: object): Analyses {
	return readAnalyses(name =>
		name === what ? {found: {madeAt: testNow, asOf: testNow, model: undefined, result}} : {},
	);
}

const product = (given: object) => ({
	...{product: 'X', name: 'Pan', category: 'Kitchen', state: 'order', stock: 14, dailyUnits: 2},
	...{stockOut: '2026-11-27', stockOutP10: '2026-11-25', stockOutP90: '2026-11-29', orderQuantity: 22},
	...{revenueAtRiskPerDay: '12.5000', stockValue: '700.0000', substituteName: 'Pot'},
	...given,
});

const inventory = {
	...{status: 'ready', leadDays: 7, serviceLevel: 0.95, deadDays: 60, trial: {products: 200, held: 0.955}},
	totals: {products: 218, toOrder: 2, dead: 1, revenueAtRiskPerDay: '1234.0000', deadValue: '600.0000'},
	products: [
		product({}),
		product({
			name: 'Espresso machine',
			stock: 0,
			orderQuantity: 686,
			revenueAtRiskPerDay: '766.6200',
			substituteName: null,
		}),
		product({name: 'Vase', state: 'dead', stock: 20, orderQuantity: 0, stockValue: '600.0000'}),
	],
};

const pairs = {
	status: 'ready',
	recommendations: [
		{
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

function reorder(result: object, width = 90, height = 8) {
	const {inventory: given} = found('inventory', result);
	return renderToString(
		<ReorderPanel {...{inventory: given, age: '4 min old', width, height, theme}} formats={testFormats} />,
		{columns: width},
	);
}

function recommendations(result: object, width = 90, height = 6) {
	const {recommendations: given} = found('recommendations', result);
	return renderToString(
		<RecommendationsPanel
			{...{recommendations: given, age: '4 min old', width, height, theme}}
			formats={testFormats}
		/>,
		{columns: width},
	);
}

test('what to order comes with its quantity, its date and how sure that is, what is lost, and what stands in', () => {
	expect(reorder(inventory)).toBe(
		[
			'╭─ What to order ─────────────────────────────────────── 2 of 218, €1,234 a day at risk ─╮',
			'│ For 7 days of lead time at 95%; a lead time ago 95.5% held                             │',
			'│ product                stock  a day  runs out  8 in 10  order  at risk  instead        │',
			'│ Pan                       14    2.0  27 Nov    ± 2.0 d     22      €13  Pot            │',
			'│ Espresso machine           0    2.0  is out    –          686     €767  –              │',
			'│                                                                                        │',
			'│                                                                                        │',
			'╰──────────────────────────────────────────────────────────────────────────── 4 min old ─╯',
		].join('\n'),
	);
});

test('in a narrow panel product, date and quantity stay', () => {
	expect(reorder(inventory, 40, 5)).toBe(
		[
			'╭─ What to order ──────────────────────╮',
			'│ product              runs out  order │',
			'│ Pan                  27 Nov       22 │',
			'│ Espresso machine     is out      686 │',
			'╰────────────────────────── 4 min old ─╯',
		].join('\n'),
	);
});

test('it says what it waits for, and that there is enough', () => {
	expect(reorder({status: 'collecting', daysHave: 9, daysNeeded: 14})).toContain('Collecting: 9 of 14 days');
	const enough = {...inventory, products: [], totals: {...inventory.totals, toOrder: 0}};
	expect(reorder(enough)).toContain('There is enough of everything that sells.');
	expect(reorder({...enough, totals: {...enough.totals, products: 0}})).toContain(
		'Nobody counts stock here.',
	);
	expect(reorder({})).toContain('Working out how long stock lasts…');
});

test('dead stock comes with the money that lies in it', () => {
	const {inventory: given} = found('inventory', inventory);
	const frame = renderToString(
		<DeadStockPanel {...{inventory: given, width: 56, height: 4, theme}} formats={testFormats} />,
		{columns: 56},
	);
	expect(frame).toBe(
		[
			'╭─ Dead stock ───────────── €600, not sold in 60 days ─╮',
			'│ product            category     units  at list price │',
			'│ Vase               Kitchen         20           €600 │',
			'╰──────────────────────────────────────────────────────╯',
		].join('\n'),
	);
});

test('what goes together comes with its reason, and beside it how often such lists are right', () => {
	expect(recommendations(pairs)).toBe(
		[
			'╭─ What goes together ───────────────────────────────────────────────────────────────────╮',
			'│ Five hit 55.6% of last orders, best sellers 10.3%                                      │',
			'│ who has             buys               of them  lift  stock  why                       │',
			'│ Bird feeder         Bird seed              67%  19.4      0  301 customers bought both │',
			'│                                                                                        │',
			'╰──────────────────────────────────────────────────────────────────────────── 4 min old ─╯',
		].join('\n'),
	);
});

test('in a narrow panel the reason stays, in few words', () => {
	const [, , head, first] = recommendations(pairs, 52).split('\n');
	expect([head, first]).toEqual([
		'│ who has          buys            why             │',
		'│ Bird feeder      Bird seed       301 bought both │',
	]);
});

test('lists that are no better than best sellers say so', () => {
	const judged = (verdict: string) =>
		recommendations({...pairs, score: {product: {...pairs.score.product, verdict}}});
	expect(judged('unclear')).toContain('best sellers 10.3%: no clear difference');
	expect(judged('worse')).toContain('best sellers 10.3%: worse, so do not rely on it');
	expect(recommendations({...pairs, score: {product: null}})).toContain('Too few customers ordered twice');
	expect(recommendations({status: 'collecting', ownersHave: 3, ownersNeeded: 30})).toContain(
		'Collecting: 3 of 30 customers with two products',
	);
});
