import type {Sample} from './sample.ts';
import {studentBothTails, studentBound} from './student-t.ts';

export type MeanTest = {
	/** Of the means, or of the mean from zero. */
	readonly difference: number;
	readonly t: number;
	readonly df: number;
	/** Of both tails. */
	readonly p: number;
	/** Of the difference, with 95 % confidence. */
	readonly interval: readonly [number, number];
};

/** Fewer values tell nothing of their own spread. */
export const fewestValues = 3;

/**
 * Whether a mean differs from zero (Student 1908). R: `t.test(x)`.
 *
 * @returns `undefined` with too few values, or values without any spread
 */
export function meanTest({n, mean, variance}: Sample): MeanTest | undefined {
	return testOf(mean, variance / n, n - 1, n >= fewestValues);
}

/**
 * Whether two means differ, whatever the variances (Welch 1947, Biometrika 34, 28–35). R: `t.test(x, y)`.
 *
 * @returns `undefined` with too few values, or values without any spread
 */
export function welchTest(one: Sample, other: Sample): MeanTest | undefined {
	const [a, b] = [one.variance / one.n, other.variance / other.n];
	const df = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1));
	return testOf(one.mean - other.mean, a + b, df, Math.min(one.n, other.n) >= fewestValues);
}

function testOf(difference: number, squaredError: number, df: number, isEnough: boolean) {
	if (!isEnough || !(squaredError > 0)) {
		return undefined;
	}
	const error = Math.sqrt(squaredError);
	const t = difference / error;
	const reach = studentBound(0.05, df) * error;
	const interval: readonly [number, number] = [difference - reach, difference + reach];
	return {difference, t, df, p: studentBothTails(t, df), interval};
}
