import {expect, test} from 'vitest';
import {
	companionsOf,
	type NeighbourLists,
	neighbourLists,
	rankingFrom,
} from '../../../source/analytics/recommendations/neighbour-lists.ts';
import {createRecommender} from '../../../source/analytics/recommendations/recommender.ts';
import {purchasesOf, type TestOrder} from './purchases.ts';

/** 40 of 100 have bread, 30 butter and 20 jam; 25 bread and butter, 10 bread and jam; nails go with nothing. */
const lists: NeighbourLists = {
	owners: 100,
	products: {7: [40, 8, 25, 9, 10], 8: [30, 7, 25], 9: [20, 7, 10], 12: [60]},
};

test('what goes with a product comes with the measures that the counts give', () => {
	expect(companionsOf(lists, 7)).toEqual([
		{
			...{id: 8, both: 25, support: 0.25, confidence: 0.625},
			lift: expect.closeTo((25 * 100) / (40 * 30)),
			cosine: expect.closeTo(25 / Math.sqrt(1200)),
		},
		{
			...{id: 9, both: 10, support: 0.1, confidence: 0.25},
			lift: expect.closeTo(1.25),
			cosine: expect.closeTo(10 / Math.sqrt(800)),
		},
	]);
	expect(companionsOf(lists, 12)).toEqual([]);
	expect(companionsOf(lists, 99)).toEqual([]);
});

test('somebody is offered what goes with what they have, then best sellers, and nothing that they have', () => {
	const rank = rankingFrom(lists);
	expect(rank([8, 9], 3, () => true)).toEqual([
		{
			product: 7,
			score: expect.closeTo(25 / Math.sqrt(1200) + 10 / Math.sqrt(800)),
			because: {product: 8, both: 25},
		},
		{product: 12, score: 0, because: undefined},
	]);
	expect(rank([7], 1, id => id !== 8)).toMatchObject([{product: 9}]);
	// A product that nobody has yet is no reason for anything.
	expect(rank([99], 1, () => true)).toMatchObject([{product: 12, score: 0}]);
});

test('kept lists recommend as the recommender does that they were made by', () => {
	const purchases = purchasesOf(
		Array.from(
			{length: 400},
			(_, customer): TestOrder => [
				customer,
				...[customer % 7, 7 + (customer % 7), 20 + (customer % 3)],
				...(customer % 5 === 0 ? [14 + (customer % 6)] : []),
			],
		),
	);
	const recommender = createRecommender(purchases, 'customers');
	if (recommender.status !== 'ready') {
		throw new Error('it is still collecting');
	}
	const ids = Array.from({length: purchases.productCount}, (_, product) => 1000 + 2 * product);
	const kept: NeighbourLists = JSON.parse(JSON.stringify(neighbourLists(recommender, ids)));
	let compared = 0;
	for (const [product, id] of ids.entries()) {
		const expected = recommender.forProduct(product, 20);
		expect(companionsOf(kept, id)).toEqual(
			expected.map(({product: other, ...association}) => ({...association, id: ids[other]})),
		);
		compared += expected.length;
	}
	expect(compared).toBeGreaterThan(10);
});

test('a large shop keeps fewer of each product', () => {
	const neighbours = Array.from({length: 50}, (_, other) => ({product: other, both: 9, cosine: 0.5}));
	const count = (products: number) => {
		const recommender = {
			owners: 1000,
			ownersOf: () => 100,
			neighbours: () => Array.from({length: products}, () => neighbours),
		} as unknown as Parameters<typeof neighbourLists>[0];
		const ids = Array.from({length: products}, (_, product) => product + 1);
		return neighbourLists(recommender, ids).products[1]!.length;
	};
	expect([count(200), count(5000), count(40_000)]).toEqual([1 + 2 * 20, 1 + 2 * 10, 1 + 2 * 3]);
});
