import type {LifetimeModel, SpendModel} from '../analytics/lifetime-value/lifetime-model.ts';
import type {LifetimeValue} from '../analytics/lifetime-value/lifetime-value.ts';

/** From here on spend and frequency go together more than the Gamma-Gamma model allows for. */
const notableCorrelation = 0.3;

/** What to know before trusting the values: why there is no model, or what one of its parts lacks. */
export function clvCaveats({model, spendCorrelation}: LifetimeValue): string[] {
	if (model.status !== 'ready') {
		return [withoutModel(model)];
	}
	const spend = spendCaveat(model.spend);
	return [
		...(spend === undefined ? [] : [spend]),
		...(spendCorrelation !== undefined && Math.abs(spendCorrelation) >= notableCorrelation
			? [
					`who buys often spends ${spendCorrelation > 0 ? 'more' : 'less'} at a time (correlation ${spendCorrelation.toFixed(2)}), which the Gamma-Gamma model takes not to be so`,
				]
			: []),
	];
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
