import {createIdSet} from '../store/id-set.ts';
import type {OrderPlace} from '../store/orders/matching-orders.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {createCountedBook} from './customer-book.ts';
import {startOfSales} from './ends-of-sales.ts';
import type {Ledger} from './ledger.ts';
import type {Matcher} from './matcher.ts';
import {createMatchingSums} from './matching-sums.ts';
import {openStockBook} from './open-stock-book.ts';
import {addToPace, type PaceSums, paceFrom} from './pace-sums.ts';
import type {PastOptions} from './past-options.ts';
import {readTiers} from './read-tiers.ts';
import {createRecentOrders} from './recent-orders.ts';
import {runWhileTrue} from './run-while-true.ts';
import type {Step} from './slices.ts';
import {eachRange, productSums} from './span-steps.ts';

export type MatchingOptions = PastOptions & {readonly matcher: Matcher};

/**
 * Reads a ledger of the sales that match a filter, order by order, since no rollup knows them; of what
 * is in stock and how fast it goes all sales count. Runs as `readPast` does.
 *
 * @returns `undefined` when the past was changed while it was read, and must be read again
 */
export async function readMatching(options: MatchingOptions): Promise<Ledger | undefined> {
	const {zone, questions, turns, matcher} = options;
	const now = options.window.span.to;
	const extent = questions.extent();
	const nextOrderAt = questions.nextOrderAt(now);
	const stock = await openStockBook(options);
	const found = createMatchingSums(options);
	const pace: PaceSums = new Map();
	const paceSpan = {
		from: Math.max(paceFrom(options.window, zone), startOfSales(now, questions)),
		to: now,
	};
	const countPace = productSums(paceSpan, questions, rows => addToPace(pace, rows));
	const steps = [countPace, eachCandidate(matcher, questions, now, found.add)];
	const isDone = await runWhileTrue(steps, extent, options);
	if (!isDone) {
		return undefined;
	}

	const {window, firstOrderAt, trend, history} = found.overTime();
	const customers = createCountedBook(found.customers, (customerId, earlier) =>
		previousMatch(customerId, earlier, matcher, questions),
	);
	const tiers = await readTiers(customers, turns);
	return {
		window,
		extent,
		matcher,
		sums: found.sums,
		trend,
		comparisons: found.comparisons,
		history,
		customers,
		stock,
		tiers,
		recent: createRecentOrders(found.latest(), tiers, customers),
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
	const span = {from: startOfSales(before, questions), to: before};
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
