import type {CustomerHistories} from './customer-histories.ts';
import {fitBgNbd} from './fit-bg-nbd.ts';
import {fitGammaGamma} from './fit-gamma-gamma.ts';
import type {LifetimeModel, SpendModel} from './lifetime-model.ts';
import {spenderPlaces} from './spenders.ts';

/** Fewer than this say too little about four parameters. */
const repeatBuyersNeeded = 30;

/**
 * The likelihood has no maximum where nobody seems to leave: b grows without end, and everybody would stay
 * for ever. Below this mean probability of leaving after a purchase, a / (a + b), that is what happened.
 */
const leastDropout = 1e-4;

/** Spends that differ by less, relative to their mean, do not differ: rounding does that. */
const leastSpread = 1e-6;

/** Fits what the histories have ground for, and says where they have none. */
export function fitLifetimeModel(histories: CustomerHistories): LifetimeModel {
	const {frequency} = histories;
	const repeatBuyersHave = frequency.reduce((count, repeats) => count + (repeats > 0 ? 1 : 0), 0);
	if (repeatBuyersHave < repeatBuyersNeeded) {
		return {status: 'collecting', repeatBuyersHave, repeatBuyersNeeded};
	}
	if (frequency.every(repeats => repeats === frequency[0])) {
		return {
			status: 'historic',
			reason: `every customer came back ${frequency[0]} times, so nothing tells frequent buyers from rare ones`,
		};
	}
	const orders = fitBgNbd(histories);
	if (!orders) {
		return {status: 'historic', reason: 'the search for the most likely BG/NBD model came to no end'};
	}
	const {a, b} = orders.parameters;
	if (a / (a + b) < leastDropout) {
		return {
			status: 'historic',
			reason:
				'nobody was watched for long enough to be seen leaving, so no model tells how long customers stay',
		};
	}
	return {status: 'ready', orders, spend: fitSpend(histories)};
}

function fitSpend(histories: CustomerHistories): SpendModel {
	const {frequency, monetary} = histories;
	if (!monetary) {
		return {status: 'unknown'};
	}
	const places = spenderPlaces(histories).sort(
		(one, other) => monetary[one]! - monetary[other]! || frequency[one]! - frequency[other]!,
	);
	const purchases = places.reduce((sum, place) => sum + frequency[place]!, 0);
	const mean = places.reduce((sum, place) => sum + frequency[place]! * monetary[place]!, 0) / purchases;
	if (places.length < repeatBuyersNeeded) {
		const reason = `only ${places.length} of the repeat buyers spent anything; ${repeatBuyersNeeded} are needed`;
		return {status: 'mean', mean: purchases > 0 ? mean : 0, reason};
	}
	if (monetary[places.at(-1)!]! - monetary[places[0]!]! <= leastSpread * mean) {
		return {status: 'mean', mean, reason: 'every repeat buyer spends the same'};
	}
	const parameters = fitGammaGamma(histories, mean);
	if (!parameters) {
		const reason = 'the search for the most likely Gamma-Gamma model came to no end';
		return {status: 'mean', mean, reason};
	}
	return parameters.q > 1
		? {status: 'gamma-gamma', parameters}
		: {status: 'mean', mean, reason: 'spends differ so widely that the Gamma-Gamma model has no mean'};
}
