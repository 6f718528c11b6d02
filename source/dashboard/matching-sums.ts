import type {OrderTotals} from '../store/orders/order-totals.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import {slotMs} from '../store/schema/schema.ts';
import {comparisonNames, createComparisons} from './comparison-sums.ts';
import {type CountedCustomer, countCustomer} from './customer-book.ts';
import {listLength, type Span} from './dashboard.ts';
import type {Matcher} from './matcher.ts';
import type {PastOptions} from './past-options.ts';
import {createSalesHistory, historyFrom} from './sales-history.ts';
import {addTotals, createTrendSums, noTotals, totalsOfOrder} from './trend-sums.ts';
import {resolveWindow} from './window.ts';
import {createWindowSums} from './window-sums.ts';

type MatchingSumsOptions = Pick<PastOptions, 'window' | 'zone' | 'categoryOf'> & {readonly matcher: Matcher};

/**
 * What a ledger holds of the sales that match a filter, from orders that are added one by one. Where a window of
 * all time begins is known only when all were added: until then its course is kept by slots.
 */
export function createMatchingSums({window: asked, zone, categoryOf, matcher}: MatchingSumsOptions) {
	const {span, comparisons: spans, bucketStarts} = asked;
	const now = span.to;
	const isAll = asked.name === 'all';
	const sums = createWindowSums(zone, categoryOf);
	const comparisons = createComparisons();
	const ofWindow = createTrendSums(bucketStarts);
	const customers = new Map<number, CountedCustomer>();
	const slots = new Map<number, OrderTotals>();
	const latest = createLatest();
	let firstAt = Number.POSITIVE_INFINITY;

	const addMatching = (order: StoredOrder) => {
		const {at, customerId, revenue} = order;
		const ofOrder = totalsOfOrder(order);
		firstAt = Math.min(firstAt, at);
		if (isAll || isIn(at, span)) {
			sums.addOrder(order, 1);
			ofWindow.add(at, ofOrder);
		}
		for (const name of comparisonNames) {
			// Before the first of all there is nothing, and later spans begin where that does.
			const {from, to} = spans[name];
			if (isAll ? name !== 'before' && at < to : isIn(at, {from, to})) {
				comparisons[name].addOrder(order, 1);
			}
		}
		const slot = Math.floor(at / slotMs);
		slots.set(slot, addTotals(slots.get(slot) ?? noTotals, ofOrder));
		if (customerId !== null) {
			countCustomer(customers, {customerId, orders: 1, revenue}, 1);
		}
		latest.add(order);
	};

	return {
		sums,
		comparisons,
		customers,
		/** The latest orders, latest first. */
		latest: latest.orders,
		/** In any order; those that do not match count for nothing. */
		add(stored: StoredOrder) {
			const order = stored.at < now ? matcher.narrow(stored) : undefined;
			if (order) {
				addMatching(order);
			}
		},
		/** The course of what was added; no more can be added after it. */
		overTime() {
			const firstOrderAt = Number.isFinite(firstAt) ? firstAt : undefined;
			const window = isAll ? resolveWindow('all', now, zone, firstOrderAt) : asked;
			const trend = isAll ? createTrendSums(window.bucketStarts) : ofWindow;
			const history = createSalesHistory(zone, firstOrderAt);
			const historySince = historyFrom(zone, now);
			for (const [slot, ofSlot] of slots) {
				const at = slot * slotMs;
				if (isAll) {
					trend.add(at, ofSlot);
				}
				if (at >= historySince) {
					history.add(at, ofSlot.revenue, ofSlot.orders);
				}
			}
			return {window, firstOrderAt, trend, history};
		},
	};
}

const isIn = (at: number, {from, to}: Span) => at >= from && at < to;

/** Keeps the latest of orders that come in any order. */
function createLatest() {
	let kept: StoredOrder[] = [];
	const cut = () => {
		kept = kept.sort((a, b) => b.at - a.at || b.orderId - a.orderId).slice(0, listLength);
	};
	return {
		add(order: StoredOrder) {
			kept.push(order);
			if (kept.length >= 4 * listLength) {
				cut();
			}
		},
		/** Latest first. */
		orders() {
			cut();
			return kept;
		},
	};
}
