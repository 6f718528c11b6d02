import type {ValueTier} from '../value-tiers.ts';
import type {LifetimeModel} from './lifetime-model.ts';
import type {RfmScores} from './rfm-scores.ts';

/** What every customer is worth, in columns like those of the histories; crosses to and from a worker. */
export type LifetimeValue = {
	readonly model: LifetimeModel;
	readonly customers: CustomerValues;
	readonly tiers: readonly TierValue[];
	/**
	 * Correlation of how often repeat buyers buy and what they spend, where a Gamma-Gamma model was
	 * fitted: it assumes none.
	 */
	readonly spendCorrelation: number | undefined;
};

export type CustomerValues = {
	/** Probability that they still buy; absent without a model, as are the next two. */
	readonly alive: Float64Array | undefined;
	/** Purchases over the horizon. */
	readonly expectedOrders: Float64Array | undefined;
	/** Value of a coming purchase; also absent without money. */
	readonly expectedSpend: Float64Array | undefined;
	/** Discounted value of the purchases to come; without a model, what was brought so far. */
	readonly clv: Float64Array | undefined;
	/** Places in `valueTiers`. */
	readonly tiers: Uint8Array;
	/** Places in `lifeStages`. */
	readonly stages: Uint8Array;
	readonly rfm: RfmScores;
};

export type TierValue = {
	readonly tier: ValueTier;
	readonly customers: number;
	/** How many of them are new, and how many lapsed. */
	readonly new: number;
	readonly lapsed: number;
	readonly revenue: number | undefined;
	readonly clv: number | undefined;
};
