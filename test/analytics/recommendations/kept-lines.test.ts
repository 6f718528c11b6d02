import {expect, test} from 'vitest';
import {keptLines} from '../../../source/analytics/recommendations/kept-lines.ts';
import {purchasesOf, type TestOrder} from './purchases.ts';

const kept = (...orders: TestOrder[]) => [...keptLines(purchasesOf(orders))];

test('a purchase that is brought back whole does not count, nor does the return', () => {
	expect(kept([0, [7, 2]], [0, [7, -2]])).toEqual([0, 0]);
});

test('of a purchase that is brought back in part the rest counts', () => {
	expect(kept([0, [7, 3]], [0, [7, -2]])).toEqual([1, 0]);
	expect(kept([0, [7, 3]], [0, [7, -2]], [0, [7, -1]])).toEqual([0, 0, 0]);
});

test('a return takes off the latest purchase first, then the one before', () => {
	expect(kept([0, 7], [0, 7], [0, [7, -1]])).toEqual([1, 0, 0]);
	expect(kept([0, 7], [0, [7, 2]], [0, [7, -3]])).toEqual([0, 0, 0]);
});

test('what is bought again after a return counts', () => {
	expect(kept([0, 7], [0, [7, -1]], [0, 7])).toEqual([0, 0, 1]);
});

test('nobody brings back what another bought, and a guest only within one order', () => {
	expect(kept([0, 7], [1, [7, -1]])).toEqual([1, 0]);
	expect(kept([0, 7, 8], [0, [8, -1]])).toEqual([1, 0, 0]);
	expect(kept([-1, 7], [-1, [7, -1]])).toEqual([1, 0]);
	expect(kept([-1, 7, [7, -1]])).toEqual([0, 0]);
});

test('time decides what came before a return, not the order of the lines', () => {
	const purchases = purchasesOf([
		[0, [7, -1]],
		[0, 7],
	]);
	expect([...keptLines(purchases)]).toEqual([0, 1]);
	expect([...keptLines({...purchases, at: Float64Array.of(60_000, 0)})]).toEqual([0, 0]);
});
