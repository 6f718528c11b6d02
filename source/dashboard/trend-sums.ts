import type {OrderTotals} from '../store/order-totals.ts';
import type {StoredOrder} from '../store/orders-with-lines.ts';
import type {TrendPoint} from './dashboard.ts';

/** Totals by bucket of time; what lies before the first bucket is not counted. */
export type TrendSums = {
	readonly add: (at: number, totals: OrderTotals) => void;
	/** Opens the buckets that have begun since; the ones before must be the same. */
	readonly extend: (bucketStarts: readonly number[]) => void;
	readonly points: () => readonly TrendPoint[];
	/** Of all buckets together. */
	readonly total: () => OrderTotals;
};

export const noTotals: OrderTotals = {orders: 0, lines: 0, units: 0, revenue: 0, returns: 0};

export function createTrendSums(bucketStarts: readonly number[]): TrendSums {
	let starts = bucketStarts;
	let total = noTotals;
	const buckets: OrderTotals[] = starts.map(() => noTotals);
	return {
		add(at, totals) {
			const index = lastNotAfter(starts, at);
			if (index >= 0) {
				buckets[index] = addTotals(buckets[index]!, totals);
				total = addTotals(total, totals);
			}
		},
		extend(longer) {
			starts = longer;
			while (buckets.length < starts.length) {
				buckets.push(noTotals);
			}
		},
		points: () =>
			buckets.map(({orders, units, revenue}, index) => ({from: starts[index]!, revenue, orders, units})),
		total: () => total,
	};
}

export function addTotals(a: OrderTotals, b: OrderTotals): OrderTotals {
	return {
		orders: a.orders + b.orders,
		lines: a.lines + b.lines,
		units: a.units + b.units,
		revenue: a.revenue + b.revenue,
		returns: a.returns + b.returns,
	};
}

/** The totals of one order. */
export function totalsOfOrder({lines, revenue, returns}: StoredOrder): OrderTotals {
	const units = lines.reduce((sum, {quantity}) => sum + quantity, 0);
	return {orders: 1, lines: lines.length, units, revenue, returns};
}

/** Index of the last start that is not after the moment; -1 if it is before all. */
function lastNotAfter(starts: readonly number[], at: number): number {
	let low = -1;
	let high = starts.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (starts[middle]! <= at) {
			low = middle;
		} else {
			high = middle;
		}
	}
	return low;
}
