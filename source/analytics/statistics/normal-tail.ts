/**
 * P(|Z| ≥ |z|) of the standard normal distribution, by the Chebyshev fit of the complementary error
 * function in Press et al.: Numerical Recipes in C, 2nd ed., §6.2, right to 1.2e-7 of its value.
 */
export function normalBothTails(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.5 * x);
	const fit = coefficients.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
	return Math.min(1, t * Math.exp(-x * x + fit));
}

const coefficients = [
	-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
	-0.82215223, 0.17087277,
];
