import {expect, test} from 'vitest';
import {estimateArima, forecastArima} from '../../../source/analytics/forecast/arima/arima.ts';
import {parseArimaOrder} from '../../../source/analytics/forecast/arima/arima-order.ts';
import {normals, publishedSeries} from '../../helpers/series.ts';

const shampoo = publishedSeries('shampoo');
const airPassengers = publishedSeries('airpassengers');

function fitted(values: readonly number[], name: string, horizon = 7) {
	const estimate = estimateArima(values, parseArimaOrder(name)!);
	return {estimate, ...forecastArima(values, estimate, horizon)};
}

/** Largest relative difference. */
function gap(ours: readonly number[], published: readonly number[]): number {
	return Math.max(...published.map((value, index) => Math.abs(ours[index]! / value - 1)));
}

test('ARIMA(5,1,0) on shampoo sales is that of R 4.2, arima() with CSS-ML', () => {
	const {means, deviations} = fitted(shampoo, 'arima(5,1,0)');
	expect(gap(means, [561.17, 671.03, 554.14, 679.91, 601.82, 633.75, 639.48])).toBeLessThan(0.0005);
	expect(gap(deviations, [68.76, 69.1, 83.54, 88.78, 101.31, 111.34, 115.96])).toBeLessThan(0.0005);
});

test('the airline model on log10 passengers is that of R, example(AirPassengers)', () => {
	const {estimate} = fitted(airPassengers.map(Math.log10), 'arima(0,1,1)(0,1,1)[12]');
	expect(estimate.process.ma[0]).toBeCloseTo(-0.4018, 3);
	expect(estimate.process.ma[11]).toBeCloseTo(-0.5569, 3);
	expect(estimate.variance).toBeCloseTo(0.0002543, 6);
	expect(estimate.logLikelihood).toBeCloseTo(353.96, 1);
});

test('ARIMA(2,1,1)(0,1,0)[12] on passengers is the one that R’s auto.arima reports', () => {
	const {estimate} = fitted(airPassengers, 'arima(2,1,1)(0,1,0)[12]');
	expect(estimate.process.ar[0]).toBeCloseTo(0.596, 3);
	expect(estimate.process.ar[1]).toBeCloseTo(0.2143, 3);
	expect(estimate.process.ma[0]).toBeCloseTo(-0.9819, 3);
	expect(estimate.logLikelihood).toBeCloseTo(-504.92, 1);
});

test('ARIMA(1,0,0) on passengers is that of R, with its mean', () => {
	const {estimate} = fitted(airPassengers, 'arima(1,0,0)');
	expect(estimate.process.ar[0]).toBeCloseTo(0.9646, 3);
	expect(estimate.mean).toBeCloseTo(278.46, 0);
	expect(estimate.variance).toBeCloseTo(1119, 0);
	expect(estimate.logLikelihood).toBeCloseTo(-711.09, 1);
});

test('with moving averages the best of several maxima is found: ARIMA(2,1,2) on passengers, R −671.67', () => {
	expect(fitted(airPassengers, 'arima(2,1,2)').estimate.logLikelihood).toBeCloseTo(-671.67, 1);
});

test('AR(3) on the luteinizing hormone series is that of R, example(predict.Arima)', () => {
	const lh = [
		2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9,
		1.8, 2.7, 3.0, 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5,
		3.1, 2.6, 2.1, 3.4, 3.0, 2.9,
	];
	const {means, deviations} = fitted(lh, 'arima(3,0,0)', 3);
	expect(gap(means, [2.460173, 2.270829, 2.198597])).toBeLessThan(0.0005);
	expect(deviations[0]).toBeCloseTo(0.4227, 3);
	expect(deviations[1]).toBeCloseTo(0.5029, 3);
});

test('a random walk stays where it is, and its spread grows by the square root of time', () => {
	const {means, deviations, estimate} = fitted(airPassengers, 'arima(0,1,0)', 4);
	expect(means).toEqual([432, 432, 432, 432]);
	expect(deviations[3]! / deviations[0]!).toBeCloseTo(2, 9);
	// The variance is the mean squared difference.
	const squares = airPassengers.slice(1).map((value, index) => (value - airPassengers[index]!) ** 2);
	expect(estimate.variance).toBeCloseTo(squares.reduce((sum, square) => sum + square, 0) / squares.length, 6);
});

test('known coefficients are found again in a long simulated series', () => {
	const normal = normals(3);
	const values = [0, 0];
	let before = 0;
	for (let index = 2; index < 3000; index++) {
		const noise = normal();
		values.push(0.6 * values[index - 1]! - 0.3 * values[index - 2]! + noise + 0.4 * before);
		before = noise;
	}
	const {estimate} = fitted(values.slice(100), 'arima(2,0,1)');
	expect(estimate.process.ar[0]).toBeCloseTo(0.6, 0.9);
	expect(Math.abs(estimate.process.ar[1]! + 0.3)).toBeLessThan(0.08);
	expect(Math.abs(estimate.process.ma[0]! - 0.4)).toBeLessThan(0.1);
	expect(Math.abs(estimate.variance - 1)).toBeLessThan(0.08);
});

test('shift and scale carry over to means and deviations', () => {
	const {means, deviations} = fitted(shampoo, 'arima(2,1,1)');
	for (const factor of [1e-6, 3, 1e9]) {
		const moved = fitted(
			shampoo.map(value => factor * (value + 40)),
			'arima(2,1,1)',
		);
		expect(
			gap(
				moved.means,
				means.map(mean => factor * (mean + 40)),
			),
		).toBeLessThan(1e-4);
		expect(
			gap(
				moved.deviations,
				deviations.map(deviation => factor * deviation),
			),
		).toBeLessThan(1e-4);
	}
});

test('a series longer than 8,192 values is no different', () => {
	const normal = normals(5);
	const values = Array.from({length: 9000}, () => 50 + normal());
	const {means, deviations} = fitted(values, 'arima(1,0,0)', 2);
	expect(means[1]).toBeCloseTo(50, 0);
	expect(deviations[1]).toBeCloseTo(1, 1);
});
