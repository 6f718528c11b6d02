import {weekdayOfDay} from '../../business-time.ts';
import type {ShopDays} from './shop-history.ts';

/** A weekday with sales on fewer of its days is one on which the shop is closed. */
const openShare = 0.25;

/** Which weekdays the shop sells on, 0 for Monday to 6 for Sunday. */
export function openWeekdays({first, orders}: ShopDays): readonly number[] {
	return [0, 1, 2, 3, 4, 5, 6].filter(weekday => {
		const ofWeekday = orders.filter((_, index) => weekdayOfDay(first + index) === weekday);
		return ofWeekday.filter(count => count > 0).length > openShare * ofWeekday.length;
	});
}

/** Places of whole weeks, the latest ones: each is seven places, Monday first. */
export function wholeWeeks({first, orders}: ShopDays): number[][] {
	const firstMonday = (7 - weekdayOfDay(first)) % 7;
	const weeks: number[][] = [];
	for (let start = firstMonday; start + 7 <= orders.length; start += 7) {
		weeks.push([0, 1, 2, 3, 4, 5, 6].map(weekday => start + weekday));
	}
	return weeks;
}
