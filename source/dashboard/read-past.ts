import {slotMs} from '../store/schema/schema.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {comparisonNames, createComparisons} from './comparison-sums.ts';
import {customerPages} from './customer-book.ts';
import {listLength, type Span} from './dashboard.ts';
import type {Ledger} from './ledger.ts';
import {openCustomerBook} from './open-customer-book.ts';
import {openStockBook} from './open-stock-book.ts';
import {addToPace, type PaceSums, paceFrom} from './pace-sums.ts';
import type {PastOptions} from './past-options.ts';
import {alongSlots} from './pieces.ts';
import {readTiers} from './read-tiers.ts';
import {createRecentOrders} from './recent-orders.ts';
import {runWhileTrue} from './run-while-true.ts';
import {createSalesHistory, historyFrom} from './sales-history.ts';
import type {Step} from './slices.ts';
import {eachPiece, eachRange, eachTotal, productSums} from './span-steps.ts';
import {createTrendSums, type TrendSums, totalsOfOrder} from './trend-sums.ts';
import {createWindowSums, type WindowSums} from './window-sums.ts';

/**
 * Reads everything that a dashboard needs, from the rollups wherever they reach, in pieces, so that a
 * long past does not hold up the screen. Must run inside a read transaction, which may be renewed on
 * the way: what came meanwhile is not counted yet.
 *
 * @returns `undefined` when the past was changed while it was read, and must be read again
 */
export async function readPast(options: PastOptions): Promise<Ledger | undefined> {
	const {window, zone, questions, categoryOf, turns} = options;
	const now = window.span.to;
	const extent = questions.extent();
	const firstOrderAt = firstBefore(now, questions);
	const nextOrderAt = questions.nextOrderAt(now);
	const known = ({from, to}: Span): Span => ({from: Math.max(from, firstOrderAt ?? to), to});
	const sold = known(window.span);
	const paceSpan = known({from: paceFrom(window, zone), to: now});

	const customers = await openCustomerBook(options, nextOrderAt !== undefined);
	const tiers = await readTiers(customers, turns);
	const stock = await openStockBook(options);
	const latest = questions.ordersWithLines.latest(now, listLength);
	const recent = createRecentOrders(latest, tiers, customers);

	const sums = createWindowSums(zone, categoryOf);
	const trend = createTrendSums(window.bucketStarts);
	const comparisons = createComparisons();
	const history = createSalesHistory(zone, firstOrderAt);
	const pace: PaceSums = new Map();
	// A window over everything has the customers' totals of all time.
	const isAllTime =
		firstOrderAt !== undefined && window.span.from <= firstOrderAt && nextOrderAt === undefined;
	const steps: readonly Step[] = [
		isAllTime
			? addEveryCustomer(sums, questions)
			: eachRange(sold, questions, range => sums.addCustomers(questions.customerSales(range))),
		...addGroups(sums, sold, options),
		...addTrend(trend, sold, options),
		...comparisonNames.flatMap(name => {
			const span = known(window.comparisons[name]);
			const {addCustomers, addTotals} = comparisons[name];
			return [
				eachRange(span, questions, range => addCustomers(questions.customerSales(range))),
				...eachTotal(span, questions, addTotals),
			];
		}),
		...eachTotal(known({from: historyFrom(zone, now), to: now}), questions, ({revenue, orders}, at) =>
			history.add(at, revenue, orders),
		),
		productSums(sold, questions, sums.addProducts),
		productSums(paceSpan, questions, rows => addToPace(pace, rows)),
	];
	const isDone = await runWhileTrue(steps, extent, options);
	return isDone
		? {
				window,
				extent,
				matcher: undefined,
				sums,
				trend,
				comparisons,
				history,
				customers,
				stock,
				tiers,
				recent,
				pace,
				paceFrom: paceSpan.from,
				firstOrderAt,
				nextOrderAt,
			}
		: undefined;
}

/** When the shop first sold, if it had by then. */
function firstBefore(now: number, questions: StoreQuestions): number | undefined {
	const firstAt = questions.firstOrderAt();
	return firstAt !== undefined && firstAt < now ? firstAt : undefined;
}

function addEveryCustomer(sums: WindowSums, questions: StoreQuestions): Step {
	return function* () {
		for (const page of customerPages(questions)) {
			sums.addCustomers(page);
			yield 0;
		}
	};
}

/** Adds categories and regions with their hours. */
function addGroups(sums: WindowSums, span: Span, {zone, questions}: PastOptions): readonly Step[] {
	const {head, whole, tail} = alongSlots(span);
	const ofSlots = eachPiece(
		whole,
		({from, to}) => {
			const offsetMs = zone.offsetAt(from);
			sums.addCategoryHours(questions.categoryHours(from / slotMs, to / slotMs, offsetMs));
			sums.addRegionHours(questions.regionHours(from / slotMs, to / slotMs, offsetMs));
		},
		zone,
	);
	const ofEdges = [head, tail].map(edge =>
		eachRange(edge, questions, range => sums.addOrdersToGroups(questions.ordersWithLines.inRange(range))),
	);
	return [ofSlots, ...ofEdges];
}

function addTrend(trend: TrendSums, span: Span, {window, questions}: PastOptions): readonly Step[] {
	if (window.unit !== 'minute') {
		return eachTotal(span, questions, (totals, at) => trend.add(at, totals));
	}
	return [
		eachRange(span, questions, range => {
			for (const order of questions.ordersWithLines.inRange(range)) {
				trend.add(order.at, totalsOfOrder(order));
			}
		}),
	];
}
