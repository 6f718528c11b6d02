import {tierCutoffs, tierOf, valueTiers} from '../value-tiers.ts';
import type {CustomerHistories} from './customer-histories.ts';
import type {Horizon} from './discounted-orders.ts';
import {expectedSpend} from './expected-spend.ts';
import {fitLifetimeModel} from './fit-lifetime-model.ts';
import {lifeStages, stagesOf} from './life-stages.ts';
import type {SpendModel} from './lifetime-model.ts';
import type {CustomerValues, LifetimeValue, TierValue} from './lifetime-value.ts';
import {predictOrders} from './predict-orders.ts';
import {rfmScores} from './rfm-scores.ts';
import {spendCorrelation} from './spend-correlation.ts';

/**
 * What each customer is worth: purchases to come by the BG/NBD model, each of the value that the
 * Gamma-Gamma model expects, discounted (Fader, Hardie, Lee, "RFM and CLV: Using Iso-Value Curves for
 * Customer Base Analysis", Journal of Marketing Research 42, 2005).
 *
 * Where there is no ground for a model, a customer is worth what they brought so far, and `model`
 * says why.
 *
 * Tiers are cut by share of that value; where no money is known, by expected orders.
 */
export function estimateLifetimeValue(histories: CustomerHistories, horizon: Horizon): LifetimeValue {
	const model = fitLifetimeModel(histories);
	const orders =
		model.status === 'ready' ? predictOrders(model.orders.parameters, histories, horizon) : undefined;
	const spends = model.status === 'ready' ? spendsOf(model.spend, histories) : undefined;
	const clv = orders ? spends?.map((spend, index) => spend * orders.discounted[index]!) : histories.revenue;
	const customers: CustomerValues = {
		alive: orders?.alive,
		expectedOrders: orders?.orders,
		expectedSpend: spends,
		clv,
		tiers: tiersOf(clv ?? orders?.orders ?? histories.frequency),
		stages: stagesOf(histories, orders?.alive),
		rfm: rfmScores(histories),
	};
	return {
		model,
		customers,
		tiers: sumTiers(customers, histories.revenue),
		spendCorrelation:
			model.status === 'ready' && model.spend.status === 'gamma-gamma'
				? spendCorrelation(histories)
				: undefined,
	};
}

function spendsOf(model: SpendModel, {frequency, monetary}: CustomerHistories): Float64Array | undefined {
	switch (model.status) {
		case 'gamma-gamma':
			return frequency.map((repeats, index) => expectedSpend(model.parameters, repeats, monetary![index]!));
		case 'mean':
			return frequency.map(() => model.mean);
		default:
			return undefined;
	}
}

function tiersOf(values: Float64Array): Uint8Array {
	const cutoffs = tierCutoffs(values.toSorted().reverse());
	return Uint8Array.from(values, value => valueTiers.indexOf(tierOf(value, cutoffs)));
}

function sumTiers({tiers, stages, clv}: CustomerValues, revenue: Float64Array | undefined): TierValue[] {
	return valueTiers.map((tier, place) => {
		const sum = {customers: 0, new: 0, lapsed: 0, revenue: 0, clv: 0};
		for (let index = 0; index < tiers.length; index++) {
			if (tiers[index] === place) {
				const stage = lifeStages[stages[index]!]!;
				sum.customers++;
				sum.new += stage === 'new' ? 1 : 0;
				sum.lapsed += stage === 'lapsed' ? 1 : 0;
				sum.revenue += revenue?.[index] ?? 0;
				sum.clv += clv?.[index] ?? 0;
			}
		}
		return {tier, ...sum, revenue: revenue && sum.revenue, clv: clv && sum.clv};
	});
}
