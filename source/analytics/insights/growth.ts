import {welchTest} from '../statistics/mean-tests.ts';
import {sampleOf} from '../statistics/sample.ts';
import type {Finding} from './finding.ts';
import type {GroupDays, ShopHistory} from './shop-history.ts';
import {beforeWords, daySpan, placesBefore, sum, windowPlaces, within} from './spans.ts';

/** Fewer days on either side say nothing. */
const fewestDays = 7;

/**
 * Which regions or categories have grown or shrunk by more than the whole shop, against the same
 * weekdays before: their shares of each day's revenue, by Welch's test. What moves the whole shop, a
 * good day or a season, moves no share.
 */
export function groupGrowth(shop: ShopHistory, kind: 'region' | 'category'): Finding[] {
	const groups = kind === 'region' ? shop.regions : shop.categories;
	return groups.length < 2 ? [] : groups.flatMap(group => growthOf(shop, kind, group));
}

function growthOf(shop: ShopHistory, kind: 'region' | 'category', group: GroupDays): Finding[] {
	const {days, formats} = shop;
	const [window, before] = [windowPlaces(shop), placesBefore(shop)];
	if (!before) {
		return [];
	}
	const shares = group.revenue.map((revenue, place) => revenue / days.revenue[place]!);
	const sample = (places: typeof window) =>
		sampleOf(within(shares, places).filter((_, index) => days.revenue[places.from + index]! > 0));
	const [now, then] = [sample(window), sample(before)];
	const test = Math.min(now.n, then.n) < fewestDays ? undefined : welchTest(now, then);
	if (!test) {
		return [];
	}
	const [value, usual] = [window, before].map(places => sum(within(group.revenue, places))) as [
		number,
		number,
	];
	const [total, totalBefore] = [window, before].map(places => sum(within(days.revenue, places))) as [
		number,
		number,
	];
	const shopRatio = total / totalBefore;
	const isGrowing = test.difference > 0;
	const change =
		usual > 0
			? `${signed(formats.percent, value / usual - 1)}, ${formats.wholeMoney(value)} after ${formats.wholeMoney(usual)} ${beforeWords(shop)}`
			: `${formats.wholeMoney(value)}, where there was nothing ${beforeWords(shop)}`;
	return [
		{
			kind,
			subject: group.name,
			about: [{kind, name: group.name}],
			sentence: `${group.name} ${verdict(kind, isGrowing, value > usual)}: ${change}; the shop ${signed(formats.percent, shopRatio - 1)}`,
			measure: {unit: 'money', value, usual},
			evidence: {
				n: now.n + then.n,
				of: 'days',
				test: 'Welch test of daily shares',
				p: test.p,
				interval: {
					of: 'change of its share',
					unit: 'share',
					lo: test.interval[0],
					hi: test.interval[1],
				},
				from: daySpan(shop, before).from,
				to: daySpan(shop, window).to,
			},
			worth: Math.abs(value - usual * shopRatio),
			isPattern: false,
		},
	];
}

/** What moves against the whole shop need not move that way by itself. */
function verdict(kind: 'region' | 'category', isAhead: boolean, isGrowing: boolean): string {
	return isAhead
		? isGrowing
			? `is the fastest-growing ${kind}`
			: `is the ${kind} that held up best`
		: isGrowing
			? `is the ${kind} that grew least`
			: `is the fastest-shrinking ${kind}`;
}

/** `+18%`, `-4%`. */
function signed(percent: (share: number, digits: number) => string, change: number): string {
	return `${change >= 0 ? '+' : '-'}${percent(Math.abs(change), Math.abs(change) < 0.1 ? 1 : 0)}`;
}
