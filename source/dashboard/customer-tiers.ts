import type {Standing} from '../analytics/lifetime-value/standings.ts';
import type {ValueTier} from '../analytics/value-tiers.ts';
import {foundResult} from './analysed-result.ts';
import type {Analyses} from './analyses.ts';
import type {TierSummary, TiersBy} from './dashboard.ts';
import type {Ledger} from './ledger.ts';

/** The one kind of tier that everything shows at a moment. */
export type CustomerTiers = {
	readonly by: TiersBy;
	/** Absent for who came after lifetime values were worked out last. */
	readonly tierOf: (customerId: number) => ValueTier | undefined;
	/** Absent where tiers go by revenue. */
	readonly standingOf: (customerId: number) => Standing | undefined;
	readonly summaries: () => readonly TierSummary[];
};

/** By lifetime value as soon as that is known of each customer, else by what they have brought so far. */
export function customerTiers(
	{tiers, customers}: Pick<Ledger, 'tiers' | 'customers'>,
	{lifetimeValue}: Analyses,
): CustomerTiers {
	const value = foundResult(lifetimeValue);
	if (!value?.hasModel || !value.standingOf) {
		return {
			by: 'revenue',
			tierOf: id => tiers.tierOf(customers.totalOf(id).revenue),
			standingOf: () => undefined,
			summaries: tiers.summaries,
		};
	}
	const {standingOf} = value;
	const total = value.tiers.reduce((sum, {revenue}) => sum + revenue, 0);
	return {
		by: 'lifetime value',
		tierOf: id => standingOf(id)?.tier,
		standingOf,
		summaries: () =>
			value.tiers.map(({tier, customers: count, revenue}) => ({
				...{tier, customers: count, revenue},
				share: total === 0 ? 0 : revenue / total,
			})),
	};
}
