import {expect, test} from 'vitest';
import {moneyScale} from '../../source/money.ts';
import {emptyDashboard, testDashboard, testNow} from '../helpers/dashboard.ts';
import {recentOrder} from '../helpers/recent-orders.ts';
import {frame, oneCategory} from './screen-frame.tsx';

test('where there is room for one number, that is what is shown', () => {
	expect(frame(20, 4, {hasFooter: false})).toBe(
		[' €44,910  ▲ 12%', ' ● LIVE', ' 1,411 orders', ' revenue of 24 h'].join('\n'),
	);
});

test('even there it is said how to quit, where it fits and a key can be pressed', () => {
	expect(frame(20, 4).split('\n')[1]).toBe(' ● LIVE  q quit');
	expect(frame(14, 4).split('\n')[1]).toBe(' ● LIVE');
});

test('where there is room for one number only, what is typed is seen', () => {
	const prompt = {
		prompt: {kind: 'filter' as const, text: 'toy', marked: 0, problem: undefined},
		title: 'Show only',
		example: 'Toys',
		choices: [{value: 'category:Toys', label: 'category:Toys'}],
	};
	expect(frame(20, 5, {prompt}).split('\n')).toEqual([
		' > toy_',
		' ▸ category:Toys',
		' Show only',
		' Esc closes',
	]);
});

test('where there is room for one number only, the help tells the keys in parts', () => {
	const help = (part: number) => frame(20, 5, {isHelpOpen: true, part}).trimEnd().split('\n');
	expect(help(0)).toEqual([' Esc closes', ' q quit  ? help', ' 1-8 views', ' Arrows move']);
	expect(help(1)[1]).toBe(' t window  / filter');
});

test('at 80×24 the Overview has its numbers, the heat map, the forecast, the categories and the last sale', () => {
	const text = frame(80, 23);
	for (const words of [
		'revenue €44,910 ▲12%',
		'Category × hour',
		'Revenue and forecast',
		'Sales by category',
		'18:57:02  Jonas Berg',
		'q quit',
	]) {
		expect(text).toContain(words);
	}
});

test('a shop with one category is shown by region', () => {
	const text = frame(120, 39, {dashboard: oneCategory()});
	expect(text).toContain('Region × hour');
	expect(text).toContain('Sales by region');
	expect(text).not.toContain('Category × hour');
});

test.each([
	['categories', 140],
	['categories', 80],
	['categories', 50],
	['regions', 140],
] as const)(
	'the view %s of a shop with one category shows no map of one row at %i columns',
	(view, columns) => {
		const text = frame(columns, 44, {view, dashboard: oneCategory()});
		expect(text).toContain('Region × hour');
		expect(text).not.toMatch(/Category ×|by category/);
	},
);

test('in the footer the keys for the pace come together or not at all', () => {
	const producer = {isRunning: true, intervalMs: 2000};
	for (let columns = 36; columns <= 160; columns++) {
		const footer = frame(columns, 12, {producer}).split('\n').at(-1)!;
		expect(footer.includes('< slower')).toBe(footer.includes('> faster'));
	}
	expect(frame(160, 12, {producer})).toContain('< slower  > faster');
});

test('an empty shop says what every panel waits for', () => {
	const text = frame(120, 39, {dashboard: emptyDashboard()});
	expect(text).toContain('● EMPTY');
	expect(text).toContain('Waiting for the first sale…');
	expect(text).toContain('Collecting: 0 of 48 hours');
	expect(frame(120, 39, {dashboard: emptyDashboard(), view: 'trend'})).toContain('Collecting: 3 of 14 days');
});

test('a window without sales in a shop that sells says so', () => {
	const dashboard = emptyDashboard({
		freshness: {lastSaleAt: testNow - 9e7, state: 'stale', usualGapMs: 2000},
	});
	expect(frame(120, 39, {dashboard})).toContain('No sales in the last 24 h.');
});

test('a problem is one line, with a sign', () => {
	expect(frame(80, 23, {problem: {text: 'cannot read:\nthe disk is full', inShort: 'no reading'}})).toContain(
		' ! cannot read:·the disk is full',
	);
});

test('where there is room for little, two words say what is wrong', () => {
	const problem = {text: 'config.json:2: unknown key "acent"', inShort: 'config wrong'};
	expect(frame(20, 5, {problem})).toContain(' ! config wrong');
	expect(frame(8, 5, {problem})).toContain(' ! conf');
});

test('a number that was zero before is new, not infinite', () => {
	const {comparison} = emptyDashboard();
	expect(frame(120, 39, {dashboard: testDashboard({comparison})})).toContain('new');
});

test('the tape tells returns, guests and news', () => {
	const recent = [
		recentOrder({
			customer: undefined,
			news: {kind: 'return'},
			revenue: -89 * moneyScale,
			lines: [{product: 'Running shoes', quantity: -1}],
		}),
		recentOrder({id: 2, news: {kind: 'back', afterDays: 92}}),
		recentOrder({id: 3, news: {kind: 'first'}}),
	];
	const text = frame(120, 39, {view: 'live', dashboard: testDashboard({recent})});
	expect(text).toMatch(/18:57:02 {2}guest +-1 × Running shoes +Île-de-France +-€89\.00 {2}return/);
	expect(text).toContain('back after 92 d');
	expect(text).toContain('first order');
});

test('the same dashboard gives the same frame', () => {
	expect(frame(160, 47)).toBe(frame(160, 47));
});
