import {describe, expect, test} from 'vitest';
import {hourMs, hourOfDay} from '../../source/business-time.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {windowNames} from '../../source/dashboard/window-name.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testStore, testStoreWithReader} from '../helpers/store.ts';
import {busyShop, kpisOf, now, sum, withoutTiers} from './busy-shop.ts';

describe.each(windowNames)('in the window %s', name => {
	test('the panels agree with each other and with the raw lines', async () => {
		const store = testStore();
		openOrderRecorder(store).record('test', busyShop(1500));
		const dashboard = await openDashboardReader(store).read(presentScope(name), now);
		const {window, comparison, kpis} = dashboard;
		expect(window.to).toBe(now);
		expect(kpis).toMatchObject(kpisOf(store, window.from, window.to));
		expect(comparison.kpis).toMatchObject(kpisOf(store, comparison.span.from, comparison.span.to));
		for (const {span, kpis: then} of Object.values(dashboard.earlier)) {
			expect(then ?? kpisOf(store, 0, span.to)).toMatchObject(kpisOf(store, span.from, span.to));
		}
		expect(kpis.orders).toBeGreaterThan(0);
		expect(kpis.averageOrderValue).toBe(Math.round(kpis.revenue / kpis.orders));
		for (const parts of [
			dashboard.categories.map(({revenue}) => revenue),
			dashboard.regions.map(({revenue}) => revenue),
			dashboard.topProducts.map(({revenue}) => revenue),
			dashboard.trend.points.map(({revenue}) => revenue),
			dashboard.heatmaps.categoryHours.cells.flat(),
			dashboard.heatmaps.categoryRegions.cells.flat(),
			dashboard.heatmaps.regionHours.cells.flat(),
		]) {
			expect(sum(parts)).toBe(kpis.revenue);
		}
		expect(sum(dashboard.regions.map(({orders}) => orders))).toBe(kpis.orders);
		expect(sum(dashboard.trend.points.map(({orders}) => orders))).toBe(kpis.orders);
		const orderCounts = store.db
			.prepare(`
				SELECT categories.name AS name, count(DISTINCT order_id) AS orders
				FROM orders JOIN order_lines USING (order_id) JOIN products USING (product_id) JOIN categories USING (category_id)
				WHERE at >= ? AND at < ? GROUP BY category_id ORDER BY 1
			`)
			.all(window.from, window.to);
		expect(
			dashboard.categories
				.map(category => ({name: category.name, orders: category.orders}))
				.sort((a, b) => (a.name < b.name ? -1 : 1)),
		).toEqual(orderCounts);
	});

	test('what came bit by bit reads as what is read anew', async () => {
		const {store, reader} = testStoreWithReader();
		const recorder = openOrderRecorder(store);
		const orders = busyShop(400);
		recorder.record('test', orders.slice(0, -40));
		const live = openDashboardReader(reader);
		for (const late of orders.slice(-40)) {
			recorder.record('test', [late]);
			await live.read(presentScope(name), late.at + 1);
		}
		const followed = await live.read(presentScope(name), now);
		const anew = await openDashboardReader(reader).read(presentScope(name), now);
		expect(withoutTiers(followed)).toEqual(withoutTiers(anew));
	});
});

test('a shop that has long been silent is shown as it was at its last sale', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	const lastSaleAt = Date.UTC(2010, 11, 9, 20, 1);
	recorder.record('test', [order({at: lastSaleAt - hourMs}), order({at: lastSaleAt})]);
	const live = openDashboardReader(reader);
	const past = await live.read(presentScope('24h'), now);
	expect(past).toMatchObject({
		moment: 'lastSale',
		asOf: lastSaleAt + 1,
		kpis: {orders: 2},
		freshness: {state: 'stale'},
	});
	recorder.record('test', [order({at: now - 1})]);
	expect(await live.read(presentScope('24h'), now)).toMatchObject({
		moment: 'now',
		asOf: now,
		kpis: {orders: 1},
	});
});

test('an empty database gives an empty dashboard', async () => {
	const dashboard = await openDashboardReader(testStore()).read(presentScope('24h'), now);
	expect(dashboard).toMatchObject({
		kpis: {revenue: 0, orders: 0, averageOrderValue: 0, customers: 0},
		categories: [],
		topCustomers: [],
		recent: [],
		forecast: {status: 'collecting'},
		freshness: {state: 'empty', lastSaleAt: undefined},
		moment: 'now',
	});
});

test('the hours are those of the zone, also where it is a quarter hour off', async () => {
	for (const zone of ['Asia/Kathmandu', 'America/New_York', 'UTC']) {
		const store = testStore(zone);
		openOrderRecorder(store).record('test', busyShop(500));
		const {heatmaps, window} = await openDashboardReader(store).read(presentScope('7d'), now);
		const expected = new Array<number>(24).fill(0);
		for (const {at, revenue} of store.db
			.prepare<[number, number], {at: number; revenue: number}>(
				'SELECT at, revenue FROM orders WHERE at >= ? AND at < ?',
			)
			.iterate(window.from, window.to)) {
			expected[hourOfDay(store.zone, at)]! += revenue;
		}
		const hours = heatmaps.regionHours.columns.map((_, hour) =>
			sum(heatmaps.regionHours.cells.map(row => row[hour]!)),
		);
		expect(hours).toEqual(expected);
	}
});
