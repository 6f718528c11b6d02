import {expect, test} from 'vitest';
import {gaussHypergeometric} from '../../../source/analytics/lifetime-value/gauss-hypergeometric.ts';
import {logGamma} from '../../../source/analytics/lifetime-value/log-gamma.ts';
import {logGammaRatio} from '../../../source/analytics/lifetime-value/log-gamma-ratio.ts';
import fc from '../../helpers/property.ts';

const relativeError = (actual: number, expected: number) => Math.abs(actual / expected - 1);

test.each([
	// Γ(½) = √π, Γ(10) = 9!; the others from Abramowitz and Stegun, table 6.1 and 6.1.41.
	[0.5, Math.log(Math.sqrt(Math.PI))],
	[10, Math.log(362_880)],
	[1.5, Math.log(0.886_226_925_5)],
	[1.25, Math.log(0.906_402_477_1)],
	[100, 359.134_205_369_6],
	[1e-8, Math.log(1e8)],
])('ln Γ(%d) is %d', (value, expected) => {
	expect(relativeError(logGamma(value), expected)).toBeLessThan(2e-9);
});

test('ln Γ is 0 at 1 and at 2', () => {
	expect(logGamma(1)).toBeCloseTo(0, 14);
	expect(logGamma(2)).toBeCloseTo(0, 14);
});

test('Γ(x + 1) is x Γ(x)', () => {
	fc.assert(
		fc.property(fc.double({min: 1e-3, max: 1e4, noNaN: true}), value => {
			expect(logGamma(value + 1) - logGamma(value)).toBeCloseTo(Math.log(value), 8);
		}),
	);
});

test('the ratio of gammas keeps its digits where the gammas have none left for it', () => {
	// Γ(x + 3) / Γ(x) = x (x + 1) (x + 2).
	for (const value of [0.01, 3, 9.99, 10, 1e3, 1e8, 1e12]) {
		const expected = Math.log(value) + Math.log(value + 1) + Math.log(value + 2);
		expect(relativeError(logGammaRatio(value, 3), expected)).toBeLessThan(1e-13);
	}
});

const hypergeometric = (a: number, b: number, c: number, z: number) => {
	const {sum, logScale, power} = gaussHypergeometric(a, b, c, z);
	return sum * Math.exp(logScale) * (1 - z) ** power;
};

test.each([0, 0.1, 0.5, 0.9, 0.99])('2F1 is the elementary functions it should be at z = %d', z => {
	// Abramowitz and Stegun, 15.1.3, 15.1.8, and 15.1.4 with z².
	const logarithm = z === 0 ? 1 : -Math.log(1 - z) / z;
	expect(relativeError(hypergeometric(1, 1, 2, z), logarithm)).toBeLessThan(1e-13);
	expect(relativeError(hypergeometric(3.7, 2.2, 2.2, z), (1 - z) ** -3.7)).toBeLessThan(1e-13);
	const inverseTangent = z === 0 ? 1 : Math.atanh(z) / z;
	expect(relativeError(hypergeometric(0.5, 1, 1.5, z ** 2), inverseTangent)).toBeLessThan(1e-13);
});

test('2F1(½, ½; 1; ½) is 2/π of the complete elliptic integral K(½)', () => {
	// K = 1.85407 46773 01372, Abramowitz and Stegun, table 17.1.
	expect(hypergeometric(0.5, 0.5, 1, 0.5)).toBeCloseTo((2 / Math.PI) * 1.854_074_677_301_372, 13);
});

test('2F1 is right where it is too large for a number', () => {
	// 2F1(a, b; b; z) = (1 − z)^−a, here 2^3000; with c a little larger nothing is transformed.
	const transformed = gaussHypergeometric(3000, 20, 20, 0.5);
	expect(Math.log(transformed.sum) + transformed.logScale).toBeCloseTo(0, 10);
	expect(transformed.power).toBe(-3000);
	// 2F1(a, b; b; z) once more, by its own series.
	const direct = gaussHypergeometric(3000, 9000, 12_000, 0.9);
	expect(direct.power).toBe(0);
	expect(direct.logScale).toBeGreaterThan(400);
	expect(Number.isFinite(direct.sum)).toBe(true);
});
