import {welchTest} from '../statistics/mean-tests.ts';
import type {Finding} from './finding.ts';
import type {ShopHistory} from './shop-history.ts';
import {beforeWords, daySpan, placesBefore, windowPlaces} from './spans.ts';

/** With fewer orders the mean of values with a long tail is not yet near normal. */
const fewestOrders = 100;

/** Whether an order is worth more or less than before, by Welch's test on the values of orders. */
export function orderValueChange(shop: ShopHistory): Finding[] {
	const {orderValues, formats} = shop;
	const before = placesBefore(shop);
	if (!before || !orderValues || Math.min(orderValues.window.n, orderValues.before.n) < fewestOrders) {
		return [];
	}
	const {window: now, before: then} = orderValues;
	const test = welchTest(now, then);
	if (!test) {
		return [];
	}
	const change = `${formats.money(Math.abs(test.difference))} (${formats.percent(Math.abs(now.mean / then.mean - 1))})`;
	return [
		{
			kind: 'order-value',
			subject: 'average order',
			sentence: `An average order is worth ${formats.money(now.mean)}, ${change} ${test.difference > 0 ? 'more' : 'less'} than ${beforeWords(shop)}`,
			measure: {unit: 'money', value: now.mean, usual: then.mean},
			evidence: {
				n: now.n + then.n,
				of: 'orders',
				test: 'Welch test of order values',
				p: test.p,
				interval: {of: 'change an order', unit: 'money', lo: test.interval[0], hi: test.interval[1]},
				from: daySpan(shop, before).from,
				to: daySpan(shop, windowPlaces(shop)).to,
			},
			worth: Math.abs(test.difference) * now.n,
			isPattern: false,
		},
	];
}
