import {describe, expect, test} from 'vitest';
import {type AlertState, quietAlert, stepAlert} from '../../../source/dashboard/alerts/alert-state.ts';
import fc from '../../helpers/property.ts';

const rule = {holdMs: 0, margin: 0.1, coolDownMs: 0};
const above = (value: number) => ({value, threshold: 100, side: 'above', subject: ''}) as const;
const below = (value: number) => ({value, threshold: 100, side: 'below', subject: ''}) as const;

/** What happens at each of the moments, a second apart. */
function events(measured: readonly Parameters<typeof stepAlert>[2][], options: Partial<typeof rule> = {}) {
	let state: AlertState = quietAlert;
	return measured.map((one, second) => {
		const step = stepAlert(state, {...rule, ...options}, one, second * 1000);
		state = step.state;
		return step.event;
	});
}

test('it is raised when the value crosses the threshold, and over when it has come back by the margin', () => {
	expect(events([100, 101, 95, 91, 89, 101].map(above))).toEqual([
		undefined,
		'raised',
		undefined,
		undefined,
		'cleared',
		'raised',
	]);
	expect(events([100, 99, 105, 109, 111, 99].map(below))).toEqual([
		undefined,
		'raised',
		undefined,
		undefined,
		'cleared',
		'raised',
	]);
});

test('it must hold for as long as is asked, without a break', () => {
	const values = [101, 101, 100, 101, 101, 101, 101].map(above);
	expect(events(values, {holdMs: 2000}).indexOf('raised')).toBe(5);
});

test('after it was over it rests', () => {
	const values = [101, 50, 101, 101, 101, 101].map(above);
	expect(events(values, {coolDownMs: 3000})).toEqual([
		'raised',
		'cleared',
		undefined,
		undefined,
		'raised',
		undefined,
	]);
});

test('what nobody can say changes nothing', () => {
	expect(events([above(101), undefined, above(101), above(50)])).toEqual([
		'raised',
		undefined,
		undefined,
		'cleared',
	]);
});

describe('however the value moves', () => {
	test('raised and cleared take turns', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({min: 0, max: 200, noNaN: true})),
				fc.nat(3000),
				fc.nat(3000),
				(values, holdMs, coolDownMs) => {
					const heard = events(values.map(above), {holdMs, coolDownMs}).filter(event => event !== undefined);
					expect(heard).toEqual(heard.map((_, index) => (index % 2 === 0 ? 'raised' : 'cleared')));
				},
			),
		);
	});

	test('one that wavers within the margin makes one alert', () => {
		fc.assert(
			fc.property(fc.array(fc.double({min: 90.001, max: 200, noNaN: true})), values => {
				expect(events([101, ...values].map(above)).filter(event => event !== undefined)).toEqual(['raised']);
			}),
		);
	});
});
