import {compareWeekdays} from './compare-weekdays.ts';
import type {Finding} from './finding.ts';
import {openWeekdays} from './open-weekdays.ts';
import type {ShopHistory} from './shop-history.ts';
import {daySpan, weekdayNames} from './spans.ts';

const saturday = 5;

/** Whether a day of the weekend brings more or less than a day of the week. */
export function weekendEffect(shop: ShopHistory): Finding[] {
	const {days, formats, windowDays} = shop;
	const open = openWeekdays(days);
	const weekend = open.filter(weekday => weekday >= saturday);
	const working = open.filter(weekday => weekday < saturday);
	const found =
		weekend.length > 0 && working.length > 0 ? compareWeekdays(days, weekend, working) : undefined;
	if (!found) {
		return [];
	}
	const {mean, others, test, ratio} = found;
	const name = weekend.length === 2 ? 'Saturday or Sunday' : weekdayNames[weekend[0]!]!;
	const change = formats.percent(Math.abs(mean / others - 1), 0);
	return [
		{
			kind: 'weekend',
			subject: name,
			sentence: `A ${name} brings ${change} ${mean > others ? 'more' : 'less'} than a weekday: ${formats.wholeMoney(mean)} against ${formats.wholeMoney(others)}`,
			measure: {unit: 'money', value: mean, usual: others},
			evidence: {
				n: found.weeks,
				of: 'weeks',
				test: 'paired t test of logarithms',
				p: test.p,
				interval: {of: 'ratio to a weekday', unit: 'share', lo: ratio[0], hi: ratio[1]},
				...daySpan(shop, found),
			},
			worth: (Math.abs(mean - others) * weekend.length * windowDays) / 7,
			isPattern: true,
		},
	];
}
