import {expect, test} from 'vitest';
import {dayMs, hourOfDay, localDay, weekdayOfDay} from '../../source/business-time.ts';
import {lineAmount, type Order} from '../../source/order.ts';
import {firstMoment, shopHistory, simulator, zone} from './shop-history.ts';

const quarter = shopHistory({days: 91});

test('the same seed makes the same sales, another seed others', () => {
	const {moments} = shopHistory({days: 10});
	expect(shopHistory({days: 10}).moments).toEqual(moments);
	const other = shopHistory({days: 10, seed: 43});
	expect(other.orders.slice(0, 50).map(order => order.at)).not.toEqual(
		quarter.orders.slice(0, 50).map(order => order.at),
	);
});

test('orders are chronological, inside the span and numbered once each', () => {
	const {orders} = quarter;
	expect(orders.every(({at}, index) => index === 0 || at >= orders[index - 1]!.at)).toBe(true);
	expect(orders.every(({at}) => Number.isInteger(at))).toBe(true);
	expect(orders[0]!.at).toBeGreaterThanOrEqual(firstMoment);
	expect(orders.at(-1)!.at).toBeLessThan(firstMoment + 91 * dayMs);
	expect(orders[122]!.number).toBe('S-test-000123');
	expect(new Set(orders.map(({number}) => number)).size).toBe(orders.length);
});

test('an average day has the orders asked for', () => {
	expect(quarter.orders.length / 91).toBeGreaterThan(1300 * 0.94);
	expect(quarter.orders.length / 91).toBeLessThan(1300 * 1.06);
	const small = shopHistory({days: 28, ordersPerDay: 50});
	expect(small.orders.length / 28).toBeGreaterThan(43);
	expect(small.orders.length / 28).toBeLessThan(57);
});

test('weekend days sell some 18 % more than weekdays', () => {
	const lifts = [1, 2, 3, 4].map(seed => {
		const {orders} = shopHistory({days: 52 * 7, seed, ordersPerDay: 200});
		const isWeekend = ({at}: Order) => weekdayOfDay(localDay(zone, at)) > 4;
		const weekend = orders.filter(isWeekend).length;
		return weekend / 2 / ((orders.length - weekend) / 5);
	});
	const mean = lifts.reduce((sum, lift) => sum + lift, 0) / lifts.length;
	expect(mean).toBeGreaterThan(1.15);
	expect(mean).toBeLessThan(1.21);
});

test('the night is nearly empty, lunch and the evening are the peaks', () => {
	const hours = Array.from({length: 24}, () => 0);
	for (const {at} of quarter.orders) {
		hours[hourOfDay(zone, at)]!++;
	}
	const share = (from: number, to: number) =>
		hours.slice(from, to).reduce((sum, count) => sum + count, 0) / quarter.orders.length / (to - from);
	expect(share(1, 6)).toBeLessThan(0.006);
	expect(share(12, 13)).toBeGreaterThan(share(14, 16));
	expect(share(17, 21)).toBeGreaterThan(share(14, 16) * 1.3);
});

test('groceries sell in the early evening, books later', () => {
	const shareAt = (category: string, from: number, to: number) => {
		const sold = quarter.sales.filter(({lines}) => lines[0]!.product.category === category);
		return (
			sold.filter(({at}) => hourOfDay(zone, at) >= from && hourOfDay(zone, at) < to).length / sold.length
		);
	};
	expect(shareAt('Grocery', 17, 19)).toBeGreaterThan(1.5 * shareAt('Books', 17, 19));
	expect(shareAt('Books', 21, 23)).toBeGreaterThan(2 * shareAt('Grocery', 21, 23));
});

test('the shop grows by some 12 % a quarter', () => {
	const growths = [1, 2, 3, 4, 5].map(seed => {
		const {orders} = shopHistory({days: 364, seed, ordersPerDay: 100});
		const between = (from: number, to: number) =>
			orders.filter(({at}) => at >= firstMoment + from * dayMs && at < firstMoment + to * dayMs).length;
		return (between(273, 364) / between(0, 91)) ** (1 / 3) - 1;
	});
	const mean = growths.reduce((sum, growth) => sum + growth, 0) / growths.length;
	expect(mean).toBeGreaterThan(0.1);
	expect(mean).toBeLessThan(0.14);
});

test('one region and one category grow faster than the rest, one category falls behind', () => {
	const {orders} = shopHistory({days: 364, ordersPerDay: 300});
	const half = firstMoment + 182 * dayMs;
	const growth = (matches: (order: Order) => boolean) => {
		const matching = orders.filter(matches);
		const early = matching.filter(({at}) => at < half).length;
		return (matching.length - early) / early;
	};
	const all = growth(() => true);
	const of = (category: string) => growth(({lines}) => lines[0]!.product.category === category);
	expect(growth(({region}) => region === 'Occitanie')).toBeGreaterThan(all * 1.1);
	expect(of('Electronics')).toBeGreaterThan(all * 1.1);
	expect(of('Books')).toBeLessThan(all * 0.92);
});

test('a region buys more of what it likes', () => {
	const share = (region: string, category: string) => {
		const orders = quarter.sales.filter(order => order.region === region);
		return orders.filter(({lines}) => lines[0]!.product.category === category).length / orders.length;
	};
	expect(share('Nouvelle-Aquitaine', 'Garden')).toBeGreaterThan(1.5 * share('Île-de-France', 'Garden'));
});

test('stores sell in opening hours in their own region', () => {
	const inStores = quarter.orders.filter(order => order.store);
	expect(inStores.length / quarter.orders.length).toBeGreaterThan(0.15);
	expect(inStores.every(({store, region}) => store!.region === region)).toBe(true);
	const sold = inStores.filter(order => order.lines[0]!.quantity > 0);
	expect(sold.every(({at}) => hourOfDay(zone, at) >= 8 && hourOfDay(zone, at) < 20)).toBe(true);
});

test('a live sale follows the history', () => {
	const {shop, orders} = shopHistory({days: 1});
	const at = firstMoment + dayMs + 12 * 3_600_000;
	const {order} = shop.next(at);
	expect(order.at).toBe(at);
	expect(order.number).toBe(`S-test-${String(orders.length + 1).padStart(6, '0')}`);
	expect(order.lines.length).toBeGreaterThan(0);
});

test('a shop can go on where it was, with new order numbers and most of its customers', () => {
	const known = new Set(quarter.orders.map(({customer}) => customer?.code));
	const restarted = simulator({run: 'later', ordersBefore: quarter.orders.length});
	const at = firstMoment + 91 * dayMs;
	const orders = Array.from({length: 1000}, (_, index) => restarted.next(at + index * 2000).order);
	const named = orders.filter(order => order.customer);
	expect(orders[0]!.number).toBe(`S-later-${String(quarter.orders.length + 1).padStart(6, '0')}`);
	expect(named.filter(({customer}) => known.has(customer!.code)).length / named.length).toBeGreaterThan(0.85);
});

test('amounts are whole cents, discounts at most 30 % and never against the sign', () => {
	for (const line of quarter.orders.flatMap(({lines}) => lines)) {
		const gross = line.quantity * line.unitPrice;
		if (
			lineAmount(line) % 100 !== 0 ||
			line.discount * gross < 0 ||
			Math.abs(line.discount) > Math.abs(gross) * 0.31
		) {
			expect.fail(JSON.stringify(line));
		}
	}
});
