import {expect, test} from 'vitest';
import {chooseEts, estimateEts, forecastEts} from '../../../source/analytics/forecast/ets/ets.ts';
import {etsForms, etsName} from '../../../source/analytics/forecast/ets/ets-form.ts';
import {noisyWeeks, publishedSeries} from '../../helpers/series.ts';

const airPassengers = publishedSeries('airpassengers');

/** Oil production of Saudi Arabia, 1996 to 2013 (Hyndman and Athanasopoulos, 2nd ed., §7.1). */
const oil = [
	445.3641, 453.195, 454.4096, 422.3789, 456.0371, 440.3866, 425.1944, 486.2052, 500.4291, 521.2759, 508.9476,
	488.8889, 509.8706, 456.7229, 473.8166, 525.9509, 549.8338, 542.3405,
];

test('simple exponential smoothing of oil production is that of the textbook and R’s ses()', () => {
	const estimate = estimateEts(oil, {error: 'A', trend: 'N', season: 'N'}, 1)!;
	expect(estimate.parameters.alpha).toBeCloseTo(0.8339, 3);
	expect(estimate.start.level).toBeCloseTo(446.58, 1);
	expect(Math.sqrt(estimate.variance)).toBeCloseTo(29.8282, 3);
	expect(estimate.aic).toBeCloseTo(178.143, 3);
	expect(estimate.aicc).toBeCloseTo(179.8573, 3);
	const {means, deviations} = forecastEts(estimate, 2);
	expect(means[1]).toBeCloseTo(542.6806, 3);
	expect(means[0]! - 1.281552 * deviations[0]!).toBeCloseTo(504.4541, 2);
	expect(means[0]! + 1.959964 * deviations[0]!).toBeCloseTo(601.1429, 2);
});

test('simple exponential smoothing of passengers is R’s: 431.9958, 365.6904 to 498.3012', () => {
	const estimate = estimateEts(airPassengers, {error: 'A', trend: 'N', season: 'N'}, 12)!;
	expect(estimate.parameters.alpha).toBeCloseTo(0.9999, 4);
	expect(estimate.aic).toBeCloseTo(1733.787, 2);
	const {means, deviations} = forecastEts(estimate, 1);
	expect(means[0]).toBeCloseTo(431.9958, 2);
	expect(means[0]! - 1.959964 * deviations[0]!).toBeCloseTo(365.6904, 1);
	expect(means[0]! + 1.959964 * deviations[0]!).toBeCloseTo(498.3012, 1);
});

test('Holt’s method on passengers fits at least as well as R’s holt(): AIC 1737.295', () => {
	const estimate = estimateEts(airPassengers, {error: 'A', trend: 'A', season: 'N'}, 12)!;
	expect(estimate.aic).toBeLessThan(1737.3);
	expect(estimate.aic).toBeGreaterThan(1736.5);
});

test('ETS(M,Ad,M) on passengers fits at least as well as R’s ets(): AICc 1400.638, sigma 0.0392', () => {
	const estimate = estimateEts(airPassengers, {error: 'M', trend: 'Ad', season: 'M'}, 12)!;
	expect(estimate.aicc).toBeLessThan(1400.64);
	expect(estimate.aicc).toBeGreaterThan(1398);
	expect(Math.sqrt(estimate.variance)).toBeCloseTo(0.039, 2);
});

test('passengers get a multiplied season and error, noise around a level gets neither trend nor season', () => {
	expect(etsName(chooseEts(airPassengers, 12).form)).toMatch(/^ETS\(M,A.*,M\)$/);
	const level = noisyWeeks(12, 40).map((value, index) => value - 100 * (index % 7));
	expect(chooseEts(level, 7).form).toMatchObject({trend: 'N', season: 'N'});
});

test('a weekly shape is found and repeated', () => {
	const {means} = forecastEts(chooseEts(noisyWeeks(12, 10), 7), 7);
	for (const [day, mean] of means.entries()) {
		expect(Math.abs(mean - (1000 + 100 * day))).toBeLessThan(25);
	}
});

test('nothing is multiplied in a series that touches zero', () => {
	expect(etsForms(true, false).every(({error, season}) => error === 'A' && season !== 'M')).toBe(true);
	const values = noisyWeeks(8, 30).map((value, index) => (index % 7 === 6 ? 0 : value));
	const {means, deviations} = forecastEts(chooseEts(values, 7), 14);
	expect([...means, ...deviations].every(Number.isFinite)).toBe(true);
});

test('deviations never shrink ahead without a season, and scale with the series', () => {
	const values = noisyWeeks(10, 60);
	for (const form of etsForms(false, true)) {
		const {deviations} = forecastEts(estimateEts(values, form, 1)!, 10);
		const scaled = forecastEts(
			estimateEts(
				values.map(value => value * 1e4),
				form,
				1,
			)!,
			10,
		).deviations;
		for (const [ahead, deviation] of deviations.entries()) {
			expect(deviation).toBeGreaterThanOrEqual((deviations[ahead - 1] ?? 0) * 0.999);
			expect(scaled[ahead]! / deviation / 1e4).toBeCloseTo(1, 3);
		}
	}
});
