import {incompleteBeta} from './incomplete-beta.ts';

/** P(|T| ≥ |t|) of Student's distribution. R: `2 * pt(-abs(t), df)`. */
export function studentBothTails(t: number, df: number): number {
	return Number.isFinite(t) ? incompleteBeta(df / (df + t * t), df / 2, 0.5) : 0;
}

const mostSteps = 200;

/** The t beyond which both tails together hold that probability. R: `qt(1 - probability / 2, df)`. */
export function studentBound(probability: number, df: number): number {
	let [low, high] = [0, 1];
	while (studentBothTails(high, df) > probability && high < 1e12) {
		high *= 2;
	}
	for (let step = 0; step < mostSteps && high - low > 1e-12 * high; step++) {
		const middle = (low + high) / 2;
		if (studentBothTails(middle, df) > probability) {
			low = middle;
		} else {
			high = middle;
		}
	}
	return (low + high) / 2;
}
