import {expect, test} from 'vitest';
import {beta, exponential, gamma, normal} from '../../source/producer/distributions.ts';
import {type Random, randomStream} from '../../source/producer/random.ts';

const count = 40_000;

function meanAndVariance(draw: (random: Random) => number) {
	const random = randomStream(5, 'sales');
	const values = Array.from({length: count}, () => draw(random));
	const mean = values.reduce((sum, value) => sum + value, 0) / count;
	return {mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count};
}

// Means and variances from the textbook: gamma kθ and kθ², beta a/(a+b) and ab/((a+b)²(a+b+1)).
test.each([
	['even', (random: Random) => random(), 1 / 2, 1 / 12],
	['exponential of mean 3', (random: Random) => exponential(random, 3), 3, 9],
	['standard normal', normal, 0, 1],
	['gamma of shape 2.5 and scale 2', (random: Random) => gamma(random, 2.5, 2), 5, 10],
	['gamma of shape 0.4 and scale 2', (random: Random) => gamma(random, 0.4, 2), 0.8, 1.6],
	['beta of 1.3 and 15', (random: Random) => beta(random, 1.3, 15), 1.3 / 16.3, 19.5 / (16.3 ** 2 * 17.3)],
] as const)('draws that are %s have its mean and variance', (_, draw, mean, variance) => {
	const sample = meanAndVariance(draw);
	expect(Math.abs(sample.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / count));
	expect(sample.variance / variance).toBeGreaterThan(0.93);
	expect(sample.variance / variance).toBeLessThan(1.07);
});

test('streams of one seed, purpose and index repeat; all others differ', () => {
	const start = (...args: Parameters<typeof randomStream>) => {
		const random = randomStream(...args);
		return [random(), random(), random()].join();
	};
	expect(start(42, 'sales', 7)).toBe(start(42, 'sales', 7));
	const others = [start(42, 'sales', 7), start(43, 'sales', 7), start(42, 'name', 7), start(42, 'sales', 8)];
	expect(new Set(others).size).toBe(4);
});

test('the first numbers of neighbouring streams are not correlated', () => {
	const firsts = Array.from({length: count}, (_, index) => randomStream(1, 'customer', index)() - 0.5);
	const together = firsts.slice(1).reduce((sum, value, index) => sum + value * firsts[index]!, 0);
	expect(Math.abs((together / count) * 12)).toBeLessThan(5 / Math.sqrt(count));
});
