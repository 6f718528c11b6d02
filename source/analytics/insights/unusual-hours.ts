import {weekdayOfDay} from '../../business-time.ts';
import {countAtLeast, countAtMost, spreadShape} from '../statistics/negative-binomial.ts';
import type {Finding} from './finding.ts';
import type {ShopHistory} from './shop-history.ts';
import {daySpan, dayWords, hourWords, sum} from './spans.ts';

const fewestWeeks = 4;
const daysLooked = 7;

/**
 * Hours of the last seven days with far more or fewer orders than that hour of that weekday lets expect
 * on a day as busy as theirs: tails of a negative binomial count whose spread is that of all hours.
 */
export function unusualHours(shop: ShopHistory): Finding[] {
	const {days, formats} = shop;
	const weeks = Math.floor(days.orders.length / 7);
	const shares = weekdayShares(shop);
	if (weeks < fewestWeeks || days.orders.length <= daysLooked) {
		return [];
	}
	const usualOf = (place: number, hour: number) =>
		days.orders[place]! * shares[weekdayOfDay(days.first + place)]![hour]!;
	const all = days.hours.flatMap((hours, place) =>
		hours.map((count, hour) => ({place, hour, count, usual: usualOf(place, hour)})),
	);
	const shape = spreadShape(
		all.map(({count}) => count),
		all.map(({usual}) => usual),
		1 / weeks,
	);
	const orderValue = sum(days.revenue) / Math.max(1, sum(days.orders));
	return all
		.filter(({place, usual}) => place >= days.orders.length - daysLooked && usual > 0)
		.map(({place, hour, count, usual}): Finding => {
			const when = `${dayWords(shop, days.first + place)} ${hourWords(hour)}`;
			const spread = {mean: usual, shape};
			const tail = Math.min(countAtLeast(count, spread), countAtMost(count, spread));
			return {
				kind: 'hour',
				subject: when,
				sentence: `${when} to ${hourWords(hour + 1)} had ${formats.count(count)} ${count === 1 ? 'order' : 'orders'} where ${formats.count(Math.round(usual))} are usual on such a day`,
				measure: {unit: 'count', value: count, usual},
				evidence: {
					n: weeks,
					of: 'weeks',
					test: 'negative binomial count',
					p: Math.min(1, 2 * tail),
					interval: undefined,
					...daySpan(shop, {from: place, to: place + 1}),
				},
				worth: Math.abs(count - usual) * Math.max(0, orderValue),
				isPattern: false,
			};
		});
}

/** What share of a weekday's orders each hour has; a row a weekday. */
function weekdayShares({days}: ShopHistory): number[][] {
	return [0, 1, 2, 3, 4, 5, 6].map(weekday => {
		const ofWeekday = days.hours.filter((_, place) => weekdayOfDay(days.first + place) === weekday);
		const totals = Array.from({length: 24}, (_, hour) => sum(ofWeekday.map(hours => hours[hour]!)));
		const all = sum(totals);
		return totals.map(total => (all > 0 ? total / all : 0));
	});
}
