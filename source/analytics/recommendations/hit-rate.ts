/** How often a list of five held one of the products that were then bought. */
export type HitRate = {
	/** Orders that were tried; each is of another customer. */
	readonly orders: number;
	/** Of them, how many the recommendations hit. */
	readonly hitRate: number;
	/** The same for the five best sellers that the customer did not have. */
	readonly popularity: number;
	/** What five products by chance would hit on the whole. */
	readonly random: number;
	/** Whether the recommendations beat the best sellers: *unclear* where chance may have made the difference. */
	readonly verdict: 'better' | 'unclear' | 'worse';
};

/** How long a list is that is tried. */
export const listLength = 5;

/** Fewer tell nothing. */
const leastOrders = 20;

/** The 97.5 % quantile of the normal distribution. */
const significantDeviation = 1.96;

/** Gathers the hits of one list and of the best sellers on the same orders. */
export function startTrials() {
	let orders = 0;
	let chance = 0;
	const hits = {both: 0, onlyOurs: 0, onlyPopular: 0};

	return {
		/** @param candidates how many products could have been named, of which `wanted` were bought */
		add(trial: {
			readonly isHit: boolean;
			readonly isPopularHit: boolean;
			readonly wanted: number;
			readonly candidates: number;
		}): void {
			orders++;
			chance += hitByChance(trial.wanted, trial.candidates);
			hits.both += trial.isHit && trial.isPopularHit ? 1 : 0;
			hits.onlyOurs += trial.isHit && !trial.isPopularHit ? 1 : 0;
			hits.onlyPopular += !trial.isHit && trial.isPopularHit ? 1 : 0;
		},
		/** Absent while too few orders were tried. */
		result(): HitRate | undefined {
			return orders < leastOrders
				? undefined
				: {
						orders,
						hitRate: (hits.both + hits.onlyOurs) / orders,
						popularity: (hits.both + hits.onlyPopular) / orders,
						random: chance / orders,
						verdict: verdictOf(hits.onlyOurs, hits.onlyPopular),
					};
		},
	};
}

/** McNemar's test (Psychometrika 12, 1947): only orders that one of the two hit alone tell them apart. */
function verdictOf(onlyOurs: number, onlyPopular: number): HitRate['verdict'] {
	const deviation = (onlyOurs - onlyPopular) / Math.sqrt(Math.max(1, onlyOurs + onlyPopular));
	return deviation >= significantDeviation
		? 'better'
		: deviation <= -significantDeviation
			? 'worse'
			: 'unclear';
}

/** One minus the hypergeometric probability to draw none of the wanted. */
function hitByChance(wanted: number, candidates: number): number {
	let miss = 1;
	for (let drawn = 0; drawn < Math.min(listLength, candidates); drawn++) {
		miss *= Math.max(0, candidates - wanted - drawn) / (candidates - drawn);
	}
	return 1 - miss;
}
