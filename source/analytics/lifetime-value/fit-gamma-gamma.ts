import type {CustomerHistories} from './customer-histories.ts';
import {gammaGammaLikelihood} from './gamma-gamma-likelihood.ts';
import type {GammaGammaParameters} from './gamma-gamma-parameters.ts';
import {maximiseLikelihood} from './maximise-likelihood.ts';
import {spendersOf} from './spenders.ts';

/** Where searches begin: p, q, v in mean spends. */
const starts = [
	[1, 2, 1],
	[6, 4, 0.5],
	[30, 10, 0.3],
] as const;

/**
 * Fits the Gamma-Gamma model by maximum likelihood to the customers whose repeat purchases cost
 * something.
 *
 * Money is measured in a usual spend meanwhile, so the unit of money changes `v` and nothing else.
 *
 * @param usualSpend a purchase's value, roughly
 * @returns nothing where the searches come to no rest
 */
export function fitGammaGamma(
	histories: CustomerHistories,
	usualSpend: number,
): GammaGammaParameters | undefined {
	const spenders = spendersOf(histories, usualSpend);
	const customers = spenders.totals.length;
	const fits = starts.map(start =>
		maximiseLikelihood(
			([p, q, v]) => gammaGammaLikelihood({p: p!, q: q!, v: v!}, spenders) / customers,
			start,
		),
	);
	const best = fits.reduce((one, other) => (other.value > one.value ? other : one));
	const [p, q, v] = best.parameters;
	return best.isConverged ? {p: p!, q: q!, v: v! * usualSpend} : undefined;
}
