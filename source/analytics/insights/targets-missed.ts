import {meanTest} from '../statistics/mean-tests.ts';
import {sampleOf} from '../statistics/sample.ts';
import type {Finding} from './finding.ts';
import type {ShopHistory} from './shop-history.ts';
import {counted, daySpan, sum, windowPlaces} from './spans.ts';

/** Products and categories that bring less than their target: a day's revenue against it, by a t test. */
export function targetsMissed(shop: ShopHistory): Finding[] {
	const {formats, windowDays, targets} = shop;
	return targets.flatMap(({name, of, id, dailyTarget, revenue}): Finding[] => {
		const value = sum(revenue);
		const usual = dailyTarget * windowDays;
		const test = meanTest(sampleOf(revenue.map(day => day - dailyTarget)));
		// Nothing at all, day after day, is a miss without any spread.
		const p = test ? (test.difference < 0 ? test.p / 2 : 1 - test.p / 2) : value < usual ? 0 : 1;
		return [
			{
				kind: 'target',
				subject: name,
				about: of === 'category' ? [{kind: of, name}] : id === undefined ? [] : [{kind: of, id, name}],
				sentence: `${name} is ${formats.percent(Math.abs(1 - value / usual), 0)} ${value < usual ? 'below' : 'above'} target: ${formats.wholeMoney(value)} of ${formats.wholeMoney(usual)} in ${counted(windowDays, 'days')}`,
				measure: {unit: 'money', value, usual},
				evidence: {
					n: revenue.length,
					of: 'days',
					test: `t test of daily revenue of the ${of}, one-sided`,
					p,
					interval: test && {
						of: 'off target a day',
						unit: 'money',
						lo: test.interval[0],
						hi: test.interval[1],
					},
					...daySpan(shop, windowPlaces(shop)),
				},
				worth: Math.abs(usual - value),
				isPattern: false,
			},
		];
	});
}
