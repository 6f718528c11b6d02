import type {Money} from '../money.ts';

/** Customer tiers, best first. */
export const valueTiers = ['Platinum', 'Gold', 'Silver', 'Bronze'] as const;

export type ValueTier = (typeof valueTiers)[number];

/** The revenue from which a customer is in each tier; whoever reaches none is Bronze. */
export type TierCutoffs = Readonly<Record<Exclude<ValueTier, 'Bronze'>, Money>>;

/** Up to which share of all revenue, counted from the best customer down, each tier reaches. */
const valueShares = {Platinum: 0.2, Gold: 0.5, Silver: 0.8} as const;

/**
 * Cuts customers into tiers by their share of the value: Platinum are the best ones who together
 * bring the first 20 % of the revenue, Gold those who bring it to 50 %, Silver to 80 %.
 *
 * Customers of equal revenue are in one tier. Revenue below zero counts as none.
 *
 * @param revenues what each customer has brought so far, highest first
 */
export function tierCutoffs(revenues: ArrayLike<Money>): TierCutoffs {
	let total = 0;
	for (let index = 0; index < revenues.length; index++) {
		total += Math.max(0, revenues[index]!);
	}
	const cutoffs = {
		Platinum: Number.POSITIVE_INFINITY,
		Gold: Number.POSITIVE_INFINITY,
		Silver: Number.POSITIVE_INFINITY,
	};
	let before = 0;
	let index = 0;
	for (const tier of ['Platinum', 'Gold', 'Silver'] as const) {
		// Whoever stands across a border belongs to the tier in which their value begins.
		while (index < revenues.length && revenues[index]! > 0 && before < valueShares[tier] * total) {
			before += revenues[index]!;
			index++;
		}
		cutoffs[tier] = index === 0 ? Number.POSITIVE_INFINITY : revenues[index - 1]!;
	}
	return cutoffs;
}

export function tierOf(revenue: Money, cutoffs: TierCutoffs): ValueTier {
	return valueTiers.find(tier => tier === 'Bronze' || revenue >= cutoffs[tier])!;
}
