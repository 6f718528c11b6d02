import {expect, test} from 'vitest';
import {nelderMead} from '../../../source/analytics/lifetime-value/nelder-mead.ts';

const options = {step: 0.5, tolerance: 1e-14, mostEvaluations: 2000};

test('it finds the bottom of the valley of Rosenbrock, where Nelder and Mead tried it', () => {
	const valley = ([x, y]: readonly number[]) => 100 * (y! - x! ** 2) ** 2 + (1 - x!) ** 2;
	const {point, value, isConverged} = nelderMead(valley, [-1.2, 1], options);
	expect(point[0]).toBeCloseTo(1, 5);
	expect(point[1]).toBeCloseTo(1, 5);
	expect(value).toBeLessThan(1e-10);
	expect(isConverged).toBe(true);
});

test('it stays where the objective is a number', () => {
	const bounded = ([x]: readonly number[]) => (x! < 2 ? Number.NaN : x!);
	expect(nelderMead(bounded, [5], options).point[0]).toBeCloseTo(2, 6);
});

test('it says so when it runs out of evaluations', () => {
	expect(nelderMead(([x]) => x!, [0], {...options, mostEvaluations: 50}).isConverged).toBe(false);
});
