import {describe, expect, test} from 'vitest';
import {dayMs, hourMs, hourOfDay, minuteMs} from '../../source/business-time.ts';
import {type Analyses, noAnalyses} from '../../source/dashboard/analyses.ts';
import type {Dashboard, TierSummary} from '../../source/dashboard/dashboard.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {type WindowName, windowNames} from '../../source/dashboard/window-name.ts';
import type {Order} from '../../source/order.ts';
import type {Store} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {foundAnalysis, inventoryJson} from '../helpers/analyses.ts';
import {line, order, product} from '../helpers/order.ts';
import fc from '../helpers/property.ts';
import {testStore, testStoreWithReader} from '../helpers/store.ts';

const now = Date.UTC(2026, 10, 20, 17, 57, 12);

/** A shop with two categories, three regions and repeat customers over the last hundred days. */
function shop(count: number, lastMs = 100 * dayMs): Order[] {
	return Array.from({length: count}, (_, index) => {
		// Denser towards now, and never on a round moment.
		const age = Math.floor(((index + 1) / count) ** 3 * lastMs) + 13;
		const pan = product({stock: 1000});
		const kite = product({code: 'kite', name: 'Kite', category: 'Toys', price: 150_000, stock: 40});
		return order({
			number: `N${index}`,
			at: now - age,
			region: ['Bretagne', 'Occitanie', 'Corse'][index % 3]!,
			...(index % 4 > 0 && {customer: {code: `c${index % 17}`, name: `Customer ${index % 17}`}}),
			lines: [
				line({product: pan, quantity: index % 23 === 0 ? -1 : 1 + (index % 3)}),
				...(index % 2 === 0 ? [line({product: kite, quantity: 1, discount: 1000})] : []),
			],
		});
	}).reverse();
}

/** What raw SQL says of a span. */
function kpisOf({db}: Store, from: number, to: number) {
	return db
		.prepare(`
			SELECT ifnull(sum(amount), 0) AS revenue, ifnull(sum(max(amount, 0)), 0) AS grossRevenue,
				ifnull(sum(min(amount, 0)), 0) AS returns, count(DISTINCT order_id) AS orders, count(*) AS lines,
				ifnull(sum(quantity), 0) AS units, count(DISTINCT customer_id) AS customers
			FROM orders JOIN order_lines USING (order_id) WHERE at >= ? AND at < ?
		`)
		.get(from, to) as Record<string, number>;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each(windowNames)('in the window %s', name => {
	test('the panels agree with each other and with the raw lines', async () => {
		const store = testStore();
		openOrderRecorder(store).record('test', shop(1500));
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
		const orders = shop(400);
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

/** Borders between tiers move only when all customers are read again; the rest must be the same. */
function withoutTiers(dashboard: Dashboard) {
	return {
		...dashboard,
		arrivals: 0,
		tiers: sum(dashboard.tiers.map(({revenue}) => revenue)),
		topCustomers: dashboard.topCustomers.map(({tier: _, ...customer}) => customer),
		recent: dashboard.recent.map(recent =>
			recent.news?.kind === 'tier' ? {...recent, news: undefined} : recent,
		),
	};
}

test('a change of the past, a late order and a new name show in the next read', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	recorder.record('test', shop(300));
	const live = openDashboardReader(reader);
	const matches = async (name: WindowName) => {
		const {window, kpis, categories} = await live.read(presentScope(name), now);
		expect(kpis).toMatchObject(kpisOf(store, window.from, window.to));
		return categories.map(category => category.name).sort();
	};
	await matches('7d');
	store.db.exec('UPDATE order_lines SET quantity = 4 WHERE line_id % 5 = 0');
	await matches('7d');
	store.db.exec('DELETE FROM orders WHERE order_id % 7 = 0');
	await matches('7d');
	recorder.record('test', [order({at: now - 3 * dayMs}), order({at: now - 300 * dayMs})]);
	await matches('7d');
	// A line that comes to an order already counted.
	store.db.exec(`
		INSERT INTO order_lines (order_id, product_id, quantity, unit_price)
		SELECT max(order_id), 1, 1, 5000 FROM orders WHERE at > ${now - hourMs}
	`);
	await matches('7d');
	store.db.exec("UPDATE categories SET name = 'Games' WHERE name = 'Toys'");
	expect(await matches('7d')).toEqual(['Games', 'Home & Kitchen']);
});

test('an order that is dated ahead counts from its moment on', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	recorder.record('test', [order({at: now - hourMs}), order({at: now + 5 * minuteMs})]);
	const live = openDashboardReader(reader);
	const ordersAt = async (moment: number) => (await live.read(presentScope('24h'), moment)).kpis.orders;
	expect(await ordersAt(now)).toBe(1);
	recorder.record('test', [order({at: now + 2 * minuteMs})]);
	expect(await ordersAt(now + minuteMs)).toBe(1);
	expect(await ordersAt(now + 2 * minuteMs + 1)).toBe(2);
	expect(await ordersAt(now + 5 * minuteMs + 1)).toBe(3);
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

test('arrivals count the orders between two reads, folded or read anew', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	recorder.record('test', shop(50));
	const live = openDashboardReader(reader);
	const arrivals = async () => (await live.read(presentScope('24h'), now)).arrivals;
	expect(await arrivals()).toBe(0);
	recorder.record('test', [order({at: now - 5}), order({at: now - 4})]);
	expect(await arrivals()).toBe(2);
	recorder.record(
		'test',
		Array.from({length: 2500}, () => order({at: now - 2})),
	);
	expect(await arrivals()).toBe(2502);
});

test('the hours are those of the zone, also where it is a quarter hour off', async () => {
	for (const zone of ['Asia/Kathmandu', 'America/New_York', 'UTC']) {
		const store = testStore(zone);
		openOrderRecorder(store).record('test', shop(500));
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

test('the tape tells first orders, returns, customers who are back and who change tier', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	const customer = (code: string) => ({customer: {code}});
	recorder.record('test', [
		order({at: now - 90 * dayMs, ...customer('ada'), units: 1}),
		...Array.from({length: 20}, (_, index) =>
			order({at: now - 40 * dayMs + index, ...customer(`b${index}`), units: 5}),
		),
	]);
	const live = openDashboardReader(reader);
	await live.read(presentScope('24h'), now - hourMs);
	recorder.record('test', [
		order({at: now - 4000, ...customer('eve')}),
		order({at: now - 3000, ...customer('ada'), units: 1}),
		order({at: now - 2000, ...customer('b3'), units: -1}),
		order({at: now - 1000, ...customer('b4'), units: 50}),
		order({at: now - 500}),
	]);
	for (const dashboard of [
		await live.read(presentScope('24h'), now),
		await openDashboardReader(reader).read(presentScope('24h'), now),
	]) {
		expect(dashboard.recent.slice(0, 5).map(({news}) => news?.kind)).toEqual([
			undefined,
			'tier',
			'return',
			'back',
			'first',
		]);
	}
});

test('who buys twice in a moment, or whose earlier order comes late, is one customer', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	recorder.record('test', [order({at: now - 90 * dayMs, customer: {code: 'eve'}})]);
	for (const scope of [
		presentScope('24h'),
		{...presentScope('24h'), filter: [{kind: 'region', value: 'Bretagne'}]} satisfies Scope,
	]) {
		const live = openDashboardReader(reader);
		const {tiers} = await live.read(scope, now - 1000);
		const code = `new ${scope.filter.length}`;
		const news: (string | undefined)[] = [];
		for (const age of [3000, 3000, 5000]) {
			recorder.record('test', [order({at: now - age, customer: {code}, units: 1})]);
			const followed = await live.read(scope, now);
			const {tiers: anew} = await openDashboardReader(reader).read(scope, now);
			expect(customersOf(followed.tiers)).toBe(customersOf(tiers) + 1);
			expect(customersOf(anew)).toBe(customersOf(tiers) + 1);
			news.push(followed.recent[0]!.news?.kind);
		}
		expect(news).toEqual(['first', undefined, undefined]);
	}
});

const customersOf = (tiers: readonly TierSummary[]) => tiers.reduce((sum, {customers}) => sum + customers, 0);

/** Three pans a day for four weeks, of a hundred that there were. */
function panShop() {
	const store = testStore();
	const pan = product({stock: 100});
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 28}, (_, day) =>
			order({at: now - (day + 0.5) * dayMs, lines: [line({product: pan, quantity: 3})]}),
		),
	);
	return {store, pan};
}

test('stock, pace and cover follow the sales', async () => {
	const {store} = panShop();
	const {inventory, lowStock} = await openDashboardReader(store).read(presentScope('30d'), now);
	expect(inventory).toEqual([
		{
			category: 'Home & Kitchen',
			products: 1,
			stock: 16,
			unitsByState: {low: 16, healthy: 0, slow: 0},
			outOfStock: 0,
		},
	]);
	expect(lowStock[0]).toMatchObject({name: 'Cast-iron pan', stock: 16, state: 'low'});
	expect(lowStock[0]!.dailyUnits).toBeCloseTo(3, 0);
	expect(lowStock[0]!.coverDays).toBeCloseTo(16 / lowStock[0]!.dailyUnits, 6);
});

test('a product has the pace that is planned by wherever it is shown, and says so', async () => {
	const {store, pan} = panShop();
	const analyses = foundAnalysis('inventory', inventoryJson);
	const reader = openDashboardReader(store, {analysesAt: () => analyses});
	const dashboard = await reader.read(presentScope('30d'), now);
	expect(dashboard.pacesBy).toBe('plan');
	expect(dashboard.lowStock[0]).toMatchObject({stock: 16, dailyUnits: 2, coverDays: 8, state: 'healthy'});
	expect(dashboard.inventory[0]!.unitsByState).toEqual({low: 0, healthy: 16, slow: 0});
	const {id} = dashboard.lowStock[0]!;
	expect(await reader.readPage({subject: {kind: 'product', id}})).toMatchObject({
		stock: {units: 16, dailyUnits: 2, coverDays: 8},
	});
	const filtered = await reader.read(
		{...presentScope('30d'), filter: [{kind: 'product', value: pan.name}]},
		now,
	);
	expect(filtered.pacesBy).toBe('mean');
	expect(filtered.lowStock[0]!.dailyUnits).toBeCloseTo(3, 0);
});

test('a reader that follows random sales always agrees with the raw lines', async () => {
	const step = fc.record({
		gapMs: fc.integer({min: 1, max: 40 * minuteMs}),
		units: fc.integer({min: -2, max: 4}).filter(units => units !== 0),
		customer: fc.constantFrom('ada', 'ben', undefined),
		name: fc.constantFrom<WindowName>('15m', '24h', '7d'),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, {minLength: 3, maxLength: 25}), async steps => {
			const {store, reader} = testStoreWithReader();
			const recorder = openOrderRecorder(store);
			const live = openDashboardReader(reader);
			let at = now - 2 * dayMs;
			for (const {gapMs, units, customer, name} of steps) {
				at += gapMs;
				recorder.record('test', [order({at, units, ...(customer && {customer: {code: customer}})})]);
				const {window, kpis, comparison, earlier} = await live.read(presentScope(name), at + 1);
				const {span, kpis: weekAgo} = earlier.week;
				expect(weekAgo ?? kpisOf(store, 0, span.to)).toMatchObject(kpisOf(store, span.from, span.to));
				expect(kpis).toMatchObject(kpisOf(store, window.from, window.to));
				expect(comparison.kpis).toMatchObject(kpisOf(store, comparison.span.from, comparison.span.to));
			}
			reader.close();
			store.close();
		}),
		{numRuns: 15},
	);
});

test('a window that slides over hours, days and changes of the clocks reads as one read anew', async () => {
	const clocksPutBack = Date.UTC(2026, 9, 25, 1);
	const stepMs = fc.oneof(fc.integer({min: 1, max: 3 * hourMs}), fc.constantFrom(hourMs, dayMs));
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom<WindowName>(...windowNames),
			fc.integer({min: 0, max: 5 * dayMs}),
			fc.array(fc.record({stepMs, isSold: fc.boolean()}), {minLength: 2, maxLength: 12}),
			async (name, ageMs, steps) => {
				const {store, reader} = testStoreWithReader();
				const recorder = openOrderRecorder(store);
				const begin = clocksPutBack - ageMs;
				recorder.record(
					'test',
					shop(600, 60 * dayMs).map(past => ({...past, at: past.at - now + begin})),
				);
				const live = openDashboardReader(reader);
				let at = begin;
				await live.read(presentScope(name), at);
				for (const [index, step] of steps.entries()) {
					at += step.stepMs;
					if (step.isSold) {
						const code = `c${index % 20}`;
						recorder.record('test', [order({at: at - 1, units: index + 1, customer: {code}})]);
					}
					const followed = await live.read(presentScope(name), at);
					const anew = await openDashboardReader(reader).read(presentScope(name), at);
					expect(withoutTiers(followed)).toEqual(withoutTiers(anew));
				}
				reader.close();
				store.close();
			},
		),
		{numRuns: 25},
	);
});

test('a shop that is watched from before its first sale on is forecast by the same days as one opened later', async () => {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	const live = openDashboardReader(store);
	await live.read(presentScope('30d'), now);
	for (let day = 0; day < 25; day++) {
		const at = now + day * dayMs;
		recorder.record('test', [order({at, units: 1 + (day % 7)})]);
		const followed = await live.read(presentScope('30d'), at + 1);
		const anew = await openDashboardReader(store).read(presentScope('30d'), at + 1);
		expect(followed.forecast).toEqual(anew.forecast);
		expect(followed.forecast.status).toBe(day < 22 ? 'collecting' : 'ready');
	}
});

/** Twelve thousand orders within one hour, half of them of one moment. */
function denseHour(): Order[] {
	return Array.from({length: 12_000}, (_, index) =>
		order({
			at: now - 3 * hourMs + (index % 2 === 0 ? 1234 : index * 100),
			units: 1 + (index % 3),
			customer: {code: `c${index % 500}`},
		}),
	);
}

describe('an hour that holds very many orders', () => {
	test('is read in pieces, between which keys are answered', async () => {
		const {store, reader} = testStoreWithReader();
		openOrderRecorder(store).record('test', denseHour());
		let turns = 0;
		const dashboard = await openDashboardReader(reader).read(presentScope('24h'), now, {
			onProgress: () => {
				turns++;
			},
		});
		expect(turns).toBeGreaterThan(3);
		expect(dashboard.kpis).toMatchObject(kpisOf(store, now - dayMs, now));
		expect(dashboard.kpis).toMatchObject({orders: 12_000, customers: 500});
	});

	test.each([
		['a new sale', order({at: now + 5})],
		['a late sale', order({at: now - 10 * minuteMs})],
		['nothing', undefined],
	])(
		'is right when %s comes while it is read, and does not keep the log from being emptied',
		async (_, sale) => {
			const {store, reader} = testStoreWithReader();
			const recorder = openOrderRecorder(store);
			recorder.record('test', denseHour());
			const live = openDashboardReader(reader, {transactionLifeMs: 0});
			let turns = 0;
			let emptied = 0;
			const during = await live.read(presentScope('24h'), now, {
				onProgress: () => {
					turns++;
					if (sale && turns === 2) {
						recorder.record('test', [sale]);
					}
					const [{busy}] = store.db.pragma('wal_checkpoint(TRUNCATE)') as [{busy: number}];
					emptied += busy === 0 ? 1 : 0;
				},
			});
			expect(emptied).toBeGreaterThan(0);
			const anew = await openDashboardReader(reader).read(presentScope('24h'), now);
			expect({...during, arrivals: 0}).toEqual({...anew, arrivals: 0});
			const after = await live.read(presentScope('24h'), now + 10);
			const afterAnew = await openDashboardReader(reader).read(presentScope('24h'), now + 10);
			expect(withoutTiers(after)).toEqual(withoutTiers(afterAnew));
			expect(after.kpis.orders).toBe(sale ? 12_001 : 12_000);
		},
	);

	test('leaves the window as it came', async () => {
		const {store, reader} = testStoreWithReader();
		openOrderRecorder(store).record('test', [...denseHour(), order({at: now - 2000})]);
		const live = openDashboardReader(reader);
		for (const hours of [0, 10, 20, 21, 22, 23]) {
			const at = now + hours * hourMs;
			const followed = await live.read(presentScope('24h'), at);
			const anew = await openDashboardReader(reader).read(presentScope('24h'), at);
			expect(withoutTiers(followed)).toEqual(withoutTiers(anew));
		}
	});
});

test('what a better model has said of the days takes the place of the week before, today by what was sold', async () => {
	const {store, reader} = testStoreWithReader('UTC');
	const today = Date.UTC(2026, 10, 20);
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 40}, (_, day) => order({at: today - day * dayMs + 12 * hourMs})),
	);
	const point = {mean: 100, lo80: 90, hi80: 110, lo95: 80, hi95: 120};
	const said = (startsAt: number): Analyses => ({
		...noAnalyses,
		revenueForecast: {
			...{status: 'found', madeAt: today, asOf: today, model: 'ets', problem: undefined},
			result: {
				forecast: {
					...{status: 'ready', model: 'ets', history: 39, backtest: undefined},
					points: Array.from({length: 8}, () => point),
				},
				startsAt,
			},
		},
	});
	const forecastAt = async (startsAt: number) => {
		const dashboard = await openDashboardReader(reader, {analysesAt: () => said(startsAt)}).read(
			presentScope('24h'),
			today + 18 * hourMs,
		);
		const {forecast, forecastStarts} = dashboard;
		return forecast.status === 'ready' ? {...forecast, starts: forecastStarts} : undefined;
	};
	const soldToday = 540_000;
	expect(await forecastAt(today)).toMatchObject({
		model: 'ets',
		points: {length: 8, 0: {mean: soldToday}, 1: point},
	});
	// Made yesterday, before midnight: its first day has passed.
	expect((await forecastAt(today - dayMs))?.points).toHaveLength(7);
	expect((await forecastAt(today - dayMs))?.starts).toHaveLength(7);
	expect((await forecastAt(today - 2 * dayMs))?.model).toBe('seasonal-naive');
	expect((await forecastAt(today + dayMs))?.model).toBe('seasonal-naive');
});

test('what is over at the moment that is asked for is not forecast, though the trend ends with it', async () => {
	const store = testStore('UTC');
	const today = Date.UTC(2026, 10, 20);
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 40}, (_, day) => order({at: today - day * dayMs + 12 * hourMs})),
	);
	const {trend, forecast, forecastStarts} = await openDashboardReader(store).read(
		{...presentScope('30d'), asOf: today},
		today + 18 * hourMs,
	);
	expect(forecast).toMatchObject({status: 'ready', points: {length: 7}});
	expect(forecastStarts[0]).toBe(today);
	expect(trend.points.at(-1)!.from).toBe(today - dayMs);
	expect(trend.outlookStarts[0]).toBe(today - dayMs);
});
