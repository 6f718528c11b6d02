import {expect, test} from 'vitest';
import {lineAmount, type Order} from '../../source/order.ts';
import {type ScenarioName, scenarioNames} from '../../source/producer/scenarios.ts';
import {firstMoment, simulator} from './shop-history.ts';

const count = 300;

/** Orders of a shop in a scene, after as many ordinary ones. */
function staged(name: ScenarioName, seed = 42): {words: string; before: Order[]; orders: Order[]} {
	const shop = simulator({seed});
	const sell = () => Array.from({length: count}, (_, index) => shop.next(firstMoment + index * 2000).order);
	const before = sell();
	const words = shop.beginScene(name);
	return {words, before, orders: sell()};
}

const linesOf = (orders: readonly Order[]) => orders.flatMap(({lines}) => lines);
const share = <Item>(items: readonly Item[], is: (item: Item) => boolean) =>
	items.filter(is).length / items.length;

test.each(scenarioNames)('%s is the same for the same seed', name => {
	expect(staged(name)).toEqual(staged(name));
});

test('a flash sale sells one category, at 40 % off', () => {
	const {words, before, orders} = staged('flash-sale');
	const category = words.replace(' at 40 % off', '');
	const isOf = (line: Order['lines'][number]) => line.product.category === category;
	expect(share(linesOf(orders), isOf)).toBeGreaterThan(2.5 * share(linesOf(before), isOf));
	const sold = linesOf(orders).filter(line => isOf(line) && line.quantity > 0);
	expect(sold.length).toBeGreaterThan(50);
	for (const line of sold) {
		expect(lineAmount(line) / (line.quantity * line.unitPrice)).toBeCloseTo(0.6, 2);
	}
});

test('a viral product is in most baskets until it runs out', () => {
	const {words, orders} = staged('viral-product');
	const name = words.replace('everybody wants ', '');
	const early = orders.slice(0, 20);
	expect(share(early, ({lines}) => lines.some(({product}) => product.name === name))).toBeGreaterThan(0.5);
});

test('a trader buys all that is left of the best sellers, once', () => {
	const shop = simulator({seed: 42});
	shop.beginScene('stock-out');
	const stock = new Map(shop.products.map(({code, stock: left}) => [code, left]));
	const [bulk, next] = [shop.next(firstMoment).order, shop.next(firstMoment + 2000).order];
	expect(bulk.lines).toHaveLength(5);
	expect(bulk.lines.map(({product, quantity}) => [product.code, quantity])).toEqual(
		bulk.lines.map(({product}) => [product.code, stock.get(product.code)]),
	);
	expect(next.lines.length).toBeLessThanOrEqual(6);
});

test('in a returns wave most orders bring back what was bought before, once', () => {
	const {before, orders} = staged('returns-wave');
	const isReturn = ({lines}: Order) => lines.every(({quantity}) => quantity < 0);
	expect(share(orders, isReturn)).toBeGreaterThan(0.45);
	const bought = new Map(
		[...before, ...orders]
			.filter(order => !isReturn(order))
			.map(order => [order.lines[0]!.product.code, order]),
	);
	for (const order of orders.filter(isReturn)) {
		expect(order.customer).toBeDefined();
		expect(bought.has(order.lines[0]!.product.code)).toBe(true);
	}
});

test('bots are guests of one region who buy one cheap thing', () => {
	const {words, orders} = staged('bot-burst');
	const bots = orders.filter(({lines}) => lines.every(({quantity}) => quantity > 0));
	expect(new Set(bots.map(({region}) => `guests from ${region}`))).toEqual(new Set([words]));
	expect(bots.every(({customer, lines}) => !customer && lines.length === 1 && lines[0]!.quantity === 1)).toBe(
		true,
	);
});

test('once a scene is over the shop is as it was', () => {
	const shop = simulator({seed: 42});
	shop.beginScene('bot-burst');
	shop.next(firstMoment);
	shop.endScene();
	const orders = Array.from({length: 50}, (_, index) => shop.next(firstMoment + index * 2000).order);
	expect(new Set(orders.map(({region}) => region)).size).toBeGreaterThan(3);
});
