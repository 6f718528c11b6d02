import type {LifetimeModel, SpendModel} from '../../../analytics/lifetime-value/lifetime-model.ts';
import type {LifetimeValue} from '../../../analytics/lifetime-value/lifetime-value.ts';
import type {ClvOptions} from './clv-options.ts';
import type {ClvSubject} from './clv-subject.ts';

/** From here on spend and frequency go together more than the Gamma-Gamma model allows for. */
const notableCorrelation = 0.3;

/** What to know before trusting the values: why there is no model, or where it reaches too far. */
export function clvCaveats(
	{model, spendCorrelation}: LifetimeValue,
	{histories}: ClvSubject,
	{horizon, period}: ClvOptions,
): string[] {
	if (model.status !== 'ready') {
		return [withoutModel(model)];
	}
	const observed = histories.age.reduce((longest, age) => Math.max(longest, age), 0);
	const ahead = horizon.months * horizon.periodsPerMonth;
	return [
		spendCaveat(model.spend),
		correlationCaveat(spendCorrelation),
		ahead > observed
			? `the horizon of ${ahead.toFixed(0)} ${period}s is longer than the ${observed.toFixed(0)} that customers have been watched`
			: undefined,
	].filter(caveat => caveat !== undefined);
}

const untilThen = 'customers are worth what they brought so far';

function withoutModel(model: Exclude<LifetimeModel, {status: 'ready'}>): string {
	return model.status === 'collecting'
		? `${model.repeatBuyersHave} customers came back so far and ${model.repeatBuyersNeeded} are needed for a model; until then ${untilThen}`
		: `${model.reason}; ${untilThen}`;
}

function spendCaveat(spend: SpendModel): string | undefined {
	switch (spend.status) {
		case 'mean':
			return `${spend.reason}, so every coming purchase is taken to bring the mean of those so far`;
		case 'unknown':
			return 'nothing is known of money, so customers are ranked by expected orders';
		default:
			return undefined;
	}
}

function correlationCaveat(correlation = 0): string | undefined {
	return Math.abs(correlation) < notableCorrelation
		? undefined
		: `who buys often spends ${correlation > 0 ? 'more' : 'less'} at a time (correlation ${correlation.toFixed(2)}), which the Gamma-Gamma model takes not to be so`;
}
