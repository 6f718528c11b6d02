import {bgNbdLikelihood} from './bg-nbd-likelihood.ts';
import type {BgNbdParameters} from './bg-nbd-parameters.ts';
import type {CustomerHistories} from './customer-histories.ts';
import {groupHistories, type HistoryGroups, sortHistories} from './history-groups.ts';
import {maximiseLikelihood} from './maximise-likelihood.ts';

export type BgNbdFit = {
	readonly parameters: BgNbdParameters;
	/** Of all customers together. */
	readonly logLikelihood: number;
};

/** Where searches begin: r, alpha in mean ages, a, b. */
const starts = [
	[1, 1, 1, 1],
	[0.25, 0.25, 1, 3],
	[2, 0.5, 0.1, 1],
	[1, 1, 0.02, 1],
] as const;

/**
 * Enough customers to tell which search leads to the highest maximum, and where that is to within a
 * tenth or so.
 */
const scoutCustomers = 3000;
const scoutError = 0.1;

/**
 * Fits the BG/NBD model by maximum likelihood. Several searches over some of the customers find
 * where the highest maximum is, one over all of them ends there.
 *
 * Time is measured in mean ages meanwhile, so the unit of time changes `alpha` and nothing else.
 *
 * @returns nothing where the searches come to no rest
 */
export function fitBgNbd(histories: CustomerHistories): BgNbdFit | undefined {
	const sorted = sortHistories(histories);
	const unit = sorted.reduce((sum, place) => sum + histories.age[place]!, 0) / sorted.length;
	const likelihoodOf = (customers: Uint32Array) => {
		const groups = inUnits(groupHistories(histories, customers), unit);
		return (parameters: readonly number[]) => bgNbdLikelihood(named(parameters), groups) / groups.customers;
	};
	const every = Math.ceil(sorted.length / scoutCustomers);
	const scouts = likelihoodOf(sorted.filter((_, place) => place % every === every >> 1));
	const best = starts
		.map(start => maximiseLikelihood(scouts, start))
		.reduce((one, other) => (other.value > one.value ? other : one));
	const fit = maximiseLikelihood(likelihoodOf(sorted), best.parameters, scoutError);
	if (!fit.isConverged) {
		return undefined;
	}
	const parameters = named(fit.parameters);
	const purchases = histories.frequency.reduce((sum, frequency) => sum + frequency, 0);
	return {
		parameters: {...parameters, alpha: parameters.alpha * unit},
		// α^r and (α+T)^−(r+x) together scale by unit^−x.
		logLikelihood: fit.value * sorted.length - purchases * Math.log(unit),
	};
}

function inUnits(groups: HistoryGroups, unit: number): HistoryGroups {
	return {...groups, times: groups.times.map(time => time / unit)};
}

function named([r, alpha, a, b]: readonly number[]): BgNbdParameters {
	return {r: r!, alpha: alpha!, a: a!, b: b!};
}
