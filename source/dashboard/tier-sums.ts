import {type TierCutoffs, tierCutoffs, tierOf, type ValueTier, valueTiers} from '../analytics/value-tiers.ts';
import type {Money} from '../money.ts';
import type {TierSummary} from './dashboard.ts';

/**
 * How many customers each tier has and what they have brought. The borders between tiers are those
 * of the last time that all customers were read; between, a customer who buys moves across them.
 */
export type TierSums = {
	readonly tierOf: (revenue: Money) => ValueTier;
	/** @param before what the customer had brought; absent for a new one */
	readonly move: (before: Money | undefined, after: Money) => void;
	readonly summaries: () => readonly TierSummary[];
};

/** @param revenues of all customers, highest first */
export function createTierSums(revenues: ArrayLike<Money>): TierSums {
	const cutoffs: TierCutoffs = tierCutoffs(revenues);
	const sums = new Map(valueTiers.map(tier => [tier, {customers: 0, revenue: 0}]));
	const add = (revenue: Money, sign: 1 | -1) => {
		const sum = sums.get(tierOf(revenue, cutoffs))!;
		sum.customers += sign;
		sum.revenue += sign * revenue;
	};
	let index = 0;
	for (const [tier, sum] of sums) {
		// They come highest first, so each tier is one stretch of them.
		while (index < revenues.length && (tier === 'Bronze' || revenues[index]! >= cutoffs[tier])) {
			sum.customers++;
			sum.revenue += revenues[index]!;
			index++;
		}
	}
	return {
		tierOf: revenue => tierOf(revenue, cutoffs),
		move(before, after) {
			if (before !== undefined) {
				add(before, -1);
			}
			add(after, 1);
		},
		summaries() {
			const total = [...sums.values()].reduce((sum, {revenue}) => sum + revenue, 0);
			return valueTiers.map(tier => {
				const {customers, revenue} = sums.get(tier)!;
				return {tier, customers, revenue, share: total === 0 ? 0 : revenue / total};
			});
		},
	};
}
