import {mannWhitney} from '../statistics/mann-whitney.ts';
import type {Finding} from './finding.ts';
import type {ShopHistory} from './shop-history.ts';
import {beforeWords, daySpan, type Places, placesBefore, sum, windowPlaces, within} from './spans.ts';

/** Fewer days on either side say nothing. */
const fewestDays = 7;

/** Whether more or less is sent back than before: each day's returns by its gross revenue, by Mann and Whitney's test. */
export function returnRateChange(shop: ShopHistory): Finding[] {
	const {days, formats} = shop;
	const [window, before] = [windowPlaces(shop), placesBefore(shop)];
	if (!before || sum(days.returns) === 0) {
		return [];
	}
	const gross = days.revenue.map((revenue, place) => revenue - days.returns[place]!);
	const rates = (places: Places) =>
		within(days.returns, places).flatMap((returned, index) =>
			gross[places.from + index]! > 0 ? [-returned / gross[places.from + index]!] : [],
		);
	const [now, then] = [rates(window), rates(before)];
	const test = Math.min(now.length, then.length) < fewestDays ? undefined : mannWhitney(now, then);
	if (!test) {
		return [];
	}
	const rateOf = (places: Places) => -sum(within(days.returns, places)) / sum(within(gross, places));
	const [value, usual] = [rateOf(window), rateOf(before)];
	// A single large return can move the rate against what most days say.
	if (Math.sign(value - usual) !== Math.sign(test.superiority - 0.5)) {
		return [];
	}
	return [
		{
			kind: 'returns',
			subject: 'returns',
			sentence: `${formats.percent(value)} of gross revenue is sent back, ${value > usual ? 'up' : 'down'} from ${formats.percent(usual)} ${beforeWords(shop)}`,
			measure: {unit: 'share', value, usual},
			evidence: {
				n: now.length + then.length,
				of: 'days',
				test: 'Mann-Whitney test of daily rates',
				p: test.p,
				interval: undefined,
				from: daySpan(shop, before).from,
				to: daySpan(shop, window).to,
			},
			worth: Math.abs(value - usual) * sum(within(gross, window)),
			isPattern: false,
		},
	];
}
