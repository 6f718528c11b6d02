import {expect, test} from 'vitest';
import {type RevenueBridge, revenueBridge} from '../../../source/analytics/revenue-bridge/revenue-bridge.ts';
import {customerGroups, type SalesCell} from '../../../source/analytics/revenue-bridge/sales-cell.ts';
import fc from '../../helpers/property.ts';

const noSales = {units: 0, gross: 0, returns: 0};

const cell = (given: Partial<SalesCell>): SalesCell => ({
	product: 1,
	region: 1,
	customers: 'returning',
	before: noSales,
	after: noSales,
	...given,
});

const sold = (units: number, price: number, returns = 0) => ({units, gross: units * price, returns});

function ready(bridge: RevenueBridge) {
	if (bridge.status !== 'ready') {
		throw new Error(`the bridge is ${bridge.status}`);
	}
	return bridge;
}

const alike = {before: 10, after: 10};

test('two products, worked out by hand: volume, price and mix', () => {
	// Before 60 of A at 10 and 40 of B at 20: 1,400 for 100. After 60 of A at 11 and 60 of B at 20:
	// 1,860 for 120. Volume 20 % of 1,400; price 60 × 1; mix 60 × 10 + 60 × 20 − 120 × 14.
	const {total} = ready(
		revenueBridge(
			[
				cell({product: 1, before: sold(60, 10), after: sold(60, 11)}),
				cell({product: 2, before: sold(40, 20), after: sold(60, 20)}),
			],
			alike,
		),
	);
	expect(total).toEqual({
		key: undefined,
		before: 1400,
		after: 1860,
		change: 460,
		volume: 280,
		price: 60,
		mix: 120,
		returns: 0,
	});
});

test('twice as much of everything is volume alone; its halves are orders and baskets', () => {
	const bridge = ready(
		revenueBridge(
			[
				cell({product: 1, before: sold(6, 100), after: sold(12, 100)}),
				cell({product: 2, before: sold(3, 70), after: sold(6, 70)}),
			],
			{before: 4, after: 6},
		),
	);
	expect(bridge.total).toMatchObject({volume: 810, price: 0, mix: 0, returns: 0});
	// Half as many orders again, on 810 before; the rest is that each holds more.
	expect([bridge.volumeByOrders, bridge.volumeByBasket]).toEqual([405, 405]);
});

test('other prices alone are price, also where a region pays another price than the rest', () => {
	const bridge = ready(
		revenueBridge(
			[
				cell({region: 1, before: sold(10, 100), after: sold(10, 110)}),
				cell({region: 2, before: sold(10, 80), after: sold(10, 80)}),
			],
			alike,
		),
	);
	expect(bridge.total).toMatchObject({change: 100, volume: 0, price: 100, mix: 0});
	expect(bridge.by(({region}) => region).map(({key, price, mix}) => [key, price, mix])).toEqual([
		[1, 100, 0],
		[2, 0, 0],
	]);
});

test('what was not sold before is mix, unless the product has a price from elsewhere', () => {
	const bridge = ready(
		revenueBridge(
			[
				cell({product: 1, region: 1, before: sold(10, 100), after: sold(5, 100)}),
				cell({product: 1, region: 2, after: sold(5, 90)}),
				cell({product: 2, before: sold(10, 10)}),
				cell({product: 3, after: sold(10, 70)}),
			],
			alike,
		),
	);
	const ofProduct = (product: number) => bridge.by(entry => entry.product).find(({key}) => key === product);
	expect(ofProduct(3)).toMatchObject({volume: 0, price: 0, mix: 700});
	// Five for 90 each, where the product cost 100 before.
	expect(ofProduct(1)).toMatchObject({price: -50});
});

test('returns stand apart and do not disturb the prices', () => {
	const {total} = ready(
		revenueBridge([cell({before: sold(10, 100, -900), after: sold(10, 100, -100)})], alike),
	);
	expect(total).toMatchObject({
		before: 100,
		after: 900,
		change: 800,
		volume: 0,
		price: 0,
		mix: 0,
		returns: 800,
	});
});

test('without sales on one side there is nothing to split', () => {
	expect(revenueBridge([cell({after: sold(1, 10)})], alike)).toEqual({
		status: 'collecting',
		missing: 'before',
	});
	expect(revenueBridge([cell({before: sold(1, 10)})], alike)).toEqual({
		status: 'collecting',
		missing: 'after',
	});
});

const anySales = fc
	.record({
		units: fc.integer({min: 0, max: 500}),
		price: fc.integer({min: 0, max: 5_000_000}),
		returns: fc.integer({min: -3_000_000, max: 0}),
	})
	.map(({units, price, returns}) => ({units, gross: units * price, returns}));

const anyCells = fc.array(
	fc.record({
		product: fc.integer({min: 1, max: 8}),
		region: fc.integer({min: 1, max: 4}),
		customers: fc.constantFrom(...customerGroups),
		before: anySales,
		after: anySales,
	}),
	{minLength: 1, maxLength: 40},
);

test('rows and columns add up to the change exactly, whichever way it is split', () => {
	fc.assert(
		fc.property(anyCells, fc.nat(100), fc.nat(100), (cells, before, after) => {
			const bridge = revenueBridge(cells, {before, after});
			if (bridge.status !== 'ready') {
				return;
			}
			for (const keyOf of [
				(entry: SalesCell) => entry.product,
				(entry: SalesCell) => entry.region,
				(entry: SalesCell) => entry.customers,
			]) {
				const rows = bridge.by<number | string>(keyOf);
				for (const row of [...rows, bridge.total]) {
					expect(row.volume + row.price + row.mix + row.returns).toBe(row.change);
					expect(row.after - row.before).toBe(row.change);
				}
				for (const column of ['before', 'after', 'change', 'volume', 'price', 'mix', 'returns'] as const) {
					expect(rows.reduce((sum, row) => sum + row[column], 0)).toBe(bridge.total[column]);
				}
			}
			expect(bridge.volumeByOrders + bridge.volumeByBasket).toBe(bridge.total.volume);
		}),
	);
});

test('the order of the cells changes nothing', () => {
	fc.assert(
		fc.property(anyCells, cells => {
			const forth = revenueBridge(cells, alike);
			const back = revenueBridge([...cells].reverse(), alike);
			expect(back.status === 'ready' && back.total).toEqual(forth.status === 'ready' && forth.total);
		}),
	);
});
