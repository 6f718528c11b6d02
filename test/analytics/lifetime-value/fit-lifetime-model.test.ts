import {expect, test} from 'vitest';
import {fitLifetimeModel} from '../../../source/analytics/lifetime-value/fit-lifetime-model.ts';

test('where nobody was watched for long enough to leave, there is no model', () => {
	// Nine days in which everybody who came back did so on the last of them.
	const count = 200;
	const repeats = Float64Array.from({length: count}, (_, place) => (place % 3 === 0 ? 1 + (place % 4) : 0));
	expect(
		fitLifetimeModel({
			frequency: repeats,
			recency: repeats.map(times => (times > 0 ? 9 : 0)),
			age: repeats.map(() => 9),
			monetary: repeats.map(times => (times > 0 ? 20 + times : 0)),
			revenue: repeats.map(times => 20 * (times + 1)),
		}),
	).toEqual({
		status: 'historic',
		reason:
			'nobody was watched for long enough to be seen leaving, so no model tells how long customers stay',
	});
});
