import {dayMs} from '../../source/business-time.ts';
import type {Order} from '../../source/order.ts';
import {line, order} from '../helpers/order.ts';

const start = Date.UTC(2026, 0, 5, 12);

/** The moment that they are looked at. */
export const now = start + 291 * dayMs;

/**
 * Customers who come every so many days; a quarter of them left after two months.
 *
 * @param unitsOf what the customer of that number buys at a visit
 */
export function leavingCustomers(unitsOf: (index: number, visit: number) => number): Order[] {
	return Array.from({length: 120}, (_, index) => {
		const [every, stops] = [7 + (index % 13) * 5, index % 4 === 0 ? 60 : 290];
		const count = Math.max(1, Math.ceil((stops - (index % 50)) / every));
		return Array.from({length: count}, (_, visit) =>
			order({
				at: start + ((index % 50) + visit * every) * dayMs,
				region: 'Bretagne',
				customer: {code: `C${index}`, name: `Customer ${index}`},
				lines: [line({quantity: unitsOf(index, visit)})],
			}),
		);
	})
		.flat()
		.sort((a, b) => a.at - b.at);
}
