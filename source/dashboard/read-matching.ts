import {createIdSet} from '../store/id-set.ts';
import type {OrderPlace} from '../store/orders/matching-orders.ts';
import type {OrderTotals} from '../store/orders/order-totals.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import {slotMs} from '../store/schema/schema.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {comparisonNames, createComparisonSums} from './comparison-sums.ts';
import {type CountedCustomer, countCustomer, createCountedBook} from './customer-book.ts';
import {listLength, type Span} from './dashboard.ts';
import type {Ledger} from './ledger.ts';
import type {Matcher} from './matcher.ts';
import {openStockBook} from './open-stock-book.ts';
import {addToPace, type PaceSums, paceFrom} from './pace-sums.ts';
import type {PastOptions} from './past-options.ts';
import {readTiers} from './read-tiers.ts';
import {createRecentOrders} from './recent-orders.ts';
import {runWhileTrue} from './run-while-true.ts';
import {createSalesHistory, historyFrom} from './sales-history.ts';
import type {Step} from './slices.ts';
import {eachRange, productSums} from './span-steps.ts';
import {addTotals, createTrendSums, noTotals, totalsOfOrder} from './trend-sums.ts';
import {resolveWindow} from './window.ts';
import {createWindowSums} from './window-sums.ts';

export type MatchingOptions = PastOptions & {readonly matcher: Matcher};

/**
 * Reads a ledger of the sales that match a filter, order by order, since no rollup knows them; of what
 * is in stock and how fast it goes all sales count. Runs as `readPast` does.
 *
 * @returns `undefined` when the past was changed while it was read, and must be read again
 */
export async function readMatching(options: MatchingOptions): Promise<Ledger | undefined> {
	const {zone, questions, categoryOf, turns, matcher} = options;
	const now = options.window.span.to;
	const extent = questions.extent();
	const nextOrderAt = questions.nextOrderAt(now);
	const stock = await openStockBook(options);
	const isAll = options.window.name === 'all';
	const {span, comparisons: spans, bucketStarts} = options.window;
	const sums = createWindowSums(zone, categoryOf);
	const comparisons = {
		before: createComparisonSums(),
		week: createComparisonSums(),
		year: createComparisonSums(),
	};
	const trend = createTrendSums(bucketStarts);
	const totals = new Map<number, CountedCustomer>();
	const slots = new Map<number, OrderTotals>();
	const latest = createLatest();
	const pace: PaceSums = new Map();
	let firstAt = Number.POSITIVE_INFINITY;

	const isIn = (at: number, {from, to}: Span) => at >= from && at < to;
	const fold = (stored: StoredOrder) => {
		const order = stored.at < now ? matcher.narrow(stored) : undefined;
		if (!order) {
			return;
		}
		const {at, customerId, revenue} = order;
		const ofOrder = totalsOfOrder(order);
		firstAt = Math.min(firstAt, at);
		if (isAll || isIn(at, span)) {
			sums.addOrder(order, 1);
			trend.add(at, ofOrder);
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
			countCustomer(totals, {customerId, orders: 1, revenue}, 1);
		}
		latest.add(order);
	};
	const paceSpan = {
		from: Math.max(paceFrom(options.window, zone), Math.min(questions.firstOrderAt() ?? now, now)),
		to: now,
	};
	const countPace = productSums(paceSpan, questions, rows => addToPace(pace, rows));
	const steps = [countPace, eachCandidate(matcher, questions, now, fold)];
	const isDone = await runWhileTrue(steps, extent, options);
	if (!isDone) {
		return undefined;
	}

	const firstOrderAt = Number.isFinite(firstAt) ? firstAt : undefined;
	const window = isAll ? resolveWindow('all', now, zone, firstOrderAt) : options.window;
	const wholeTrend = isAll ? createTrendSums(window.bucketStarts) : trend;
	const history = createSalesHistory(zone, firstOrderAt);
	const historySince = historyFrom(zone, now);
	for (const [slot, ofSlot] of slots) {
		const at = slot * slotMs;
		if (isAll) {
			wholeTrend.add(at, ofSlot);
		}
		if (at >= historySince) {
			history.add(at, ofSlot.revenue, ofSlot.orders);
		}
	}
	const customers = createCountedBook(totals, (customerId, earlier) =>
		previousMatch(customerId, earlier, matcher, questions),
	);
	const tiers = await readTiers(customers, turns);
	return {
		window,
		extent,
		matcher,
		sums,
		trend: wholeTrend,
		comparisons,
		history,
		customers,
		stock,
		tiers,
		recent: createRecentOrders(latest.orders(), tiers, customers),
		pace,
		paceFrom: paceSpan.from,
		firstOrderAt,
		nextOrderAt,
	};
}

/** Every order that may match, once, found by the index that leads to the fewest. */
function eachCandidate(
	{customers, products, mayMatch}: Matcher,
	questions: StoreQuestions,
	before: number,
	fold: (order: StoredOrder) => void,
): Step {
	const {matchingOrders, ordersWithLines} = questions;
	if (customers) {
		return function* () {
			for (const [index, customerId] of customers.entries()) {
				for (const orderId of matchingOrders.ofCustomer(customerId, {at: before, orderId: 0})) {
					fold(ordersWithLines.byId(orderId)!);
					yield index / customers.length;
				}
			}
		};
	}
	if (products) {
		return function* () {
			const seen = createIdSet();
			for (const [index, productId] of products.entries()) {
				let lines = matchingOrders.ofProduct(productId, 0, linesAtOnce);
				while (lines.length > 0) {
					for (const {orderId} of lines) {
						if (!seen.has(orderId)) {
							seen.add(orderId);
							fold(ordersWithLines.byId(orderId)!);
						}
					}
					yield index / products.length;
					lines = matchingOrders.ofProduct(productId, lines.at(-1)!.lineId, linesAtOnce);
				}
			}
		};
	}
	const span = {from: questions.firstOrderAt() ?? before, to: before};
	return eachRange(span, questions, range => {
		for (const order of ordersWithLines.inRange(range, mayMatch)) {
			fold(order);
		}
	});
}

const linesAtOnce = 500;

/** When a customer last bought what matches before an order. */
function previousMatch(
	customerId: number,
	before: OrderPlace,
	{narrow}: Matcher,
	{matchingOrders, ordersWithLines}: StoreQuestions,
): number | undefined {
	for (const orderId of matchingOrders.ofCustomer(customerId, before)) {
		const order = narrow(ordersWithLines.byId(orderId)!);
		if (order) {
			return order.at;
		}
	}
	return undefined;
}

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
