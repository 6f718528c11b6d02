import {type Association, association} from './association.ts';
import type {Neighbour} from './neighbours.ts';
import {createRanking, type Ranked} from './rank-for-customer.ts';
import type {ReadyRecommender} from './recommender.ts';

/** What goes with each product, small enough to be kept: plain JSON. */
export type NeighbourLists = {
	/** Customers or baskets that have anything. */
	readonly owners: number;
	/**
	 * By a product's id how many have it, then of each neighbour its id and how many have both, the most
	 * similar first. Products that nobody has are left out.
	 */
	readonly products: Readonly<Record<string, readonly number[]>>;
};

/** How many neighbours all products keep together: a shop of 5,000 products keeps ten of each, in 400 kB. */
const mostEntries = 50_000;

/** Ten to thirty neighbours recommend as well as all (Deshpande, Karypis 2004, §6.1). */
const mostOfOne = 20;
const leastOfOne = 3;

/** @param ids of the products, which the recommender numbers from 0 */
export function neighbourLists(recommender: ReadyRecommender, ids: readonly number[]): NeighbourLists {
	const kept = Math.max(leastOfOne, Math.min(mostOfOne, Math.floor(mostEntries / Math.max(1, ids.length))));
	const products: Record<string, readonly number[]> = {};
	for (const [product, neighbours] of recommender.neighbours().entries()) {
		const owners = recommender.ownersOf(product);
		if (owners > 0) {
			const nearest = neighbours.slice(0, kept);
			products[ids[product]!] = [owners, ...nearest.flatMap(({product: other, both}) => [ids[other]!, both])];
		}
	}
	return {owners: recommender.owners, products};
}

/** A product by its id, and how it goes with another. */
export type ListedCompanion = Association & {readonly id: number};

/** What goes with a product, the most similar first; nothing for one that nobody has. */
export function companionsOf({owners, products}: NeighbourLists, id: number): readonly ListedCompanion[] {
	const [first = 0, ...rest] = products[id] ?? [];
	return pairsOf(rest).flatMap(([other, both]) => {
		const second = products[other]?.[0];
		return second === undefined ? [] : [{id: other, ...association({both, first, second, owners})}];
	});
}

/** What to offer to somebody, by ids; see `createRanking`. */
export type RankListed = (
	had: readonly number[],
	limit: number,
	isOffered: (id: number) => boolean,
) => readonly Ranked[];

export function rankingFrom(lists: NeighbourLists): RankListed {
	const ids = Object.keys(lists.products).map(Number);
	const placeOf = new Map(ids.map((id, place) => [id, place]));
	const ownersOf = (place: number) => lists.products[ids[place]!]![0]!;
	const rank = createRanking({
		neighboursOf: place => neighboursOf(lists, ids[place]!, placeOf),
		popular: ids
			.map((_, place) => place)
			.sort((one, other) => ownersOf(other) - ownersOf(one) || one - other),
	});
	return (had, limit, isOffered) =>
		rank(
			had.flatMap(id => placeOf.get(id) ?? []),
			limit,
			place => isOffered(ids[place]!),
		).map(({product, score, because}) => ({
			product: ids[product]!,
			score,
			because: because && {...because, product: ids[because.product]!},
		}));
}

function neighboursOf(
	lists: NeighbourLists,
	id: number,
	placeOf: ReadonlyMap<number, number>,
): readonly Neighbour[] {
	return companionsOf(lists, id).flatMap(({id: other, both, cosine}) => {
		const product = placeOf.get(other);
		return product === undefined ? [] : [{product, both, cosine}];
	});
}

function pairsOf(values: readonly number[]): readonly (readonly [number, number])[] {
	return Array.from({length: values.length >> 1}, (_, index) => [values[2 * index]!, values[2 * index + 1]!]);
}
