import {type Association, association} from './association.ts';
import {CoPurchases} from './co-purchases.ts';
import {type HeldOutOrder, heldOutOrders} from './held-out-orders.ts';
import {keptLines} from './kept-lines.ts';
import {compareNeighbours, findNeighbours, type Neighbour, neighbourFinder} from './neighbours.ts';
import type {Owners, Purchases} from './purchases.ts';
import {createRanking, type Ranked} from './rank-for-customer.ts';
import {type Score, scoreRecommendations} from './score-recommendations.ts';

/** A product that goes with another. */
export type Companion = Association & {readonly product: number};

/** Two products that go together; the confidence is that of the second, given the first. */
export type Pair = Association & {readonly first: number; readonly second: number};

export type Recommender =
	| {
			readonly status: 'collecting';
			readonly by: Owners;
			readonly ownersHave: number;
			readonly ownersNeeded: number;
	  }
	| ReadyRecommender;

export type ReadyRecommender = {
	readonly status: 'ready';
	readonly by: Owners;
	/** Customers or baskets that have anything. */
	readonly owners: number;
	readonly score: Score;
	/** How many have that product. */
	readonly ownersOf: (product: number) => number;
	/**
	 * What goes with a product, by cosine.
	 *
	 * @param isOffered what comes first; the others follow
	 */
	readonly forProduct: (
		product: number,
		limit: number,
		isOffered?: (product: number) => boolean,
	) => readonly Companion[];
	/** What to offer to a customer, besides what they have; the same `isOffered`. */
	readonly forCustomer: (
		customer: number,
		limit: number,
		isOffered?: (product: number) => boolean,
	) => readonly Ranked[];
	/** What goes with each product, the most similar first. */
	readonly neighbours: () => readonly (readonly Neighbour[])[];
	/** The products that go together best, each two once. */
	readonly bestPairs: (limit: number) => readonly Pair[];
};

/** With fewer that have two products or more, no pair says anything. */
const ownersNeeded = 30;

/**
 * Item-to-item collaborative filtering: which products the same customers, or the same baskets, have.
 * Incidence is yes or no; how often and how much somebody bought does not count, and what was brought
 * back whole does not count at all. By customers, guests are left out.
 *
 * The model is first made without each customer's last order and tried on those, then they are added.
 */
export function createRecommender(purchases: Purchases, by: Owners): Recommender {
	const kept = keptLines(purchases);
	const heldOut = heldOutOrders(purchases, kept);
	const model = modelWithout(heldOut, purchases, kept, by);
	const historyOf = by === 'customers' ? model : modelWithout(heldOut, purchases, kept, 'customers');
	const popular = popularProducts(model);
	const neighbours = findNeighbours(model);
	const soldCount = popular.filter(product => model.ownersOf(product) > 0).length;
	const score = scoreRecommendations(
		heldOut,
		{neighboursOf: product => neighbours[product]!, popular},
		{hadBefore: customer => historyOf.productsOf(customer), soldCount},
	);
	for (const {order, customer, bought} of heldOut) {
		model.add(by === 'customers' ? customer : order, bought);
		if (historyOf !== model) {
			historyOf.add(customer, bought);
		}
	}
	return model.ownersOfSeveral < ownersNeeded
		? {status: 'collecting', by, ownersHave: model.ownersOfSeveral, ownersNeeded}
		: {status: 'ready', by, score, ...questions(model, historyOf)};
}

function questions(model: CoPurchases, historyOf: CoPurchases) {
	const owners = model.ownerCount;
	const neighboursOf = neighbourFinder(model);
	let all: ReturnType<typeof findNeighbours> | undefined;
	const neighbours = () => {
		all ??= findNeighbours(model);
		return all;
	};
	const associationOf = (first: number, second: number, both: number) =>
		association({both, first: model.ownersOf(first), second: model.ownersOf(second), owners});
	return {
		owners,
		ownersOf: (product: number) => model.ownersOf(product),
		forProduct: (product: number, limit: number, isOffered: (product: number) => boolean = () => true) => {
			const found = neighboursOf(product);
			const offered = found.filter(neighbour => isOffered(neighbour.product));
			const others = found.filter(neighbour => !isOffered(neighbour.product));
			return [...offered, ...others]
				.slice(0, limit)
				.map(({product: other, both}) => ({product: other, ...associationOf(product, other, both)}));
		},
		forCustomer: (customer: number, limit: number, isOffered?: (product: number) => boolean) =>
			createRanking({
				neighboursOf,
				popular: popularProducts(model),
			})(historyOf.productsOf(customer), limit, isOffered),
		neighbours,
		bestPairs: (limit: number) => {
			const pairs = new Map<number, Neighbour & {readonly first: number}>();
			for (const [product, others] of neighbours().entries()) {
				for (const {product: other, both, cosine} of others) {
					const [first, second] = rarerFirst(model, product, other);
					pairs.set(first * model.productCount + second, {first, product: second, both, cosine});
				}
			}
			return [...pairs.values()]
				.sort((one, other) => compareNeighbours(one, other) || one.first - other.first)
				.slice(0, limit)
				.map(({first, product: second, both}) => ({first, second, ...associationOf(first, second, both)}));
		},
	};
}

/** Of two products, the one that says more about the other comes first. */
function rarerFirst(model: CoPurchases, one: number, other: number): readonly [number, number] {
	return (model.ownersOf(one) - model.ownersOf(other) || one - other) < 0 ? [one, other] : [other, one];
}

function modelWithout(
	heldOut: readonly HeldOutOrder[],
	{customerCount, productCount, customerOf, orderOf, productOf}: Purchases,
	kept: Uint8Array,
	by: Owners,
): CoPurchases {
	const isHeldOut = new Uint8Array(customerOf.length);
	for (const {order} of heldOut) {
		isHeldOut[order] = 1;
	}
	const ownerOf = (line: number) => (by === 'customers' ? customerOf[orderOf[line]!]! : orderOf[line]!);
	const counts = (line: number) => kept[line] === 1 && isHeldOut[orderOf[line]!] === 0 && ownerOf(line) >= 0;
	const ownerOfPair = new Int32Array(orderOf.length);
	const productOfPair = new Int32Array(orderOf.length);
	let pairs = 0;
	for (let line = 0; line < orderOf.length; line++) {
		if (counts(line)) {
			ownerOfPair[pairs] = ownerOf(line);
			productOfPair[pairs++] = productOf[line]!;
		}
	}
	return new CoPurchases(ownerOfPair.subarray(0, pairs), productOfPair.subarray(0, pairs), {
		ownerLimit: by === 'customers' ? customerCount : customerOf.length,
		productCount,
	});
}

/** All products, the one that most have first; equals in their own order. */
function popularProducts(model: CoPurchases): number[] {
	return Array.from({length: model.productCount}, (_, product) => product).sort(
		(one, other) => model.ownersOf(other) - model.ownersOf(one) || one - other,
	);
}
