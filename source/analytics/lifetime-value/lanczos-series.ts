/** g + ½, for g = 7. */
export const lanczosShift = 7.5;
/** Nine coefficients: about 15 right digits. */
const coefficients = [
	0.999_999_999_999_809_93, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13,
	-176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
	1.505_632_735_149_311_6e-7,
] as const;

/**
 * A(z) of Lanczos' formula Γ(z + 1) = √(2π) (z + g + ½)^(z + ½) e^−(z + g + ½) A(z), a short sum of
 * partial fractions (C. Lanczos, "A Precision Approximation of the Gamma Function", SIAM J. Numer.
 * Anal. B 1, 1964; coefficients by P. Godfrey, 2001). Right for z ≥ −½.
 */
export function lanczosSeries(z: number): number {
	let sum: number = coefficients[0];
	for (let index = 1; index < coefficients.length; index++) {
		sum += coefficients[index]! / (z + index);
	}
	return sum;
}
