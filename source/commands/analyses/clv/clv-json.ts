import type {CustomerAtRisk} from '../../../analytics/lifetime-value/customers-at-risk.ts';
import type {HoldOut} from '../../../analytics/lifetime-value/hold-out.ts';
import {lifeStages} from '../../../analytics/lifetime-value/life-stages.ts';
import type {LifetimeValue} from '../../../analytics/lifetime-value/lifetime-value.ts';
import type {TierMove} from '../../../analytics/lifetime-value/tier-moves.ts';
import {valueTiers} from '../../../analytics/value-tiers.ts';
import type {ClvOptions} from './clv-options.ts';
import type {ClvSubject} from './clv-subject.ts';
import {clvCaveats} from './clv-words.ts';

/** One customer as scripts read them; null where there is no model, or no money. */
export function customerToJson(
	{histories, customers, money}: ClvSubject,
	value: LifetimeValue,
	place: number,
) {
	const {alive, expectedOrders, expectedSpend, clv, tiers, stages, rfm} = value.customers;
	const {code, name} = customers[place]!;
	const moneyAt = (column: Float64Array | undefined) => (column ? money(column[place]!) : null);
	return {
		customer: code,
		frequency: histories.frequency[place]!,
		recency: histories.recency[place]!,
		T: histories.age[place]!,
		monetary: moneyAt(histories.monetary),
		alive: alive?.[place] ?? null,
		expectedOrders: expectedOrders?.[place] ?? null,
		clv: moneyAt(clv),
		tier: valueTiers[tiers[place]!]!,
		stage: lifeStages[stages[place]!]!,
		name: name ?? null,
		expectedSpend: moneyAt(expectedSpend),
		rfm: {
			recency: rfm.recency[place]!,
			frequency: rfm.frequency[place]!,
			monetary: rfm.monetary?.[place] ?? null,
		},
	};
}

function atRiskToJson(
	{place, tierBefore, aliveBefore, alive, valueLost}: CustomerAtRisk,
	{customers, histories, money}: ClvSubject,
) {
	const {id, code, name} = customers[place]!;
	return {
		customer: code,
		customerId: id ?? null,
		name: name ?? null,
		tierBefore: valueTiers[tierBefore]!,
		aliveBefore,
		alive,
		valueLost: money(valueLost),
		frequency: histories.frequency[place]!,
		silence: histories.age[place]! - histories.recency[place]!,
	};
}

export type ShownClv = {
	readonly subject: ClvSubject;
	readonly value: LifetimeValue;
	/** Which customers to show, as places in the columns. */
	readonly places: readonly number[];
	readonly options: ClvOptions;
	/** Where they were asked for. */
	readonly moves: readonly TierMove[] | undefined;
	/** Where an earlier moment was asked for. */
	readonly atRisk?: readonly CustomerAtRisk[] | undefined;
	/** Where it was asked for. */
	readonly holdOut?: StoredHoldOut | undefined;
};

/** How a model did that was fitted to what was known at a moment, in UTC milliseconds. */
export type StoredHoldOut =
	| {readonly status: 'collecting'; readonly from: number}
	| ({readonly status: 'ready'; readonly from: number; readonly days: number} & HoldOut);

/** The CLV contract. `moves` is there where it was asked for. */
export function clvToJson({subject, value, places, options, moves, atRisk, holdOut}: ShownClv) {
	const {model} = value;
	const fit = model.status === 'ready' ? model.orders : undefined;
	const spend =
		model.status === 'ready' && model.spend.status === 'gamma-gamma' ? model.spend.parameters : undefined;
	const money = (amount: number | undefined) => (amount === undefined ? null : subject.money(amount));
	return {
		status: model.status,
		model: fit ? 'bg/nbd' : 'historic',
		period: options.period,
		until: subject.until === undefined ? null : new Date(subject.until).toISOString(),
		parameters: fit?.parameters ?? null,
		logLikelihood: fit?.logLikelihood ?? null,
		spend: spend ? {p: spend.p, q: spend.q, v: spend.v / subject.moneyScale} : null,
		customers: places.map(place => customerToJson(subject, value, place)),
		tiers: value.tiers.map(tier => ({...tier, revenue: money(tier.revenue), clv: money(tier.clv)})),
		currency: subject.currency ?? null,
		horizonMonths: options.horizon.months,
		monthlyDiscount: options.horizon.monthlyDiscount,
		caveats: clvCaveats(value, subject, options),
		...(moves && {moves: moves.map(({from, to, customers}) => ({from: from ?? null, to, customers}))}),
		...(atRisk && {atRisk: atRisk.map(customer => atRiskToJson(customer, subject))}),
		...(holdOut && {holdOut: {...holdOut, from: new Date(holdOut.from).toISOString()}}),
	};
}
