import {nelderMead} from './nelder-mead.ts';

export type LikelihoodFit = {
	readonly parameters: readonly number[];
	/** At those parameters. */
	readonly value: number;
	/** Whether one more search from there found nothing better. */
	readonly isConverged: boolean;
};

/** Natural logarithms: parameters are looked for between e^−18 and e^18, about 10^±8. */
const bound = 18;

/**
 * Of the mean log-likelihood of a customer: below what the third decimal of a parameter moves it, and
 * above the rounding errors of a sum over 100,000 customers, among which no search comes to rest.
 */
const tolerance = 1e-11;
const worthwhile = 1e-9;

const mostRestarts = 12;

/**
 * Finds the positive parameters that make a likelihood highest, by Nelder–Mead on their logarithms,
 * so that no search can leave the positive numbers.
 *
 * A simplex can come to rest where there is no maximum; so a new one is begun where the last ended,
 * until that gains nothing.
 *
 * @param meanLogLikelihood of a customer; a mean, so that the tolerance means the same for few and many
 * @param step how far off, in logarithms, the maximum may well be
 */
export function maximiseLikelihood(
	meanLogLikelihood: (parameters: readonly number[]) => number,
	start: readonly number[],
	step = 0.5,
): LikelihoodFit {
	const objective = (logs: readonly number[]) =>
		logs.some(log => Math.abs(log) > bound)
			? Number.POSITIVE_INFINITY
			: -meanLogLikelihood(logs.map(Math.exp));
	const search = (from: readonly number[], edge: number) =>
		nelderMead(objective, from, {step: edge, tolerance, mostEvaluations: 2000});

	let best = search(start.map(Math.log), step);
	let isConverged = false;
	for (let restart = 0; restart < mostRestarts && !isConverged; restart++) {
		const next = search(best.point, restart % 2 === 0 ? step / 5 : -step / 2);
		isConverged = next.isConverged && best.value - next.value < worthwhile;
		best = next.value < best.value ? next : best;
	}
	return {
		parameters: best.point.map(Math.exp),
		value: -best.value,
		isConverged: isConverged && Number.isFinite(best.value),
	};
}
