import {expect, test} from 'vitest';
import {rankScores} from '../../../source/analytics/lifetime-value/rank-scores.ts';
import {rfmScores} from '../../../source/analytics/lifetime-value/rfm-scores.ts';

test('scores are fifths of the customers', () => {
	expect([...rankScores(Float64Array.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1))]).toEqual([
		5, 5, 4, 4, 3, 3, 2, 2, 1, 1,
	]);
});

test('equal customers have equal scores, and one alone is in the middle', () => {
	expect([...rankScores(Float64Array.of(0, 0, 0, 0, 0, 0, 1, 1, 2, 9))]).toEqual([
		2, 2, 2, 2, 2, 2, 4, 4, 5, 5,
	]);
	expect([...rankScores(Float64Array.of(7, 7, 7))]).toEqual([3, 3, 3]);
	expect([...rankScores(Float64Array.of())]).toEqual([]);
});

test('the best recency is that of who bought last', () => {
	const {recency, frequency, monetary} = rfmScores({
		frequency: Float64Array.of(4, 3, 2, 1, 0),
		recency: Float64Array.of(10, 10, 10, 10, 0),
		age: Float64Array.of(11, 12, 13, 14, 15),
		monetary: Float64Array.of(1, 1, 1, 1, 0),
		revenue: Float64Array.of(1, 2, 3, 4, 5),
	});
	expect([[...recency], [...frequency], [...monetary!]]).toEqual([
		[5, 4, 3, 2, 1],
		[5, 4, 3, 2, 1],
		[1, 2, 3, 4, 5],
	]);
});
