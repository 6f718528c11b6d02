/** How strongly two products go together, from who has which. */
export type Association = {
	/** Owners who have both. */
	readonly both: number;
	/** Of all owners, how many have both. */
	readonly support: number;
	/** Of the owners of the first, how many have the second. */
	readonly confidence: number;
	/** By how much more often both are had than if one said nothing of the other; 1 is chance. */
	readonly lift: number;
	/** 0 for never together, 1 for always together. */
	readonly cosine: number;
};

/** Of `owners`, how many have the first product, the second, and both. */
export type Overlap = {
	readonly both: number;
	readonly first: number;
	readonly second: number;
	readonly owners: number;
};

/**
 * Measures of two products a and b, had by n(a), n(b) and both by n(ab) of N owners, yes or no:
 *
 *     support     n(ab) / N
 *     confidence  n(ab) / n(a)
 *     lift        n(ab) · N / (n(a) · n(b))
 *     cosine      n(ab) / √(n(a) · n(b))
 *
 * The cosine is that of the products' columns in the matrix of owners × products (Sarwar, Karypis,
 * Konstan, Riedl, "Item-based collaborative filtering recommendation algorithms", WWW 2001, §3.1.1;
 * Linden, Smith, York, "Amazon.com recommendations", IEEE Internet Computing 7, 2003). Support,
 * confidence: Agrawal, Imieliński, Swami, SIGMOD 1993; lift: Brin, Motwani, Ullman, Tsur, SIGMOD 1997.
 */
export function association({both, first, second, owners}: Overlap): Association {
	return {
		both,
		support: both / owners,
		confidence: both / first,
		lift: (both * owners) / (first * second),
		cosine: both / Math.sqrt(first * second),
	};
}

/** Owners who must have both before two products are said to go together. */
export const leastTogether = 3;

/** Chance alone exceeds it once in 1,000 times: the χ² quantile with one degree of freedom. */
const significantRatio = 10.828;

/** @returns whether two products are had together often enough, and more often than by chance */
export function associationTest(owners: number): (overlap: Omit<Overlap, 'owners'>) => boolean {
	const ratio = logLikelihoodRatio(owners);
	return overlap =>
		overlap.both >= leastTogether &&
		overlap.both * owners > overlap.first * overlap.second &&
		ratio(overlap) >= significantRatio;
}

/**
 * The log-likelihood ratio of the 2 × 2 table against independence, G² = 2 Σ k ln(k / expected k).
 *
 * Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
 * Linguistics 19, 1993: unlike Pearson's χ² it holds for the small counts that most pairs have. All
 * counts are whole, so their k ln k are taken from a table: millions of pairs are tested.
 */
export function logLikelihoodRatio(owners: number): (overlap: Omit<Overlap, 'owners'>) => number {
	const entropy = new Float64Array(owners + 1);
	for (let count = 2; count <= owners; count++) {
		entropy[count] = count * Math.log(count);
	}
	return ({both, first, second}) =>
		2 *
		(entropy[both]! +
			entropy[first - both]! +
			entropy[second - both]! +
			entropy[owners - first - second + both]! -
			entropy[first]! -
			entropy[second]! -
			entropy[owners - first]! -
			entropy[owners - second]! +
			entropy[owners]!);
}
