import {compareWeekdays, type WeekdayComparison} from './compare-weekdays.ts';
import type {Finding} from './finding.ts';
import {openWeekdays} from './open-weekdays.ts';
import type {ShopHistory} from './shop-history.ts';
import {daySpan, weekdayNames} from './spans.ts';

/** Between two weekdays each is the other's opposite. */
const fewestWeekdays = 3;

type Weekday = {readonly weekday: number; readonly found: WeekdayComparison};

/** The strongest and the weakest of the days from Monday to Friday, beside the others of them. */
export function weekdayProfile(shop: ShopHistory): Finding[] {
	const open = openWeekdays(shop.days).filter(weekday => weekday < 5);
	if (open.length < fewestWeekdays) {
		return [];
	}
	const compared = open.flatMap((weekday): Weekday[] => {
		const others = open.filter(other => other !== weekday);
		const found = compareWeekdays(shop.days, [weekday], others);
		return found ? [{weekday, found}] : [];
	});
	const byRatio = compared.sort((a, b) => ratioOf(b) - ratioOf(a));
	return [...byRatio.slice(0, 1), ...byRatio.slice(1).slice(-1)].map(one =>
		findingOf(shop, one, open.length),
	);
}

function ratioOf({found}: Weekday): number {
	return found.mean / found.others;
}

/** @param looked how many weekdays the most extreme was taken from, by which its p is multiplied (Bonferroni) */
function findingOf(shop: ShopHistory, {weekday, found}: Weekday, looked: number): Finding {
	const {formats, windowDays} = shop;
	const {mean, others, test, ratio} = found;
	const name = weekdayNames[weekday]!;
	const isStrong = mean > others;
	const change = formats.percent(Math.abs(mean / others - 1), 0);
	return {
		kind: 'weekday',
		subject: name,
		sentence: `${name} is the ${isStrong ? 'strongest' : 'weakest'} weekday: ${formats.wholeMoney(mean)}, ${change} ${isStrong ? 'more' : 'less'} than the others (${formats.wholeMoney(others)})`,
		measure: {unit: 'money', value: mean, usual: others},
		evidence: {
			n: found.weeks,
			of: 'weeks',
			test: 'paired t test of logarithms, Bonferroni',
			p: Math.min(1, looked * test.p),
			interval: {of: 'ratio to the others', unit: 'share', lo: ratio[0], hi: ratio[1]},
			...daySpan(shop, found),
		},
		worth: (Math.abs(mean - others) * windowDays) / 7,
		isPattern: true,
	};
}
