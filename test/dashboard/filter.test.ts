import {describe, expect, test} from 'vitest';
import {dayMs, hourMs} from '../../source/business-time.ts';
import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {type WindowName, windowNames} from '../../source/dashboard/window-name.ts';
import {type Filter, filterText, parseFilter} from '../../source/filter.ts';
import type {Order} from '../../source/order.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import fc from '../helpers/property.ts';
import {testStore} from '../helpers/store.ts';

const end = Date.UTC(2026, 10, 20, 17, 57, 12);

const products = [
	product({code: 'pan'}),
	product({code: 'pot', name: 'Pot'}),
	product({code: 'kite', name: 'Kite', category: 'Toys', price: 150_000}),
	product({code: 'song', name: 'Song', category: 'Music', price: 9900}),
];

const sale = fc.record({
	ageMs: fc.integer({min: 1, max: 1000}).map(share => Math.floor((share / 1000) ** 4 * 100 * dayMs) + 1),
	region: fc.constantFrom('Bretagne', 'Corse', 'Grand Est'),
	customer: fc.constantFrom('ada', 'ben', 'eve', undefined),
	lines: fc.array(
		fc.record({product: fc.constantFrom(...products), quantity: fc.constantFrom(-1, 1, 2, 5)}),
		{minLength: 1, maxLength: 3},
	),
});
type Sale = typeof sale extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const ordersOf = (drawn: readonly Sale[]): Order[] =>
	drawn
		.map(({ageMs, region, customer, lines}, index) =>
			order({
				number: `N${index}`,
				at: end - ageMs,
				region,
				...(customer && {customer: {code: customer}}),
				lines: lines.map(sold => line(sold)),
			}),
		)
		.sort((a, b) => a.at - b.at);

const filters: Filter[] = [
	[{kind: 'region', value: 'Bretagne'}],
	[
		{kind: 'region', value: 'Bretagne'},
		{kind: 'region', value: 'Corse'},
	],
	[{kind: 'category', value: 'Toys'}],
	[{kind: 'product', value: 'pan'}],
	[{kind: 'customer', value: 'ada'}],
	[
		{kind: 'category', value: 'Home & Kitchen'},
		{kind: 'product', value: 'pot'},
		{kind: 'customer', value: 'eve'},
		{kind: 'region', value: 'Corse'},
	],
];

/** The orders with their matching lines only. */
function matching(orders: readonly Order[], filter: Filter): Order[] {
	const isOne = (kind: string, value: string | undefined) => {
		const terms = filter.filter(term => term.kind === kind);
		return terms.length === 0 || terms.some(term => term.value === value);
	};
	return orders
		.filter(sold => isOne('region', sold.region) && isOne('customer', sold.customer?.code))
		.map(sold => ({
			...sold,
			lines: sold.lines.filter(
				({product: {category, code}}) => isOne('category', category) && isOne('product', code),
			),
		}))
		.filter(({lines}) => lines.length > 0);
}

/** Ids are those of a database, and so is the order of those who are equal; stock, arrivals, analyses and what was asked are not of the matching lines. */
function comparable({scope: _, arrivals: __, present: ___, analyses: _____, ...dashboard}: Dashboard) {
	return {
		...dashboard,
		topProducts: dashboard.topProducts.toSorted(byRevenueThenCode).map(({id: ____, ...sold}) => sold),
		topCustomers: dashboard.topCustomers
			.toSorted(byRevenueThenCode)
			.map(({id: ____, ...customer}) => customer),
		recent: dashboard.recent.map(({id: ____, ...sold}) => sold),
	};
}

type Ranked = {readonly revenue: number; readonly code: string};

function byRevenueThenCode(a: Ranked, b: Ranked): number {
	return b.revenue - a.revenue || a.code.localeCompare(b.code);
}

const everyName = order({
	number: 'first',
	at: end - 101 * dayMs,
	region: 'Bretagne',
	customer: {code: 'ada'},
	lines: products.map(sold => line({product: sold})),
});
const names = ['Corse', 'Grand Est'].map((region, index) =>
	order({
		number: `name${index}`,
		at: end - 101 * dayMs + 1 + index,
		region,
		customer: {code: ['ben', 'eve'][index]!},
	}),
);

describe('a filtered dashboard', () => {
	test('is that of a database which holds only the matching lines', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(sale, {minLength: 5, maxLength: 60}),
				fc.constantFrom(...filters),
				fc.constantFrom<WindowName>(...windowNames, '36h'),
				fc.constantFrom(undefined, end - 3 * hourMs, end - 2 * dayMs),
				async (drawn, filter, window, asOf) => {
					const orders = [everyName, ...names, ...ordersOf(drawn)];
					const whole = testStore();
					openOrderRecorder(whole).record('test', orders);
					const part = testStore();
					openOrderRecorder(part).record('test', matching(orders, filter));
					const scope: Scope = {...presentScope(window), asOf};
					const filtered = await openDashboardReader(whole).read({...scope, filter}, end);
					const only = await openDashboardReader(part).read(scope, end);
					fc.pre(only.moment === filtered.moment && only.asOf === filtered.asOf);
					expect(comparable(filtered)).toEqual(comparable(only));
					whole.close();
					part.close();
				},
			),
			{numRuns: 25},
		);
	});

	test('follows new sales as if it were read anew, also as its window slides', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(sale, {minLength: 5, maxLength: 25}),
				fc.constantFrom(...filters),
				fc.constantFrom(...windowNames),
				async (drawn, filter, window) => {
					const store = testStore();
					const recorder = openOrderRecorder(store);
					recorder.record('test', [everyName, ...names]);
					const scope = {...presentScope(window), filter};
					const reader = openDashboardReader(store);
					for (const sold of ordersOf(drawn).slice(-12)) {
						recorder.record('test', [sold]);
						const followed = await reader.read(scope, sold.at + 1);
						const anew = await openDashboardReader(store).read(scope, sold.at + 1);
						expect(withoutBorders(followed)).toEqual(withoutBorders(anew));
					}
					store.close();
				},
			),
			{numRuns: 12},
		);
	});

	test('counts stock and its pace by all sales, of the products that match', async () => {
		const store = testStore();
		const kite = product({code: 'kite', name: 'Kite', category: 'Toys', stock: 100});
		const pan = product({stock: 50});
		openOrderRecorder(store).record('test', [
			order({
				at: end - dayMs,
				region: 'Corse',
				lines: [line({product: kite, quantity: 8}), line({product: pan})],
			}),
			order({at: end - hourMs, region: 'Bretagne', lines: [line({product: kite, quantity: 2})]}),
		]);
		const filter = parseFilter('region:Corse category:Toys') as Filter;
		const {kpis, lowStock, inventory} = await openDashboardReader(store).read(
			{...presentScope('7d'), filter},
			end,
		);
		expect(kpis).toMatchObject({orders: 1, units: 8});
		expect(inventory).toMatchObject([{category: 'Toys', stock: 90}]);
		expect(lowStock).toMatchObject([{code: 'kite', stock: 90, dailyUnits: 10}]);
	});

	test('of what is called like nothing is refused by name', async () => {
		const store = testStore();
		openOrderRecorder(store).record('test', [everyName]);
		const reader = openDashboardReader(store);
		expect(() => reader.resolveFilter('region:Bretange', false)).toThrow('no region is called "Bretange"');
		expect(() => reader.resolveFilter('kit', false)).toThrow('there is category:Home & Kitchen');
		expect(() => reader.resolveFilter('ad', false)).toThrow('; there is customer:ada');
		expect(() => reader.resolveFilter('ad', true)).toThrow(/is called "ad"$/);
		expect(() => reader.resolveFilter('customer:id:99', false)).toThrow('no customer is called "id:99"');
		expect(reader.resolveFilter('customer:id:1', false)).toEqual([{kind: 'customer', value: 'id:1'}]);
		expect(reader.resolveFilter('toys region=BRETAGNE', false)).toEqual([
			{kind: 'category', value: 'toys'},
			{kind: 'region', value: 'BRETAGNE'},
		]);
		expect(await reader.find('i')).toEqual([
			{kind: 'category', value: 'Home & Kitchen'},
			{kind: 'category', value: 'Music'},
			{kind: 'product', value: 'Cast-iron pan'},
			{kind: 'product', value: 'Kite'},
		]);
	});
});

/** Borders between tiers move once a day. */
function withoutBorders(dashboard: Dashboard) {
	const {tiers, topCustomers, recent, ...rest} = dashboard;
	return {
		...rest,
		arrivals: 0,
		customers: tiers.reduce((sum, {customers}) => sum + customers, 0),
		revenue: tiers.reduce((sum, {revenue}) => sum + revenue, 0),
		topCustomers: topCustomers.map(({tier: _, ...customer}) => customer),
		recent: recent.map(({news: _, ...sold}) => sold),
	};
}

describe('a filter that is written', () => {
	test.each<[string, [string | undefined, string][]]>([
		[
			'region:North category:Toys',
			[
				['region', 'North'],
				['category', 'Toys'],
			],
		],
		[
			'region=North,category=Toys',
			[
				['region', 'North'],
				['category', 'Toys'],
			],
		],
		[
			'Category: Home & Kitchen region:Île-de-France',
			[
				['category', 'Home & Kitchen'],
				['region', 'Île-de-France'],
			],
		],
		[
			'product="Nuts, salted", region:North',
			[
				['product', 'Nuts, salted'],
				['region', 'North'],
			],
		],
		['product:"LETTER ""D"" RING"', [['product', 'LETTER "D" RING']]],
		['Ada Lovelace', [[undefined, 'Ada Lovelace']]],
		[
			'toys region:North',
			[
				[undefined, 'toys'],
				['region', 'North'],
			],
		],
		['  ', []],
	])('%s is understood', (text, terms) => {
		expect(parseFilter(text)).toEqual(terms.map(([kind, value]) => ({kind, value})));
	});

	test('reads as what it is written from', () => {
		const value = fc.string({minLength: 1}).filter(text => text.trim() === text);
		fc.assert(
			fc.property(fc.constantFrom('category' as const, 'customer' as const), value, (kind, text) => {
				expect(parseFilter(filterText([{kind, value: text}]))).toEqual([{kind, value: text}]);
			}),
		);
	});
});
