import {expect, test} from 'vitest';
import {teaching} from '../../source/commands/screen/teaching.ts';
import {panelQuestion} from '../../source/views/panel-question.ts';
import {foundAnalysis, inventoryJson} from '../helpers/analyses.ts';
import {testDashboard, testNow} from '../helpers/dashboard.ts';

const teach = teaching('/data/shop.db', 'UTC', ({value}) => (value === 'Alene Harvey' ? [9, 31] : []));

const anHourAgo = foundAnalysis('inventory', inventoryJson, testNow - 3_600_000);
const dashboard = testDashboard({analyses: anHourAgo});
const moment = (at: number) => `--as-of ${new Date(at).toISOString()}`;

test.each([
	['pageCompanions', {kind: 'product', id: 12}, `recommend --product id:12 ${moment(testNow)}`],
	['pageOffers', {kind: 'customer', id: 7}, `recommend --customer id:7 ${moment(testNow)}`],
	['pageEffects', {kind: 'change'}, `why --window 24h ${moment(testNow)}`],
	['insights', undefined, `insights ${moment(testNow)}`],
	['recommendations', undefined, `recommend ${moment(testNow)}`],
	['comingDays', undefined, `forecast --model mstl ${moment(testNow)}`],
	['forecastScore', undefined, `analyse forecast-score ${moment(testNow)}`],
	['reorder', undefined, `inventory ${moment(testNow - 3_600_000)}`],
	['lowStock', undefined, `inventory ${moment(testNow - 3_600_000)}`],
	[
		'pageFacts',
		{kind: 'product', id: 12},
		`query totals --window 24h ${moment(testNow)} --filter product:id:12`,
	],
	[
		'pageFacts',
		{kind: 'customer', id: 7},
		`query totals --window all ${moment(testNow)} --filter customer:id:7`,
	],
	[
		'pageCustomers',
		{kind: 'region', name: 'Grand Est'},
		`query top-customers --window 24h ${moment(testNow)} --filter 'region:"Grand Est"'`,
	],
	['pageSales', {kind: 'product', id: 12}, `query sales-of --of 12 --window 24h ${moment(testNow)}`],
] as const)(
	'the command that is copied from %s prints what it shows, as of then',
	(panel, subject, command) => {
		expect(teach.commandFor(panelQuestion(panel, dashboard, subject, false))).toBe(
			`salesmon ${command} --tz UTC --db /data/shop.db`,
		);
	},
);

test('filtered, a list of all sales is asked for without the filter', () => {
	const scope = {...dashboard.scope, filter: [{kind: 'region', value: 'Corse'}]} as const;
	const asked = (panel: 'pageFacts' | 'pageSales') =>
		panelQuestion(panel, {...dashboard, scope}, {kind: 'product', id: 12}, false).filter.length;
	expect([asked('pageFacts'), asked('pageSales')]).toEqual([2, 0]);
});

test('masked, the command that is copied names customers by their ids and is masked where it can be', () => {
	const scope = {
		...dashboard.scope,
		filter: [
			{kind: 'region', value: 'Corse'},
			{kind: 'customer', value: 'Alene Harvey'},
		],
	} as const;
	const ofOne = panelQuestion('kpis', {...dashboard, scope}, undefined, true);
	expect(teach.commandFor(ofOne)).toBe(
		`salesmon query totals --window 24h ${moment(testNow)} --filter 'region:Corse customer:id:9 customer:id:31' --tz UTC --db /data/shop.db`,
	);
	expect(teach.commandFor(panelQuestion('insights', dashboard, undefined, true))).toContain('--mask');
	expect(teach.commandFor(panelQuestion('forecastScore', dashboard, undefined, true))).not.toContain(
		'--mask',
	);
	expect(teach.commandFor(panelQuestion('kpis', dashboard, undefined, true))).not.toContain('--mask');
});
