import type {Neighbour} from './neighbours.ts';

/** What to offer to somebody who has some products already. */
export type Ranked = {
	readonly product: number;
	/** The sum of the similarities to what they have; 0 for a best seller that nothing speaks for. */
	readonly score: number;
	/** What they have that speaks for it most, and how many have both. */
	readonly because: {readonly product: number; readonly both: number} | undefined;
};

export type Ranking = {
	/** What goes with a product. */
	readonly neighboursOf: (product: number) => readonly Neighbour[];
	/** All products, the one that most have first. */
	readonly popular: readonly number[];
};

/** @returns the best products for somebody by what they have: those that are offered, then all others */
export type RankForCustomer = (
	had: readonly number[],
	limit: number,
	isOffered?: (product: number) => boolean,
) => Ranked[];

/**
 * Ranks products by the sum of their cosines to what somebody has (Deshpande, Karypis, "Item-based
 * top-N recommendation algorithms", ACM TOIS 22, 2004, §4); equals in the order of products. Where
 * nothing more speaks for anything, best sellers follow. What they have is left out.
 */
export function createRanking({neighboursOf, popular}: Ranking): RankForCustomer {
	const scores = new Float64Array(popular.length);
	const strongest = new Float64Array(popular.length);
	const because = new Int32Array(popular.length);
	const bothOf = new Int32Array(popular.length);

	return (had, limit, isOffered = () => true) => {
		const known = new Set(had);
		const found: number[] = [];
		// In the order of products, so that sums do not depend on the order of purchases.
		for (const owned of [...known].sort((one, other) => one - other)) {
			for (const {product, both, cosine} of neighboursOf(owned)) {
				if (scores[product] === 0) {
					found.push(product);
				}
				scores[product]! += cosine;
				if (cosine > strongest[product]!) {
					strongest[product] = cosine;
					because[product] = owned;
					bothOf[product] = both;
				}
			}
		}
		const better = (one: number, other: number) =>
			Number(isOffered(other)) - Number(isOffered(one)) || scores[other]! - scores[one]! || one - other;
		const ranked = firstOf(
			found.filter(product => !known.has(product)),
			limit,
			better,
		).map(
			(product): Ranked => ({
				product,
				score: scores[product]!,
				because: {product: because[product]!, both: bothOf[product]!},
			}),
		);
		for (const product of popular) {
			if (ranked.length >= limit) {
				break;
			}
			if (!known.has(product) && scores[product] === 0 && isOffered(product)) {
				ranked.push({product, score: 0, because: undefined});
			}
		}
		for (const product of found) {
			scores[product] = 0;
			strongest[product] = 0;
		}
		return ranked;
	};
}

/** The first of an order, without putting all others in order too. */
function firstOf(
	products: readonly number[],
	limit: number,
	compare: (one: number, other: number) => number,
): number[] {
	const first: number[] = [];
	for (const product of products) {
		if (first.length === limit && (limit === 0 || compare(product, first[limit - 1]!) > 0)) {
			continue;
		}
		let place = first.length === limit ? limit - 1 : first.length;
		while (place > 0 && compare(product, first[place - 1]!) < 0) {
			first[place] = first[place - 1]!;
			place--;
		}
		first[place] = product;
	}
	return first;
}
