import {dayMs, startOfDay, type Zone} from '../business-time.ts';
import type {Money} from '../money.ts';
import type {CustomerSum} from '../store/customer-sales.ts';
import type {Extent} from '../store/extent.ts';
import type {OrderRange} from '../store/order-ranges.ts';
import type {OrderTotals} from '../store/order-totals.ts';
import type {ProductSum} from '../store/product-sales.ts';
import {slotMs} from '../store/schema.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {comparisonNames, createComparisonSums} from './comparison-sums.ts';
import {
	type CountedCustomer,
	type CustomerBook,
	countCustomer,
	createCountedBook,
	createStoredBook,
	customerPages,
} from './customer-book.ts';
import {listLength, type Span} from './dashboard.ts';
import type {Ledger} from './ledger.ts';
import {alongDays, alongSlots, pieces} from './pieces.ts';
import {createRecentOrders} from './recent-orders.ts';
import {createSalesHistory, historyFrom} from './sales-history.ts';
import {runInSlices, type Step} from './slices.ts';
import {createCountedStock, createStoredStock, type StockBook} from './stock-book.ts';
import {paceDays} from './stock-room.ts';
import {createTierSums, type TierSums} from './tier-sums.ts';
import {createTrendSums, totalsOfOrder} from './trend-sums.ts';
import type {ResolvedWindow} from './window.ts';
import {createWindowSums} from './window-sums.ts';

/** Orders that are read at once, so that it takes no longer than a slice. */
export const ordersPerRange = 1000;

/** How a long read gives way to keys, and its transaction to whoever writes. */
export type Turns = {
	/** @param share done, 0 to 1 */
	readonly pause: (share: number) => Promise<void>;
	/** The same, but a transaction that has lived long ends before and another begins after: `true` then. */
	readonly pauseApart: (share: number) => Promise<boolean>;
};

export type PastOptions = {
	readonly window: ResolvedWindow;
	readonly zone: Zone;
	/** Whether the moment is past though it need not be: then stock too is as of then. */
	readonly isAsked: boolean;
	readonly questions: StoreQuestions;
	readonly categoryOf: (productId: number) => number;
	readonly turns: Turns;
};

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
	const firstAt = firstBefore(now, questions);
	const nextOrderAt = questions.nextOrderAt(now);
	const sums = createWindowSums(zone, categoryOf);
	const trend = createTrendSums(window.bucketStarts);
	const comparisons = {
		before: createComparisonSums(),
		week: createComparisonSums(),
		year: createComparisonSums(),
	};
	const history = createSalesHistory(zone, firstAt);
	const pace = new Map<number, number>();
	const known = (span: Span): Span => ({from: Math.max(span.from, firstAt ?? span.to), to: span.to});
	const paceSpan = known({from: paceFrom(window, zone), to: now});

	// A window over everything has the customers' totals of all time.
	const isAllTime = firstAt !== undefined && window.span.from <= firstAt && nextOrderAt === undefined;
	const customers = await openCustomerBook(options, firstAt, nextOrderAt !== undefined);
	const tiers = await readTiers(customers, turns);
	const stock = await openStockBook(options);
	const latest = questions.ordersWithLines.latest(now, listLength);
	const recent = createRecentOrders(latest, tiers, customers);

	const steps: Step[] = [];
	const eachRange = (span: Span, read: (range: OrderRange) => void) => {
		steps.push(function* () {
			for (const range of questions.orderRanges(known(span), ordersPerRange)) {
				read(range);
				yield shareOf(span, range.to);
			}
		});
	};
	const eachPiece = (span: Span, read: (piece: Span) => void, byZone?: Zone) => {
		steps.push(function* () {
			for (const piece of pieces(span, byZone)) {
				read(piece);
				yield shareOf(span, piece.to);
			}
		});
	};
	/** Totals of a span with a moment for each: by slot, and at the ends, shorter than one, order by order. */
	const eachTotal = (span: Span, add: (totals: OrderTotals, at: number) => void) => {
		const {head, whole, tail} = alongSlots(known(span));
		eachPiece(whole, ({from, to}) => {
			for (const totals of questions.slotTotals(from / slotMs, to / slotMs)) {
				add(totals, totals.slot * slotMs);
			}
		});
		for (const edge of [head, tail]) {
			eachRange(edge, range => add(questions.orderTotals(range), range.from));
		}
	};
	const eachProductSum = (span: Span, add: (rows: readonly ProductSum[]) => void) => {
		steps.push(productSums(known(span), questions, add));
	};

	if (isAllTime) {
		steps.push(function* () {
			for (const page of customerPages(questions)) {
				sums.addCustomers(page);
				yield 0;
			}
		});
	} else {
		eachRange(window.span, range => sums.addCustomers(questions.customerSales(range)));
	}
	const {head, whole, tail} = alongSlots(known(window.span));
	eachPiece(
		whole,
		({from, to}) => {
			const offsetMs = zone.offsetAt(from);
			sums.addCategoryHours(questions.categoryHours(from / slotMs, to / slotMs, offsetMs));
			sums.addRegionHours(questions.regionHours(from / slotMs, to / slotMs, offsetMs));
		},
		zone,
	);
	for (const edge of [head, tail]) {
		eachRange(edge, range => sums.addOrdersToGroups(questions.ordersWithLines.inRange(range)));
	}
	if (window.unit === 'minute') {
		eachRange(window.span, range => {
			for (const order of questions.ordersWithLines.inRange(range)) {
				trend.add(order.at, totalsOfOrder(order));
			}
		});
	} else {
		eachTotal(window.span, (totals, at) => trend.add(at, totals));
	}
	for (const name of comparisonNames) {
		eachRange(window.comparisons[name], range => {
			comparisons[name].addCustomers(questions.customerSales(range));
		});
		eachTotal(window.comparisons[name], comparisons[name].addTotals);
	}
	eachTotal({from: historyFrom(zone, now), to: now}, ({revenue, orders}, at) =>
		history.add(at, revenue, orders),
	);
	eachProductSum(window.span, sums.addProducts);
	eachProductSum(paceSpan, rows => {
		for (const {productId, units} of rows) {
			pace.set(productId, (pace.get(productId) ?? 0) + units);
		}
	});

	const isDone = await runInSlices(steps, async share => {
		const isRenewed = await turns.pauseApart(share);
		return !isRenewed || isStillTrue(extent, now, questions);
	});
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
				firstOrderAt: firstAt,
				nextOrderAt,
			}
		: undefined;
}

/** When the shop first sold, if it had by then. */
function firstBefore(now: number, questions: StoreQuestions): number | undefined {
	const firstAt = questions.firstOrderAt();
	return firstAt !== undefined && firstAt < now ? firstAt : undefined;
}

/** Sales by product: by day, and at the ends, shorter than one, order by order. */
export function productSums(
	span: Span,
	questions: StoreQuestions,
	add: (rows: readonly ProductSum[]) => void,
): Step {
	return function* () {
		const {head, whole, tail} = alongDays(span);
		for (const piece of pieces(whole)) {
			add(questions.productSalesOfDays(piece.from / dayMs, piece.to / dayMs));
			yield shareOf(span, piece.to);
		}
		for (const edge of [head, tail]) {
			for (const range of questions.orderRanges(edge, ordersPerRange)) {
				add(questions.productSales(range));
				yield shareOf(span, range.to);
			}
		}
	};
}

/** What is there now, plus what was sold since, less what came since. */
export async function openStockBook({window, isAsked, questions, turns}: PastOptions): Promise<StockBook> {
	if (!isAsked) {
		return createStoredStock(questions);
	}
	const now = window.span.to;
	const stock = createCountedStock(questions.stockLevels());
	const since = {from: now, to: endOfSales(now, questions)};
	const bringBack = productSums(since, questions, rows => stock.restock(rows));
	await runInSlices([bringBack], async share => {
		await turns.pause(share);
		return true;
	});
	stock.restock(
		questions
			.restocked(now, Number.MAX_SAFE_INTEGER)
			.map(({productId, units}) => ({productId, units: -units})),
	);
	return stock;
}

function endOfSales(now: number, questions: StoreQuestions): number {
	return (questions.ordersWithLines.latestAt(Number.MAX_SAFE_INTEGER) ?? now) + 1;
}

/** When the days begin over which a product's pace is taken. */
export function paceFrom({today}: ResolvedWindow, zone: Zone): number {
	return startOfDay(zone, today - paceDays);
}

/** Whether all that came after an extent is of that moment or later, and nothing else was changed. */
export function isStillTrue(extent: Extent, now: number, questions: StoreQuestions): boolean {
	const {corrections, lastLineId} = questions.extent();
	const {lines, isEarly} = questions.arrivalsAbove(extent.lastOrderId, now);
	return corrections === extent.corrections && lastLineId - extent.lastLineId === lines && !isEarly;
}

/**
 * Opens the book of what all customers have brought. Its pages are read in one transaction: totals that
 * change between two would be counted twice or not at all.
 *
 * @param isPast whether there are orders at or after the moment of the window
 */
async function openCustomerBook(
	{window, questions, turns}: PastOptions,
	firstAt: number | undefined,
	isPast: boolean,
): Promise<CustomerBook> {
	if (!isPast) {
		return createStoredBook(questions);
	}
	const now = window.span.to;
	const totals = new Map<number, CountedCustomer>();
	const count = (rows: readonly CustomerSum[], sign: 1 | -1) => {
		for (const row of rows) {
			countCustomer(totals, row, sign);
		}
	};
	const everyone: Step = function* () {
		for (const page of customerPages(questions)) {
			count(page, 1);
			yield 0;
		}
	};
	const eachSale = (span: Span, sign: 1 | -1): Step =>
		function* () {
			for (const range of questions.orderRanges(span, ordersPerRange)) {
				count(questions.customerSales(range), sign);
				yield shareOf(span, range.to);
			}
		};
	const first = firstAt ?? now;
	const end = endOfSales(now, questions);
	const isNearerToFirst = now - first < end - now;
	await runInSlices(
		isNearerToFirst ? [eachSale({from: first, to: now}, 1)] : [everyone, eachSale({from: now, to: end}, -1)],
		async share => {
			await turns.pause(share / 2);
			return true;
		},
	);
	return createCountedBook(totals, questions.customerTotals.previousOrderAt);
}

/** Reads the tiers from all customers, giving way between pages. */
export async function readTiers(customers: CustomerBook, {pause}: Turns): Promise<TierSums> {
	const revenues: Money[] = [];
	const readAll: Step = function* () {
		for (const page of customers.revenues()) {
			for (let index = 0; index < page.length; index++) {
				revenues.push(page[index]!);
			}
			yield 0;
		}
	};
	await runInSlices([readAll], async share => {
		await pause(share);
		return true;
	});
	return createTierSums(revenues);
}

function shareOf({from, to}: Span, reached: number): number {
	return to > from ? (reached - from) / (to - from) : 1;
}
