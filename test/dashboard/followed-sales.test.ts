import {expect, test} from 'vitest';
import {dayMs, hourMs, minuteMs} from '../../source/business-time.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {type WindowName, windowNames} from '../../source/dashboard/window-name.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import fc from '../helpers/property.ts';
import {testStoreWithReader} from '../helpers/store.ts';
import {busyShop, kpisOf, now, withoutTiers} from './busy-shop.ts';

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
					busyShop(600, 60 * dayMs).map(past => ({...past, at: past.at - now + begin})),
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

test('a change of the past, a late order and a new name show in the next read', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	recorder.record('test', busyShop(300));
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

test('arrivals count the orders between two reads, folded or read anew', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	recorder.record('test', busyShop(50));
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
