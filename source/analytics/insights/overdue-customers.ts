import type {Formats} from '../../format.ts';
import type {CustomerHabit, ShopHistory} from './shop-history.ts';
import {counted, daySpan, listWords, sum, windowPlaces} from './spans.ts';
import type {TestedFamily} from './tested-family.ts';

/** Fewer days with a purchase show no habit. */
export const fewestPurchaseDays = 5;

/** Who was silent for so many intervals before the window began is lost already, and no news. */
const lostIntervals = 2;

/**
 * Customers who have stayed away for longer than their own habit lets expect. With purchases as a
 * Poisson process of unknown rate, the time since the last, over the mean interval, has an F
 * distribution: P = (S / (S + t)) ^ k, of k intervals in S days and t days since. Real habits are more
 * regular, so the test errs to the side of silence.
 */
export function overdueCustomers(shop: ShopHistory): TestedFamily {
	const {days, formats, windowDays} = shop;
	const today = days.first + days.revenue.length;
	const intervalOf = ({firstDay, lastDay, days: bought}: CustomerHabit) =>
		(lastDay - firstDay) / (bought - 1);
	const regular = shop.customers.filter(
		customer =>
			customer.days >= fewestPurchaseDays &&
			today - windowDays - customer.lastDay <= lostIntervals * intervalOf(customer),
	);
	/** What they brought in as many days as the window has. */
	const worthOf = ({revenue, firstDay, lastDay, days: bought}: CustomerHabit) =>
		((revenue / bought) * (bought - 1) * windowDays) / (lastDay - firstDay);
	return {
		kind: 'customers',
		tests: regular.map(({firstDay, lastDay, days: bought}) => {
			const known = lastDay - firstDay;
			return (known / (known + Math.max(0, today - 1 - lastDay))) ** (bought - 1);
		}),
		tell(found) {
			const overdue = found
				.map(({index, p}) => ({...regular[index]!, p}))
				.sort((a, b) => worthOf(b) - worthOf(a) || (a.name < b.name ? -1 : 1));
			const worth = sum(overdue.map(worthOf));
			const words = overdue.map(
				customer =>
					`${customer.name} (${daysWords(today - 1 - customer.lastDay, formats)} away, usually every ${everyWords(intervalOf(customer), formats)})`,
			);
			return {
				kind: 'customers',
				subject: overdue.map(({name}) => name).join(', '),
				about: overdue.map(({id, name}) => ({kind: 'customer', id, name})),
				sentence: `${overdue.length === 1 ? 'A customer' : `${overdue.length} customers`} may be lost, worth ${formats.wholeMoney(worth)} in ${counted(windowDays, 'days')}: ${listWords(words)}`,
				measure: {unit: 'count', value: overdue.length, usual: 0},
				evidence: {
					n: regular.length,
					of: 'regular customers',
					test: 'F test of the time since the last purchase',
					p: Math.max(...overdue.map(({p}) => p)),
					interval: undefined,
					...daySpan(shop, windowPlaces(shop)),
				},
				worth,
				isPattern: false,
			};
		},
	};
}

const daysWords = (days: number, formats: Formats) => counted(days, 'days', formats.count(days));

/** `1.8 days`, `12 days`. */
function everyWords(days: number, formats: Formats): string {
	return days < 10 ? `${days.toFixed(1)} days` : daysWords(Math.round(days), formats);
}
