import {expect, test} from 'vitest';
import {expectedOrdersIfAlive} from '../../../source/analytics/lifetime-value/expected-orders.ts';
import {expectedSpend} from '../../../source/analytics/lifetime-value/expected-spend.ts';
import {fitBgNbd} from '../../../source/analytics/lifetime-value/fit-bg-nbd.ts';
import {fitGammaGamma} from '../../../source/analytics/lifetime-value/fit-gamma-gamma.ts';
import {probabilityAlive} from '../../../source/analytics/lifetime-value/probability-alive.ts';
import {cdnowCustomers} from './cdnow-customers.ts';

const customers = cdnowCustomers();
const fit = fitBgNbd(customers)!;
const spend = fitGammaGamma(customers, 35)!;

test('the BG/NBD fit of CDNOW is the published one', () => {
	// Fader, Hardie, Lee 2005, table 2.
	const {r, alpha, a, b} = fit.parameters;
	expect([r, alpha, a, b].map(value => Number(value.toFixed(3)))).toEqual([0.243, 4.414, 0.793, 2.426]);
	expect(fit.logLikelihood).toBeCloseTo(-9582.4, 1);
});

test('a customer with x 2, t_x 30.43 and T 38.86 is expected to buy 1.226 times in 39 weeks', () => {
	// Fader, Hardie, Lee, "Implementing the BG/NBD Model for Customer Base Analysis in Excel", 2005.
	const alive = probabilityAlive(fit.parameters, 2, 30.43, 38.86);
	expect(alive * expectedOrdersIfAlive(fit.parameters, 2, 38.86, 39)).toBeCloseTo(1.226, 3);
});

test('a new customer is expected to come back as often as in the same workbook', () => {
	const weeks = [0.1429, 1, 3, 31.8571, 32, 78];
	const expected = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576];
	for (const [index, ahead] of weeks.entries()) {
		const actual = expectedOrdersIfAlive(fit.parameters, 0, 0, ahead);
		// For 78 weeks the workbook, which stops its series after 150 terms, is 0.0003 below the limit.
		expect(Math.abs(actual - expected[index]!)).toBeLessThan(ahead < 78 ? 0.00005 : 0.0004);
	}
});

test('expected orders are those of the published formula with the 2F1 of SciPy 1.17', () => {
	const parameters = {r: 0.242_595, alpha: 4.413_603, a: 0.792_886, b: 2.425_755};
	expect(expectedOrdersIfAlive(parameters, 0, 0, 78)).toBeCloseTo(1.857_968_488_117, 11);
	expect(expectedOrdersIfAlive(parameters, 2, 38.86, 39)).toBeCloseTo(1.687_165_430_054, 11);
	expect(expectedOrdersIfAlive(parameters, 26, 31, 52)).toBeCloseTo(26.585_730_878_73, 10);
	expect(expectedOrdersIfAlive(parameters, 3, 20, 500)).toBeCloseTo(17.790_396_818_55, 10);
});

test('the Gamma-Gamma fit of the 946 who came back is the published one', () => {
	// Fader, Hardie 2013, "The Gamma-Gamma Model of Monetary Value": p 6.25, q 3.74, v 15.44.
	expect(customers.frequency.filter(repeats => repeats > 0)).toHaveLength(946);
	expect(spend.p).toBeCloseTo(6.25, 2);
	expect(Math.abs(spend.q - 3.74)).toBeLessThan(0.01);
	expect(Math.abs(spend.v - 15.44)).toBeLessThan(0.02);
});

test('the first ten customers are expected to spend what lifetimes publishes', () => {
	const expected = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
	for (const [index, mean] of expected.entries()) {
		const actual = expectedSpend(spend, customers.frequency[index]!, customers.monetary[index]!);
		expect(Math.abs(actual - mean)).toBeLessThan(0.02);
	}
});
