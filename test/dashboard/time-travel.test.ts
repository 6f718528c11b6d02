import {describe, expect, test} from 'vitest';
import {dayMs, hourMs, minuteMs, openZone} from '../../source/business-time.ts';
import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {changeSpeed, play, playOn, type Standing, travel, zoom} from '../../source/dashboard/travel.ts';
import {parseWindow, type WindowName, windowNames} from '../../source/dashboard/window-name.ts';
import type {Order, Restock} from '../../source/order.ts';
import type {Store} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import fc from '../helpers/property.ts';
import {testStore} from '../helpers/store.ts';

const end = Date.UTC(2026, 10, 20, 17, 57, 12);
const paris = openZone('Europe/Paris');

const products = [
	product({code: 'pan', stock: 5000}),
	product({code: 'kite', name: 'Kite', category: 'Toys', price: 150_000, stock: 90}),
	product({code: 'song', name: 'Song', category: 'Music', price: 9900}),
];

const sale = fc.record({
	// Denser towards the end.
	ageMs: fc.integer({min: 1, max: 1000}).map(share => Math.floor((share / 1000) ** 4 * 100 * dayMs) + 1),
	region: fc.constantFrom('Bretagne', 'Corse'),
	customer: fc.constantFrom('ada', 'ben', 'eve', undefined),
	product: fc.constantFrom(...products),
	quantity: fc.constantFrom(-1, 1, 2, 5),
});
const sales = fc.array(sale, {minLength: 5, maxLength: 80});

type Sale = typeof sale extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function ordersOf(drawn: readonly Sale[]): Order[] {
	return drawn
		.map(({ageMs, region, customer, product: sold, quantity}) =>
			order({
				at: end - ageMs,
				region,
				...(customer && {customer: {code: customer}}),
				lines: [line({product: sold, quantity}), line({product: products[0]!})],
			}),
		)
		.sort((a, b) => a.at - b.at);
}

/** The catalogue is known from the first sale on. */
const first = order({at: end - 101 * dayMs, lines: products.map(sold => line({product: sold}))});

function shopWith(orders: readonly Order[], restocks: readonly Restock[]): Store {
	const store = testStore();
	openOrderRecorder(store).record('test', [first, ...orders], restocks);
	return store;
}

/** What does not depend on which moment is the present. */
function asOfThen({scope: _, present: __, moment: ___, analyses: ______, ...dashboard}: Dashboard) {
	const {silence: _____, ...freshness} = dashboard.freshness;
	return {...dashboard, freshness: {...freshness, state: undefined}};
}

const restocksOf = (moments: readonly number[]): Restock[] =>
	moments.map(at => ({product: products[1]!, at, quantity: 30}));

describe('the past', () => {
	test('is what it was when nothing of what came later was known', async () => {
		await fc.assert(
			fc.asyncProperty(
				sales,
				fc.integer({min: 1, max: 1000}).map(share => Math.floor((share / 1000) ** 4 * 100 * dayMs)),
				fc.constantFrom<WindowName>(...windowNames, '36h', '3d', '2026-11-02..2026-11-19'),
				async (drawn, ageMs, window) => {
					const asOf = end - ageMs;
					const orders = ordersOf(drawn);
					const restocks = restocksOf([end - 50 * dayMs, end - 3 * hourMs, end - dayMs]);
					const whole = shopWith(orders, restocks);
					const part = shopWith(
						orders.filter(({at}) => at < asOf),
						restocks.filter(({at}) => at < asOf),
					);
					const scope = {...presentScope(window), asOf};
					const then = await openDashboardReader(whole).read(scope, end);
					const known = await openDashboardReader(part).read(presentScope(window), asOf);
					// A silent shop is shown at its last sale; its past is asked for, so it is not.
					fc.pre(known.moment !== 'lastSale');
					expect(asOfThen(then)).toEqual(asOfThen(known));
					expect(then.asOf).toBe(known.asOf);
					whole.close();
					part.close();
				},
			),
			{numRuns: 25},
		);
	});

	test('plays on to the same as if it had been asked for', async () => {
		await fc.assert(
			fc.asyncProperty(sales, fc.constantFrom(...windowNames), async (drawn, window) => {
				const store = shopWith(ordersOf(drawn), restocksOf([end - 3 * dayMs, end - 5 * hourMs]));
				const played = openDashboardReader(store);
				for (let asOf = end - 4 * dayMs; asOf < end; asOf += 7 * hourMs) {
					const scope: Scope = {...presentScope(window), asOf, speed: 3600};
					const then = await played.read(scope, end);
					const asked = await openDashboardReader(store).read({...scope, speed: undefined}, end);
					expect(withoutBorders(then)).toEqual(withoutBorders(asked));
				}
				store.close();
			}),
			{numRuns: 6},
		);
	});

	test('stays what it was while sales go on', async () => {
		const store = testStore();
		const recorder = openOrderRecorder(store);
		recorder.record('test', [first, order({at: end - 2 * dayMs}), order({at: end - hourMs})]);
		const reader = openDashboardReader(store);
		const scope = {...presentScope(), asOf: end - dayMs};
		const before = await reader.read(scope, end);
		recorder.record('test', [order({at: end + 10})]);
		const after = await reader.read(scope, end + 20);
		expect({...after, arrivals: 0, present: 0}).toEqual({...before, arrivals: 0, present: 0});
		expect(after.arrivals).toBe(1);
		const now = await reader.read(presentScope(), end + 20);
		expect(now).toMatchObject({moment: 'now', kpis: {orders: 2}});
	});

	test('says how far it is from the present, and when the shop began', async () => {
		const store = shopWith([order({at: end - hourMs})], []);
		const dashboard = await openDashboardReader(store).read({...presentScope(), asOf: end - 2 * dayMs}, end);
		expect(dashboard).toMatchObject({
			asOf: end - 2 * dayMs,
			present: end,
			moment: 'asked',
			firstSaleAt: first.at,
		});
	});
});

/** Borders between tiers move once a day where the past is played. */
function withoutBorders(dashboard: Dashboard) {
	const {tiers, topCustomers, recent, scope: _, ...rest} = dashboard;
	return {
		...rest,
		customers: tiers.reduce((sum, {customers}) => sum + customers, 0),
		revenue: tiers.reduce((sum, {revenue}) => sum + revenue, 0),
		topCustomers: topCustomers.map(({tier: __, ...customer}) => customer),
		recent: recent.map(sold =>
			sold.news?.kind === 'tier' || sold.news?.kind === 'back' ? {...sold, news: undefined} : sold,
		),
	};
}

describe('steps', () => {
	const at = Date.UTC(2026, 10, 20, 17, 57, 12);
	const standing = (window: WindowName, lengthMs: number, asOf = at): Standing => ({
		asOf,
		present: at,
		firstSaleAt: at - 200 * dayMs,
		window: {name: window, from: asOf - lengthMs, to: asOf},
	});
	const iso = (scope: Scope) => scope.asOf && new Date(scope.asOf).toISOString();

	test.each<[WindowName, number, string]>([
		['15m', 15 * minuteMs, '2026-11-20T17:50:00.000Z'],
		['1h', hourMs, '2026-11-20T17:45:00.000Z'],
		['24h', dayMs, '2026-11-20T12:00:00.000Z'],
		['7d', 7 * dayMs, '2026-11-19T23:00:00.000Z'],
		['30d', 30 * dayMs, '2026-11-13T23:00:00.000Z'],
	])('in the window %s go to a round moment', (window, lengthMs, expected) => {
		expect(iso(travel(presentScope(window), 'back', standing(window, lengthMs), paris))).toBe(expected);
	});

	test('go no further than now, where the present goes on, and the first sale', () => {
		const past = {...presentScope(), asOf: at - hourMs};
		expect(travel(past, 'forward', standing('24h', dayMs), paris)).toEqual(presentScope());
		const early = {...presentScope(), asOf: at - 200 * dayMs + 5};
		expect(travel(early, 'back', standing('24h', dayMs), paris).asOf).toBe(at - 200 * dayMs + 1);
	});

	test('by a day keep the time of day when the clocks change', () => {
		const asOf = Date.UTC(2026, 9, 25, 17);
		const before = travel({...presentScope(), asOf}, 'dayBack', standing('24h', dayMs, asOf), paris);
		expect(iso(before)).toBe('2026-10-24T16:00:00.000Z');
	});

	test('move a window that was written from when to when', () => {
		const window: WindowName = '2026-11-02..2026-11-08';
		const week = standing(window, 7 * dayMs, Date.UTC(2026, 10, 8, 23));
		expect(travel(presentScope(window), 'back', week, paris).window).toBe('2026-11-01..2026-11-07');
		expect(travel(presentScope(window), 'now', week, paris)).toEqual(presentScope('7d'));
		expect(zoom(presentScope(window), 'longer', week)).toEqual({
			...presentScope('30d'),
			asOf: Date.UTC(2026, 10, 8, 23),
		});
	});

	test('of speed go round', () => {
		const playing = play(presentScope(), standing('24h', dayMs));
		expect(playing).toMatchObject({asOf: at - dayMs + 1, speed: 3600});
		expect(changeSpeed({...playing, speed: 60}, 'slower').speed).toBe(604_800);
		expect(playOn(playing, 1000, at, paris).asOf).toBe(at - 23 * hourMs + 1);
		expect(playOn(playing, 25_000, at, paris)).toEqual(presentScope());
	});
});

describe('a window that is written', () => {
	test.each([
		['36h', '36h'],
		['48 H', '48h'],
		['120m', '2h'],
		['240h', '10d'],
		['2w', '14d'],
		['ALL', 'all'],
		['2026-11-03', '2026-11-03..2026-11-03'],
		['2026-11-01 .. 2026-11-07', '2026-11-01..2026-11-07'],
		['2026-11-01..', '2026-11-01..'],
	])('%s is %s', (text, name) => {
		expect(parseWindow(text, paris)).toBe(name);
	});

	test.each(['', '0h', '5y', '200m', '193h', '2026-02-30..2026-03-01', '2026-11-07..2026-11-01', 'a..b'])(
		'"%s" is refused',
		text => {
			expect(() => parseWindow(text, paris)).toThrow(RangeError);
		},
	);
});
