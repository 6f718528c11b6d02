import {expect, test} from 'vitest';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {expectRollupsToHold, testStore} from '../helpers/store.ts';

test('an order keeps its number, customer, store and region', () => {
	const store = testStore();
	openOrderRecorder(store).record('till', [
		order({
			number: '0042',
			region: 'Bretagne',
			store: {name: 'Harbour', city: 'Brest', region: 'Bretagne'},
			customer: {code: 'c1', name: 'Ada', email: 'ada@example.com', age: 36, region: 'Occitanie'},
		}),
	]);
	expect(
		store.db
			.prepare(`
				SELECT sources.name AS source, number, regions.name AS region, city, customers.name AS customer, email, age
				FROM orders JOIN sources USING (source_id) JOIN regions ON regions.region_id = orders.region_id
				JOIN stores USING (store_id) JOIN customers USING (customer_id)
			`)
			.all(),
	).toEqual([
		{
			source: 'till',
			number: '0042',
			region: 'Bretagne',
			city: 'Brest',
			customer: 'Ada',
			email: 'ada@example.com',
			age: 36,
		},
	]);
});

test('what two sources call the same is not the same', () => {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	recorder.record('till', [order({number: '1', customer: {code: 'c1', name: 'Ada'}})]);
	recorder.record('web', [order({number: '1', customer: {code: 'c1', name: 'Ben'}})]);
	expect(store.db.prepare('SELECT name FROM customers ORDER BY name').pluck().all()).toEqual(['Ada', 'Ben']);
	expect(store.db.prepare('SELECT count(*) FROM products').pluck().get()).toBe(2);
});

test('a second customer with the same mailbox is kept without it', () => {
	const store = testStore();
	openOrderRecorder(store).record('till', [
		order({customer: {code: 'c1', email: 'home@example.com'}}),
		order({customer: {code: 'c2', email: 'home@example.com'}}),
	]);
	expect(store.db.prepare('SELECT code, email FROM customers ORDER BY code').all()).toEqual([
		{code: 'c1', email: 'home@example.com'},
		{code: 'c2', email: null},
	]);
});

test('an order that cannot be written leaves nothing of its transaction behind, and the next one works', () => {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	const good = order({number: '1', region: 'North', customer: {code: 'c1'}});
	const bad = order({number: '2', lines: [line({product: product({code: 'pot'}), quantity: 0})]});
	expect(() => recorder.record('till', [good, bad])).toThrow('quantity <> 0');
	expect(store.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(0);
	expect(recorder.record('till', [good])).toEqual({orders: 1, lines: 1});
	expect(() => recorder.record('till', [good])).toThrow('UNIQUE');
	const many = Array.from({length: 300}, () => order());
	expect(() => recorder.record('till', [...many, bad])).toThrow('quantity <> 0');
	expect(recorder.record('till', many)).toEqual({orders: 300, lines: 300});
	recorder.record('till', [order()]);
	expect(store.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(302);
	expectRollupsToHold(store.db);
});

test('orders that are recorded in bulk come with their rollups, indexes and triggers, or not at all', () => {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	const schemaOf = () =>
		store.db.prepare('SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name').pluck().all();
	const schema = schemaOf();
	const stocked = product({code: 'pan', stock: 500});
	const some = (count: number) =>
		Array.from({length: count}, () => order({lines: [line({product: stocked})]}));
	const bad = order({lines: [line({product: stocked, quantity: 0})]});
	const record = (...orders: Parameters<typeof recorder.record>[1]) => recorder.record('till', orders);
	expect(() =>
		recorder.inBulk(() => {
			record(...some(30));
			record(bad);
		}),
	).toThrow('quantity <> 0');
	expect(store.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(0);
	expect(schemaOf()).toEqual(schema);
	recorder.inBulk(() => {
		record(...some(3));
		record(...some(40));
		recorder.record('till', some(1), [{product: stocked, at: 5, quantity: 7}]);
	});
	expect(schemaOf()).toEqual(schema);
	record(...some(1));
	expect(store.db.prepare('SELECT stock FROM products').pluck().get()).toBe(500 - 45 + 7);
	expectRollupsToHold(store.db);
});
