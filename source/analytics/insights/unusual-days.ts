import {weekdayOfDay} from '../../business-time.ts';
import {median, medianDeviation} from '../statistics/median.ts';
import {countAtMost, spreadShape} from '../statistics/negative-binomial.ts';
import {studentBothTails} from '../statistics/student-t.ts';
import type {Finding} from './finding.ts';
import {openWeekdays} from './open-weekdays.ts';
import type {ShopHistory} from './shop-history.ts';
import {daySpan, dayWords, weekdayNames, windowPlaces} from './spans.ts';

/** Fewer open days do not show how much a day usually varies. */
const fewestDays = 28;

/** Days of the same weekday by which one is judged, itself among them. */
const fewestAlike = 4;

/** Days on either side by which the level around a day is judged. */
const reach = 10;

/** How much of a sample the median absolute deviation makes use of (Rousseeuw and Croux 1993). */
const efficiency = 0.37;

type OpenDay = {readonly place: number; readonly usual: number; readonly deviation: number};

/**
 * Days of the window that brought far more or less than their weekday and the weeks around them let
 * expect: logarithms of revenue, less the median of the weekday and that of the days around, against
 * their median absolute deviation. Student's t with the degrees of freedom that the deviation is worth.
 */
export function unusualDays(shop: ShopHistory): Finding[] {
	const {days, formats} = shop;
	const known = deviations(shop);
	if (known.length < fewestDays) {
		return [];
	}
	const spread = medianDeviation(known.map(({deviation}) => deviation));
	const {from} = windowPlaces(shop);
	const different = known
		.filter(({place}) => place >= from)
		.map(({place, usual, deviation}): Finding => {
			const value = days.revenue[place]!;
			const weekday = weekdayNames[weekdayOfDay(days.first + place)]!;
			const day = dayWords(shop, days.first + place);
			const change = formats.percent(Math.abs(value / usual - 1), 0);
			return {
				kind: 'day',
				subject: day,
				sentence: `${day} brought ${change} ${value > usual ? 'more' : 'less'} than a ${weekday} of that time: ${formats.wholeMoney(value)}, not ${formats.wholeMoney(usual)}`,
				measure: {unit: 'money', value, usual},
				evidence: {
					n: known.length,
					of: 'days',
					test: 'robust t of log revenue, weekday and level taken off',
					p: spread > 0 ? studentBothTails(deviation / spread, efficiency * known.length) : 1,
					interval: undefined,
					...daySpan(shop, {from: place, to: place + 1}),
				},
				worth: Math.abs(value - usual),
				isPattern: false,
			};
		});
	return [...different, ...emptyDays(shop)];
}

/** Days of the window without an order on weekdays that usually have some. */
function emptyDays(shop: ShopHistory): Finding[] {
	const {days, formats} = shop;
	const open = openWeekdays(days);
	const weekdayOf = (place: number) => weekdayOfDay(days.first + place);
	const empty = days.orders.flatMap((orders, place) =>
		orders === 0 && place >= windowPlaces(shop).from && open.includes(weekdayOf(place)) ? [place] : [],
	);
	return empty.map((place): Finding => {
		const others = days.orders.flatMap((_, other) =>
			other !== place && weekdayOf(other) === weekdayOf(place) ? [other] : [],
		);
		const orders = others.map(other => days.orders[other]!);
		const mean = median(orders);
		const usual = median(others.map(other => days.revenue[other]!));
		const shape = spreadShape(
			orders,
			orders.map(() => mean),
			1 / orders.length,
		);
		const day = dayWords(shop, days.first + place);
		return {
			kind: 'day',
			subject: day,
			sentence: `${day} brought nothing, where a ${weekdayNames[weekdayOf(place)]!} usually brings ${formats.wholeMoney(usual)}`,
			measure: {unit: 'money', value: 0, usual},
			evidence: {
				n: others.length,
				of: 'days',
				test: 'negative binomial count of none',
				p: countAtMost(0, {mean, shape}),
				interval: undefined,
				...daySpan(shop, {from: place, to: place + 1}),
			},
			worth: Math.abs(usual),
			isPattern: false,
		};
	});
}

function deviations({days}: ShopHistory): OpenDay[] {
	const open = openWeekdays(days);
	const weekdayOf = (place: number) => weekdayOfDay(days.first + place);
	const places = days.revenue.flatMap((revenue, place) =>
		revenue > 0 && open.includes(weekdayOf(place)) ? [place] : [],
	);
	const logs = new Map(places.map(place => [place, Math.log(days.revenue[place]!)]));
	/** Of the other days of that weekday: a day must not make itself usual. */
	const seasonOf = (place: number) =>
		median(
			places
				.filter(other => other !== place && weekdayOf(other) === weekdayOf(place))
				.map(other => logs.get(other)!),
		);
	const seasons = new Map(places.map(place => [place, seasonOf(place)]));
	const adjusted = new Map(places.map(place => [place, logs.get(place)! - seasons.get(place)!]));
	const alike = (place: number) => places.filter(other => weekdayOf(other) === weekdayOf(place)).length;
	return places
		.filter(place => alike(place) >= fewestAlike)
		.map(place => {
			const around = places.filter(other => other !== place && Math.abs(other - place) <= reach);
			const level = around.length > 0 ? median(around.map(other => adjusted.get(other)!)) : 0;
			return {place, usual: Math.exp(seasons.get(place)! + level), deviation: adjusted.get(place)! - level};
		});
}
