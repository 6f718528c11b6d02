import {expect, test} from 'vitest';
import {frameText} from '../../../source/views/frame-text.tsx';
import {DeadStockPanel} from '../../../source/views/panels/dead-stock-panel.tsx';
import {RecommendationsPanel} from '../../../source/views/panels/recommendations-panel.tsx';
import {ReorderPanel} from '../../../source/views/panels/reorder-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {productPanels} from '../../../source/views/view-panels/product-panels.tsx';
import {foundAnalysis, inventoryJson as inventory, pairsJson as pairs} from '../../helpers/analyses.ts';
import {testDashboard, testFormats} from '../../helpers/dashboard.ts';

const theme = createTheme({depth: 'none'});

function reorder(result: object, width = 90, height = 8) {
	const analyses = foundAnalysis('inventory', result);
	const orders = productPanels.reorder.list(testDashboard({analyses})).rows;
	return frameText(
		<ReorderPanel
			{...{inventory: analyses.inventory, orders, age: '4 min old', width, height, theme}}
			formats={testFormats}
		/>,
	);
}

function recommendations(result: object, width = 90, height = 6) {
	const analyses = foundAnalysis('recommendations', result);
	const given = analyses.recommendations;
	const shown = productPanels.recommendations.list(testDashboard({analyses})).rows;
	return frameText(
		<RecommendationsPanel
			{...{recommendations: given, pairs: shown, age: '4 min old', width, height, theme}}
			formats={testFormats}
		/>,
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
	const analyses = foundAnalysis('inventory', inventory);
	const products = productPanels.deadStock.list(testDashboard({analyses})).rows;
	const frame = frameText(
		<DeadStockPanel
			{...{inventory: analyses.inventory, products, width: 56, height: 4, theme}}
			formats={testFormats}
		/>,
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
	const nothing = recommendations({...pairs, score: {product: null}, recommendations: []});
	expect(nothing).toContain('Nothing goes together more than by chance.');
	expect(nothing).not.toContain('Too few customers');
	expect(recommendations({...pairs, recommendations: []})).toContain('Five hit 55.6%');
	expect(recommendations({status: 'collecting', ownersHave: 3, ownersNeeded: 30})).toContain(
		'Collecting: 3 of 30 customers with two products',
	);
});
