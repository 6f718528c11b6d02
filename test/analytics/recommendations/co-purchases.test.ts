import {expect, test} from 'vitest';
import {CoPurchases} from '../../../source/analytics/recommendations/co-purchases.ts';
import {findNeighbours, neighbourFinder} from '../../../source/analytics/recommendations/neighbours.ts';
import fc from '../../helpers/property.ts';

const productCount = 9;
const pair = fc.tuple(fc.nat(7), fc.nat(productCount - 1));

function modelOf(pairs: readonly (readonly [number, number])[], ownerLimit = 8): CoPurchases {
	return new CoPurchases(
		Int32Array.from(pairs, ([owner]) => owner),
		Int32Array.from(pairs, ([, product]) => product),
		{ownerLimit, productCount},
	);
}

/** Counted the plain way, pair by pair. */
function countedPlainly(pairs: readonly (readonly [number, number])[]) {
	const had = new Map<number, Set<number>>();
	for (const [owner, product] of pairs) {
		had.set(owner, (had.get(owner) ?? new Set()).add(product));
	}
	const baskets = [...had.values()];
	return {
		owners: baskets.length,
		ofSeveral: baskets.filter(basket => basket.size > 1).length,
		rows: Array.from({length: productCount}, (_, one) =>
			Array.from(
				{length: productCount},
				(_product, other) => baskets.filter(basket => basket.has(one) && basket.has(other)).length,
			),
		),
	};
}

const allOf = (model: CoPurchases) => ({
	owners: model.ownerCount,
	ofSeveral: model.ownersOfSeveral,
	rows: Array.from({length: productCount}, (_, product) => [...model.row(product)]),
});

test('every count is that of going through all owners', () => {
	fc.assert(
		fc.property(fc.array(pair), pairs => {
			expect(allOf(modelOf(pairs))).toEqual(countedPlainly(pairs));
		}),
	);
});

test('adding orders one by one gives what counting everything anew gives, also for rows that were counted before', () => {
	// Owner 8 and above are new ones, as new baskets are.
	const order = fc.tuple(fc.nat(12), fc.array(fc.nat(productCount - 1), {maxLength: 5}));
	fc.assert(
		fc.property(fc.array(pair), fc.array(order), fc.subarray([0, 3, 8]), (pairs, orders, asked) => {
			const model = modelOf(pairs);
			for (const product of asked) {
				model.row(product);
			}
			for (const [owner, products] of orders) {
				model.add(owner, products);
			}
			const all = [
				...pairs,
				...orders.flatMap(([owner, products]) => products.map(product => [owner, product] as const)),
			];
			expect(allOf(model)).toEqual(countedPlainly(all));
			const anew = modelOf(all, 13);
			expect(findNeighbours(model)).toEqual(findNeighbours(anew));
			const neighboursOf = neighbourFinder(model);
			expect(Array.from({length: productCount}, (_, product) => neighboursOf(product))).toEqual(
				findNeighbours(anew),
			);
		}),
	);
});

test('the order of purchases and buying twice change nothing', () => {
	fc.assert(
		fc.property(fc.array(pair), pairs => {
			expect(allOf(modelOf([...pairs.toReversed(), ...pairs]))).toEqual(allOf(modelOf(pairs)));
		}),
	);
});

test('equals are ranked by how many have both, then in the order of products', () => {
	// 0 goes with 1, 2 and 3 alike; 4 to 8 are had by all others, so that nothing is by chance.
	const owners = Array.from({length: 40}, (_, owner) => owner);
	const pairs = owners.flatMap(owner =>
		(owner < 5 ? [3, 0, 2, 1] : [4 + (owner % 5)]).map(product => [owner, product] as const),
	);
	const [first] = findNeighbours(modelOf(pairs, 40));
	expect(first).toEqual([1, 2, 3].map(product => ({product, both: 5, cosine: 1})));
});
