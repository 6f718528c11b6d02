import type {BgNbdParameters} from '../analytics/lifetime-value/bg-nbd-parameters.ts';
import {daysPerMonth, type Horizon} from '../analytics/lifetime-value/discounted-orders.ts';
import type {GammaGammaParameters} from '../analytics/lifetime-value/gamma-gamma-parameters.ts';
import {type Standing, standingOf} from '../analytics/lifetime-value/standings.ts';
import {type ValueTier, valueTiers} from '../analytics/value-tiers.ts';
import {type Money, moneyScale} from '../money.ts';
import {type JsonFields, jsonFields} from './json-fields.ts';

/** What customers will be worth, tier by tier. */
export type LifetimeValueSummary = {
	/** Without a model, customers are worth what they brought so far. */
	readonly hasModel: boolean;
	/** What the model found, for whoever asks about one customer; absent without a model. */
	readonly fit: LifetimeFit | undefined;
	/** Of one customer; absent for all where only the summary was kept. */
	readonly standingOf: ((customerId: number) => Standing | undefined) | undefined;
	/** How far ahead their orders count. */
	readonly horizonMonths: number;
	/** Best tier first. */
	readonly tiers: readonly TierWorth[];
	/** From a month ago until now; absent from who was no customer then. */
	readonly moves: readonly TierMove[];
	/** Good customers who may be leaving, the greatest loss first. */
	readonly atRisk: readonly CustomerAtRisk[];
	/** Orders that a model from before the last days expected in them, and those that came. */
	readonly holdOut: {readonly days: number; readonly expected: number; readonly actual: number} | undefined;
};

export type LifetimeFit = {
	readonly parameters: BgNbdParameters;
	/** Absent where no model of spending holds. Counts in `Money`. */
	readonly spend: GammaGammaParameters | undefined;
	/** What the parameters count in. */
	readonly daysPerPeriod: number;
	readonly horizon: Horizon;
};

export type TierWorth = {
	readonly tier: ValueTier;
	readonly customers: number;
	/** How many of them bought once and lately, and how many are likely gone. */
	readonly new: number;
	readonly lapsed: number;
	readonly revenue: Money;
	/** Of the orders to come. */
	readonly clv: Money;
};

export type CustomerAtRisk = {
	readonly id: number;
	readonly code: string;
	readonly name: string | undefined;
	/** The tier a month ago. */
	readonly tierBefore: ValueTier;
	/** Probability that they still bought a month ago, and that they do now. */
	readonly aliveBefore: number;
	readonly alive: number;
	readonly valueLost: Money;
	readonly silentDays: number;
};

export type TierMove = {
	readonly from: ValueTier | undefined;
	readonly to: ValueTier;
	readonly customers: number;
};

/** @throws Error where the JSON is not what `salesmon clv` prints of a database */
export function readLifetimeValue(json: unknown, details?: unknown): LifetimeValueSummary {
	const result = jsonFields(json);
	return {
		hasModel: result.text('status') === 'ready',
		fit: fitOf(result),
		standingOf: details === undefined ? undefined : standingsOf(details),
		horizonMonths: result.number('horizonMonths'),
		tiers: result.list('tiers').map(tier => ({
			tier: tierAt(tier, 'tier'),
			customers: tier.number('customers'),
			new: tier.number('new'),
			lapsed: tier.number('lapsed'),
			revenue: tier.moneyOr('revenue', 0),
			clv: tier.moneyOr('clv', 0),
		})),
		moves: result.list('moves').map(move => ({
			from: move.has('from') ? tierAt(move, 'from') : undefined,
			to: tierAt(move, 'to'),
			customers: move.number('customers'),
		})),
		atRisk: result.list('atRisk').map(customer => ({
			id: customer.number('customerId'),
			code: customer.text('customer'),
			name: customer.textOr('name', undefined),
			tierBefore: tierAt(customer, 'tierBefore'),
			aliveBefore: customer.number('aliveBefore'),
			alive: customer.number('alive'),
			valueLost: customer.money('valueLost'),
			silentDays: customer.number('silence') * (result.text('period') === 'week' ? 7 : 1),
		})),
		holdOut: holdOutOf(result),
	};
}

function standingsOf(details: unknown): LifetimeValueSummary['standingOf'] {
	const packed = jsonFields(details).text('standings');
	return customerId => standingOf(packed, customerId);
}

function fitOf(result: JsonFields): LifetimeFit | undefined {
	if (!result.has('parameters')) {
		return undefined;
	}
	const {number} = result.object('parameters');
	const spend = result.has('spend') ? result.object('spend').number : undefined;
	const daysPerPeriod = result.text('period') === 'week' ? 7 : 1;
	return {
		parameters: {r: number('r'), alpha: number('alpha'), a: number('a'), b: number('b')},
		spend: spend && {p: spend('p'), q: spend('q'), v: spend('v') * moneyScale},
		daysPerPeriod,
		horizon: {
			months: result.number('horizonMonths'),
			periodsPerMonth: daysPerMonth / daysPerPeriod,
			monthlyDiscount: result.number('monthlyDiscount'),
		},
	};
}

function holdOutOf(result: JsonFields): LifetimeValueSummary['holdOut'] {
	if (!result.has('holdOut') || result.object('holdOut').text('status') !== 'ready') {
		return undefined;
	}
	const {number} = result.object('holdOut');
	return {days: number('days'), expected: number('expected'), actual: number('actual')};
}

function tierAt({text}: JsonFields, name: string): ValueTier {
	const tier = valueTiers.find(known => known === text(name));
	if (!tier) {
		throw new Error(`${text(name)} is no tier`);
	}
	return tier;
}
