import {expect, test} from 'vitest';
import type {ReadyRecommender} from '../../../source/analytics/recommendations/recommender.ts';
import {createRecommender} from '../../../source/analytics/recommendations/recommender.ts';
import {randomStream} from '../../../source/producer/random.ts';
import {shopHistory} from '../../producer/shop-history.ts';
import {purchasesOf, type TestOrder} from './purchases.ts';

function ready(orders: readonly TestOrder[], by: 'customers' | 'baskets' = 'customers'): ReadyRecommender {
	const recommender = createRecommender(purchasesOf(orders), by);
	if (recommender.status !== 'ready') {
		throw new Error(`it is still collecting: ${recommender.ownersHave} of ${recommender.ownersNeeded}`);
	}
	return recommender;
}

const [bread, butter, jam, paint, brush, nails] = [0, 1, 2, 3, 4, 5] as const;

/** Forty breakfasts, of which thirty with jam, and forty walls to paint. */
const shop: readonly TestOrder[] = Array.from({length: 80}, (_, customer): TestOrder => {
	if (customer >= 40) {
		return [customer, paint, brush];
	}
	return customer < 30 ? [customer, bread, butter, jam] : [customer, bread, butter];
});

test('for a product come what goes with it, the most similar first, with all measures', () => {
	expect(ready(shop).forProduct(bread, 5)).toEqual([
		{product: butter, both: 40, support: 0.5, confidence: 1, lift: 2, cosine: 1},
		{
			product: jam,
			both: 30,
			support: 0.375,
			confidence: 0.75,
			lift: 2,
			cosine: expect.closeTo(30 / Math.sqrt(1200)),
		},
	]);
});

test('what cannot be offered now comes behind what can', () => {
	const products = ready(shop).forProduct(bread, 5, product => product !== butter);
	expect(products.map(({product}) => product)).toEqual([jam, butter]);
});

test('a customer is offered what goes with what they have, with the reason, and nothing that they have', () => {
	const {forCustomer} = ready([...shop, [80, bread, nails]]);
	const [first, ...others] = forCustomer(80, 3);
	expect(first).toMatchObject({product: butter, because: {product: bread, both: 40}});
	expect(others[0]).toMatchObject({product: jam, because: {product: bread, both: 30}});
	// Nothing speaks for more, so a best seller follows.
	expect(others[1]).toEqual({product: paint, score: 0, because: undefined});
	expect(forCustomer(80, 10).map(({product}) => product)).not.toContain(nails);
});

test('what a customer brought back may be offered again', () => {
	const {forCustomer} = ready([...shop, [80, bread, butter], [80, [butter, -1]]]);
	expect(forCustomer(80, 1)).toMatchObject([{product: butter}]);
});

test('the best pairs are named once each, the rarer product first', () => {
	const pairs = ready(shop).bestPairs(10);
	expect(pairs.map(({first, second}) => [first, second])).toEqual([
		[bread, butter],
		[paint, brush],
		[jam, bread],
		[jam, butter],
	]);
	expect(pairs[2]).toMatchObject({both: 30, confidence: 1});
});

test('by customers two orders of one person go together, by baskets they do not, but those of guests do', () => {
	const apart: TestOrder[] = [];
	for (let customer = 0; customer < 40; customer++) {
		apart.push([customer, bread, nails], [customer, jam], [-1, paint, brush]);
	}
	expect(createRecommender(purchasesOf(apart), 'customers')).toMatchObject({status: 'ready', owners: 40});
	const {forProduct, owners} = ready(apart, 'baskets');
	expect(owners).toBe(120);
	expect(forProduct(bread, 5).map(({product}) => product)).toEqual([nails]);
	expect(forProduct(paint, 5).map(({product}) => product)).toEqual([brush]);
});

test('with fewer than thirty that have two products it is collecting, and an empty shop is no error', () => {
	expect(createRecommender(purchasesOf(shop.slice(0, 29)), 'customers')).toEqual({
		status: 'collecting',
		by: 'customers',
		ownersHave: 29,
		ownersNeeded: 30,
	});
	expect(createRecommender(purchasesOf([]), 'baskets')).toMatchObject({status: 'collecting', ownersHave: 0});
});

test('on trial are the last orders of those who had ordered before', () => {
	// Everybody comes back for what goes with their first order; nobody could know it by popularity.
	const orders: TestOrder[] = [];
	for (let group = 0; group < 20; group++) {
		for (let member = 0; member < 10; member++) {
			const customer = group * 10 + member;
			orders.push([customer, group * 2], [customer, group * 2 + 1]);
			if (member >= 5) {
				orders.push([customer, 40 + member]);
			}
		}
	}
	const {score} = ready(orders);
	// Of those who came three times, the last product is anybody's; the model has seen their pair. Of the
	// others it saw the first half of the pair only, and the pair of those who came three times.
	expect(score.forCustomer).toMatchObject({orders: 200, verdict: 'better'});
	expect(score.forCustomer!.hitRate).toBeGreaterThanOrEqual(0.5);
	expect(score.forCustomer!.popularity).toBeLessThan(0.5);
	expect(score.forProduct).toBeUndefined();
});

test('where purchases are by chance, recommendations are not called better than best sellers', () => {
	const random = randomStream(3, 'sales', 0);
	const orders = Array.from(
		{length: 3000},
		(_, order): TestOrder => [order % 600, ...[0, 0, 0].map(() => Math.floor(60 * random() ** 2))],
	);
	const {score} = ready(orders);
	expect(score.forCustomer!.orders).toBeGreaterThan(300);
	expect(score.forCustomer!.verdict).not.toBe('better');
	expect(score.forProduct!.verdict).not.toBe('better');
});

test('in the simulated shop they beat best sellers, for a product and for a customer, and find its affinities', () => {
	const {orders} = shopHistory({days: 30});
	const [customers, products] = [new Map<string, number>(), new Map<string, number>()];
	const numberIn = (names: Map<string, number>, name: string) =>
		names.get(name) ?? names.set(name, names.size).size - 1;
	const recommender = ready(
		orders.map(
			({customer, lines}): TestOrder => [
				customer ? numberIn(customers, customer.code) : -1,
				...lines.map(({product, quantity}) => [numberIn(products, product.code), quantity] as const),
			],
		),
	);
	const {forCustomer, forProduct} = recommender.score;
	expect(forProduct).toMatchObject({verdict: 'better'});
	expect(forProduct!.hitRate).toBeGreaterThan(3 * forProduct!.popularity);
	expect(forCustomer).toMatchObject({verdict: 'better', orders: expect.any(Number)});
	expect(forCustomer!.hitRate).toBeGreaterThan(1.3 * forCustomer!.popularity);
	const [jigsawRoll] = recommender.forProduct(products.get('TOY-05')!, 1);
	expect(jigsawRoll!.product).toBe(products.get('TOY-06'));
});
