import {expect, test} from 'vitest';
import {openZone} from '../../source/business-time.ts';
import {followSales} from '../../source/ingest/follow-sales.ts';

/** Reads texts as they come one after another. */
async function follow(...texts: readonly string[]) {
	async function* pieces() {
		for (const text of texts) {
			yield new TextEncoder().encode(text);
		}
	}
	const lines = [];
	const rejected = [];
	for await (const {batch} of followSales('stdin', pieces(), openZone('UTC'))) {
		lines.push(...batch.lines);
		rejected.push(...batch.rejected);
	}
	return {lines, rejected};
}

const record = (own: object) => `${JSON.stringify({date: '2024-03-15T10:00:00Z', ...own})}\n`;
const tea = (order: string, own: object = {}) => record({order, sku: 'Tea', qty: 2, price: 10, ...own});

test.each([
	['a key between', record({order: 'o3', sku: 'Tea', qty: 2, cost: 6, price: 10})],
	['an unknown key first', record({weight: 7, order: 'o3', sku: 'Tea', qty: 2, price: 10})],
	['keys in another order', record({price: 10, qty: 2, sku: 'Tea', order: 'o3'})],
	['a note', record({order: 'o3', note: 'x', sku: 'Tea', qty: 2, price: 10})],
	['an object', record({order: 'o3', extra: {qty: 5, price: 3}, sku: 'Tea', qty: 2, price: 10})],
	['a customer', record({order: 'o3', customer: 'ann', sku: 'Tea', qty: 2, price: 10})],
])('each record of JSON that comes bit by bit is read by its keys: %s', async (_, third) => {
	const {lines, rejected} = await follow(tea('o1'), tea('o2'), third, tea('o4'));
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject(
		['o1', 'o2', 'o3', 'o4'].map(order => ({order, product: 'Tea', quantity: 2, unitPrice: 100_000})),
	);
});

test('a key that may be absent is empty where it is', async () => {
	const first = record({order: 'o1', customer: 'ann', sku: 'Tea', cost: 6, qty: 1, price: 10});
	const {lines, rejected} = await follow(first, tea('o2'), tea('o3', {customer: 'bob'}));
	expect(rejected).toEqual([]);
	expect(lines.map(({customer, amount}) => [customer, amount])).toEqual([
		['ann', 100_000],
		[undefined, 200_000],
		['bob', 200_000],
	]);
});

test('lines inside records are read by their keys too', async () => {
	const order = (id: string, item: object) => record({id, items: [item, {sku: 'Pie', qty: 1, price: 4}]});
	const {lines, rejected} = await follow(
		order('o1', {sku: 'Tea', qty: 3, price: 10}),
		order('o2', {sku: 'Tea', weight: 2, qty: 3, price: 10}),
		order('o3', {price: 10, sku: 'Tea', qty: 3}),
	);
	expect(rejected).toEqual([]);
	expect(lines.map(({quantity, amount}) => [quantity, amount])).toEqual(
		[1, 2, 3].flatMap(() => [
			[3, 300_000],
			[1, 40_000],
		]),
	);
});

test('a key that comes up later and says more of a sale counts from then on', async () => {
	const {lines} = await follow(
		tea('o1'),
		tea('o2', {discount: 5}),
		tea('o3', {discount: 1, region: 'North'}),
	);
	expect(lines.map(({amount, region}) => [amount, region])).toEqual([
		[200_000, undefined],
		[150_000, undefined],
		[190_000, 'North'],
	]);
});

test('a key that would change how the others are understood is left out', async () => {
	const {lines, rejected} = await follow(
		record({order: 'o1', item: 'Tea', qty: 2, price: 10}),
		record({order: 'o2', sku: 'T1', item: 'Tea', qty: 2, price: 10}),
	);
	expect(rejected).toEqual([]);
	expect(lines.map(({product}) => product)).toEqual(['Tea', 'Tea']);
});

test('records whose keys are as many as they are cost nothing but themselves', async () => {
	const many = Array.from({length: 60}, (_, index) => tea(`o${index}`, {[`id${index}`]: index}));
	const {lines, rejected} = await follow(...many);
	expect(rejected).toEqual([]);
	expect(lines).toHaveLength(60);
	expect(new Set(lines.map(({amount}) => amount))).toEqual(new Set([200_000]));
});

test('what is no JSON between records costs that line only', async () => {
	const {lines, rejected} = await follow(tea('o1'), 'oops\n', `oops again\n${tea('o2')}`, tea('o3'));
	expect(lines.map(({order}) => order)).toEqual(['o1', 'o2', 'o3']);
	expect(rejected.map(({raw}) => raw)).toEqual(['oops', 'oops again']);
});

test('records of one order that come one after another are told apart', async () => {
	const order = record({
		id: 'A1',
		items: [
			{sku: 'Tea', qty: 1, price: 10},
			{sku: 'Pie', qty: 1, price: 4},
		],
	});
	const {lines} = await follow(order, `${order}${order}`);
	expect(lines.map(line => line.record)).toEqual([1, 1, 2, 2, 3, 3]);
});
