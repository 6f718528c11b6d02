import {weekdayOfDay} from '../../business-time.ts';
import {durationWords} from '../../duration.ts';
import type {Finding} from './finding.ts';
import {silenceProbability} from './sale-pace.ts';
import type {ShopHistory} from './shop-history.ts';
import {hourWords, sum, weekdayNames} from './spans.ts';

/** Whether nothing has been sold for longer than this weekday and hour let expect. */
export function silence({silence: present, days}: ShopHistory): Finding[] {
	if (!present) {
		return [];
	}
	const {silenceMs, usualGapMs, usualSales, level, day, hour, weeks} = present;
	// At night, when the shop has closed, the hour itself tells nothing of the day's last sales.
	const isOfHour = usualGapMs <= silenceMs;
	const gapMs = isOfHour ? usualGapMs : silenceMs / usualSales;
	const when = isOfHour ? `on ${weekdayNames[weekdayOfDay(day)]} at ${hourWords(hour)}` : 'in that time';
	const orderValue = sum(days.revenue) / Math.max(1, sum(days.orders));
	return [
		{
			kind: 'silence',
			subject: 'now',
			sentence: `No sale for ${durationWords(silenceMs)}; ${durationWords(gapMs)} is usual ${when}`,
			measure: {unit: 'duration', value: silenceMs, usual: gapMs},
			evidence: {
				n: weeks,
				of: 'weeks',
				test: 'negative binomial count of none',
				p: silenceProbability(level, usualSales),
				interval: undefined,
				from: day,
				to: day,
			},
			worth: usualSales * Math.max(0, orderValue),
			isPattern: false,
		},
	];
}
