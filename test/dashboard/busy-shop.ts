import {dayMs} from '../../source/business-time.ts';
import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import type {Order} from '../../source/order.ts';
import type {Store} from '../../source/store/open-store.ts';
import {line, order, product} from '../helpers/order.ts';

/** The moment that it is read at. */
export const now = Date.UTC(2026, 10, 20, 17, 57, 12);

/** A shop with two categories, three regions and repeat customers over the last hundred days. */
export function busyShop(count: number, lastMs = 100 * dayMs): Order[] {
	return Array.from({length: count}, (_, index) => {
		// Denser towards now, and never on a round moment.
		const age = Math.floor(((index + 1) / count) ** 3 * lastMs) + 13;
		const pan = product({stock: 1000});
		const kite = product({code: 'kite', name: 'Kite', category: 'Toys', price: 150_000, stock: 40});
		return order({
			number: `N${index}`,
			at: now - age,
			region: ['Bretagne', 'Occitanie', 'Corse'][index % 3]!,
			...(index % 4 > 0 && {customer: {code: `c${index % 17}`, name: `Customer ${index % 17}`}}),
			lines: [
				line({product: pan, quantity: index % 23 === 0 ? -1 : 1 + (index % 3)}),
				...(index % 2 === 0 ? [line({product: kite, quantity: 1, discount: 1000})] : []),
			],
		});
	}).reverse();
}

/** What raw SQL says of a span. */
export function kpisOf({db}: Store, from: number, to: number) {
	return db
		.prepare(`
			SELECT ifnull(sum(amount), 0) AS revenue, ifnull(sum(max(amount, 0)), 0) AS grossRevenue,
				ifnull(sum(min(amount, 0)), 0) AS returns, count(DISTINCT order_id) AS orders, count(*) AS lines,
				ifnull(sum(quantity), 0) AS units, count(DISTINCT customer_id) AS customers
			FROM orders JOIN order_lines USING (order_id) WHERE at >= ? AND at < ?
		`)
		.get(from, to) as Record<string, number>;
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Borders between tiers move only when all customers are read again; the rest must be the same. */
export function withoutTiers(dashboard: Dashboard) {
	return {
		...dashboard,
		arrivals: 0,
		tiers: sum(dashboard.tiers.map(({revenue}) => revenue)),
		topCustomers: dashboard.topCustomers.map(({tier: _, ...customer}) => customer),
		recent: dashboard.recent.map(recent =>
			recent.news?.kind === 'tier' ? {...recent, news: undefined} : recent,
		),
	};
}
