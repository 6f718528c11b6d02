import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {StockRoom} from '../../source/producer/stock-room.ts';
import {catalogue, firstMoment, shopHistory, simulator} from './shop-history.ts';

const product = {code: 'P', name: 'Pan', category: 'Home', price: 10_000};

function stockRoom({stock}: {readonly stock: number}) {
	return new StockRoom([{product, stock, reorderLevel: 4, orderUpTo: 20, leadDays: 2}], () => 0.5);
}

test('stock runs down, is restocked and never falls below zero', () => {
	const {shop, moments, restocks} = shopHistory({days: 60});
	const stock = new Map(shop.products.map(({code, stock}) => [code, stock!]));
	let lowest = Number.POSITIVE_INFINITY;
	for (const moment of moments) {
		if ('restock' in moment) {
			const {product, quantity} = moment.restock;
			stock.set(product.code, stock.get(product.code)! + quantity);
		} else {
			for (const {product, quantity} of moment.order.lines) {
				stock.set(product.code, stock.get(product.code)! - quantity);
				lowest = Math.min(lowest, stock.get(product.code)!);
			}
		}
	}
	expect(lowest).toBe(0);
	expect(restocks.length).toBeGreaterThan(500);
	expect(restocks.every(({quantity}) => quantity > 0)).toBe(true);
	const rules = catalogue.categories.flatMap(({products}) => products);
	const out = rules.filter(({code}) => stock.get(code) === 0).length;
	const low = rules.filter(({code, reorderLevel}) => stock.get(code)! <= reorderLevel).length;
	expect(out).toBeGreaterThanOrEqual(1);
	expect(out).toBeLessThan(rules.length * 0.1);
	expect(low).toBeLessThan(rules.length * 0.4);
});

test('goods are ordered once at the reorder level and arrive up to the order level', () => {
	const room = stockRoom({stock: 6});
	room.sell(0, 1, 0);
	expect(room.arrived(99)).toBeUndefined();
	room.sell(0, 1, 0);
	room.sell(0, 1, 1);
	expect(room.arrived(1.9)).toBeUndefined();
	expect(room.arrived(2)).toEqual({product: 0, quantity: 16});
	expect(room.available(0)).toBe(19);
	expect(room.arrived(99)).toBeUndefined();
});

test('what a return brings back is in stock again', () => {
	const room = stockRoom({stock: 6});
	room.sell(0, -2, 0);
	expect(room.available(0)).toBe(8);
});

test('the true stock of a database replaces the simulated one', () => {
	const shop = simulator();
	const only = shop.products[0]!;
	shop.setStock(new Map(shop.products.map(({code}) => [code, code === only.code ? 3 : 0])));
	const {order, restocks} = shop.next(firstMoment);
	expect(restocks).toEqual([]);
	expect(order.lines.map(line => line.product)).toEqual([only]);
});

test('with empty shelves the next delivery is hurried, so that a sale can be made', () => {
	const shop = simulator();
	shop.setStock(new Map(shop.products.map(({code}) => [code, 0])));
	const {order, restocks} = shop.next(firstMoment + dayMs);
	expect(restocks).toHaveLength(1);
	expect(order.lines[0]!.product).toBe(restocks[0]!.product);
	expect(restocks[0]!.at).toBe(order.at);
});
