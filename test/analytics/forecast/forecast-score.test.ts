import {expect, test} from 'vitest';
import {type JudgedPeriod, scoreForecasts} from '../../../source/analytics/forecast/forecast-score.ts';
import fc from '../../helpers/property.ts';

const day = (changes: Partial<JudgedPeriod> = {}): JudgedPeriod => ({
	mean: 110,
	lo80: 90,
	hi80: 130,
	actual: 100,
	naive: 150,
	...changes,
});

test('a few days by hand', () => {
	// |110 − 100| of 210 is 4.76 %, twice that is the symmetric error; 50 of 250 for the naive one.
	const score = scoreForecasts([day(), day(), day({actual: 130}), day({actual: 131}), day({actual: 89})]);
	expect(score).toMatchObject({status: 'ready', periods: 5, held80: 3});
	if (score.status !== 'ready') {
		throw new Error('it is still collecting');
	}
	const error = (one: number, other: number) => (200 * Math.abs(one - other)) / (one + other);
	expect(score.smape).toBeCloseTo(
		(2 * error(110, 100) + error(110, 130) + error(110, 131) + error(110, 89)) / 5,
		9,
	);
	expect(score.naiveSmape).toBeCloseTo((2 * 40 + error(150, 130) + error(150, 131) + error(150, 89)) / 5, 9);
	expect(score.bias).toBeCloseTo((550 - 550) / 550, 9);
});

test('fewer than five days say nothing', () => {
	expect(scoreForecasts([day(), day(), day(), day()])).toEqual({
		status: 'collecting',
		periodsHave: 4,
		periodsNeeded: 5,
	});
});

test('a forecast that comes true is off by nothing, and money in cents scores as in euros', () => {
	const amount = fc.integer({min: 1, max: 1e6});
	fc.assert(
		fc.property(fc.array(fc.tuple(amount, amount, amount), {minLength: 5, maxLength: 40}), rows => {
			const judged = rows.map(([mean, actual, naive]) =>
				day({mean, actual, naive, lo80: mean / 2, hi80: mean * 2}),
			);
			const perfect = scoreForecasts(judged.map(period => ({...period, mean: period.actual})));
			expect(perfect).toMatchObject({smape: 0, bias: 0});
			const [score, scaled] = [judged, judged.map(inCents)].map(scoreForecasts);
			expect(scaled).toMatchObject({held80: score!.status === 'ready' ? score!.held80 : 0});
			if (score?.status === 'ready' && scaled?.status === 'ready') {
				expect(scaled.smape).toBeCloseTo(score.smape, 9);
				expect(scaled.bias).toBeCloseTo(score.bias, 9);
			}
		}),
	);
});

function inCents(period: JudgedPeriod): JudgedPeriod {
	const {mean, lo80, hi80, actual, naive} = period;
	return {mean: mean * 128, lo80: lo80 * 128, hi80: hi80 * 128, actual: actual * 128, naive: naive * 128};
}
