import type {OrderTotals} from '../store/orders/order-totals.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {TrendPoint} from './dashboard.ts';

/** Totals by bucket of time; what lies before the first bucket is not counted. */
export type TrendSums = {
	readonly add: (at: number, totals: OrderTotals) => void;
	/** Drops the buckets before the first of these and opens those that have begun since. */
	readonly moveTo: (bucketStarts: readonly number[]) => void;
	readonly points: () => readonly TrendPoint[];
	/** Of all buckets together. */
	readonly total: () => OrderTotals;
};

/** Of no orders. */
export const noTotals: OrderTotals = {orders: 0, lines: 0, units: 0, revenue: 0, returns: 0};

/** @param bucketStarts when each bucket begins, ascending; it ends where the next one begins */
export function createTrendSums(bucketStarts: readonly number[]): TrendSums {
	let starts = bucketStarts;
	let total = noTotals;
	let buckets: OrderTotals[] = starts.map(() => noTotals);
	return {
		add(at, totals) {
			const index = lastNotAfter(starts, at);
			if (index >= 0) {
				buckets[index] = addTotals(buckets[index]!, totals);
				total = addTotals(total, totals);
			}
		},
		moveTo(later) {
			const gone = starts.indexOf(later[0]!);
			for (const bucket of buckets.slice(0, gone)) {
				total = addTotals(total, bucket, -1);
			}
			buckets = later.map((_, index) => buckets[gone + index] ?? noTotals);
			starts = later;
		},
		points: () =>
			buckets.map(({orders, units, revenue}, index) => ({from: starts[index]!, revenue, orders, units})),
		total: () => total,
	};
}

/** @param sign -1 takes the second away from the first */
export function addTotals(a: OrderTotals, b: OrderTotals, sign: 1 | -1 = 1): OrderTotals {
	return {
		orders: a.orders + sign * b.orders,
		lines: a.lines + sign * b.lines,
		units: a.units + sign * b.units,
		revenue: a.revenue + sign * b.revenue,
		returns: a.returns + sign * b.returns,
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
