import {setImmediate} from 'node:timers/promises';
import {dayMs, hourMs, nextOffsetChange, startOfDay, type Zone} from '../business-time.ts';
import type {Money} from '../money.ts';
import type {CustomerTotal} from '../store/customer-totals.ts';
import {slotMs} from '../store/schema.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {createComparisonSums} from './comparison-sums.ts';
import {listLength, type Span} from './dashboard.ts';
import type {Ledger} from './ledger.ts';
import {createRecentOrders} from './recent-orders.ts';
import {createSalesHistory, historyFrom} from './sales-history.ts';
import {paceDays} from './stock-room.ts';
import {createTierSums} from './tier-sums.ts';
import {createTrendSums, totalsOfOrder} from './trend-sums.ts';
import type {ResolvedWindow} from './window.ts';
import {createWindowSums} from './window-sums.ts';

/** How long to work before keys and frames get their turn, in milliseconds. */
const sliceMs = 8;

/** Orders that one piece of the past should hold, so that no piece takes much longer than a slice. */
const ordersPerPiece = 4000;

const customersPerPage = 10_000;

/**
 * Reads everything that a dashboard needs from the rollups, in pieces, so that a long past does not
 * hold up the screen. Must run inside one read transaction: all pieces are of one moment.
 *
 * @param onProgress hears the share done, 0 to 1, whenever the screen gets its turn
 */
export async function readPast(
	window: ResolvedWindow,
	zone: Zone,
	questions: StoreQuestions,
	categoryOf: (productId: number) => number,
	onProgress: (share: number) => void,
): Promise<Ledger> {
	const now = window.span.to;
	const extent = questions.extent();
	const firstAt = questions.firstOrderAt();
	const pieceMs = pieceLength(extent.lastOrderId, firstAt, now);
	const sums = createWindowSums(zone, categoryOf);
	const trend = createTrendSums(window.bucketStarts);
	const comparison = createComparisonSums(window.comparison, questions);
	const history = createSalesHistory(zone, firstAt);
	const pace = new Map<number, number>();
	const revenues: Money[] = [];

	const known = (span: Span): Span => ({from: Math.max(span.from, firstAt ?? span.to), to: span.to});
	const paceSpan = known({from: startOfDay(zone, window.today - paceDays), to: now});
	const steps: (() => void)[] = [];

	for (const piece of pieces(known(window.span), pieceMs, zone)) {
		steps.push(() => sums.addProducts(questions.productSales(piece.from, piece.to)));
		steps.push(() => sums.addCustomers(questions.customerSales(piece.from, piece.to)));
		steps.push(() => {
			const {head, slots, tail} = alongSlots(piece);
			const offsetMs = zone.offsetAt(piece.from);
			sums.addCategoryHours(questions.categoryHours(slots.from, slots.to, offsetMs));
			sums.addRegionHours(questions.regionHours(slots.from, slots.to, offsetMs));
			for (const edge of [head, tail]) {
				sums.addOrdersToGroups(questions.ordersWithLines.between(edge.from, edge.to));
			}
		});
		steps.push(() => addToTrend(piece, window, trend, questions));
	}
	for (const piece of pieces(known(window.comparison), pieceMs, zone)) {
		steps.push(() => comparison.addCustomers(questions.customerSales(piece.from, piece.to)));
		steps.push(() => {
			const {head, slots, tail} = alongSlots(piece);
			for (const totals of questions.slotTotals(slots.from, slots.to)) {
				comparison.addTotals(totals);
			}
			comparison.addTotals(questions.orderTotals(head.from, head.to));
			comparison.addTotals(questions.orderTotals(tail.from, tail.to));
		});
	}
	for (const piece of pieces(known({from: historyFrom(zone, now), to: now}), 8 * pieceMs, zone)) {
		steps.push(() => {
			const {slots, tail} = alongSlots(piece);
			for (const {slot, revenue} of questions.slotTotals(slots.from, slots.to)) {
				history.add(slot * slotMs, revenue);
			}
			history.add(tail.from, questions.orderTotals(tail.from, tail.to).revenue);
		});
	}
	for (const piece of pieces(paceSpan, 8 * pieceMs, zone)) {
		steps.push(() => {
			for (const {productId, units} of questions.productSales(piece.from, piece.to)) {
				pace.set(productId, (pace.get(productId) ?? 0) + units);
			}
		});
	}
	let lastCustomer: CustomerTotal | undefined;
	const readCustomers = () => {
		const page = questions.customerTotals.page(lastCustomer, customersPerPage);
		for (const {revenue} of page) {
			revenues.push(revenue);
		}
		lastCustomer = page.at(-1);
		if (page.length === customersPerPage) {
			steps.push(readCustomers);
		}
	};
	steps.push(readCustomers);

	let sliceEnd = performance.now() + sliceMs;
	// The list grows while it is walked: each page of customers puts the next behind it.
	for (let index = 0; index < steps.length; index++) {
		steps[index]!();
		if (performance.now() > sliceEnd) {
			onProgress((index + 1) / steps.length);
			await setImmediate();
			sliceEnd = performance.now() + sliceMs;
		}
	}

	const tiers = createTierSums(revenues);
	const latest = questions.ordersWithLines.latest(now, listLength);
	return {
		window,
		extent,
		sums,
		trend,
		comparison,
		history,
		tiers,
		recent: createRecentOrders(latest, tiers, questions),
		pace,
		paceFrom: paceSpan.from,
		nextOrderAt: questions.nextOrderAt(now),
	};
}

function addToTrend(
	piece: Span,
	{unit}: ResolvedWindow,
	trend: ReturnType<typeof createTrendSums>,
	questions: StoreQuestions,
): void {
	const {head, slots, tail} = alongSlots(piece);
	// Minutes are finer than slots.
	const edges = unit === 'minute' ? [piece] : [head, tail];
	for (const edge of edges) {
		for (const order of questions.ordersWithLines.between(edge.from, edge.to)) {
			trend.add(order.at, totalsOfOrder(order));
		}
	}
	if (unit !== 'minute') {
		for (const totals of questions.slotTotals(slots.from, slots.to)) {
			trend.add(totals.slot * slotMs, totals);
		}
	}
}

/** Whole slots inside a span, and what is left at its two ends. `slots` counts slots. */
function alongSlots({from, to}: Span): {head: Span; slots: Span; tail: Span} {
	const first = Math.ceil(from / slotMs);
	const end = Math.max(first, Math.floor(to / slotMs));
	const headEnd = Math.min(first * slotMs, to);
	return {
		head: {from, to: headEnd},
		slots: {from: first, to: end},
		tail: {from: Math.max(end * slotMs, headEnd), to},
	};
}

/** Cuts a span where the UTC offset changes and into pieces of whole hours. */
function* pieces(span: Span, pieceMs: number, zone: Zone): Iterable<Span> {
	let from = span.from;
	while (from < span.to) {
		const aligned = Math.floor((from + pieceMs) / hourMs) * hourMs;
		const to = Math.min(aligned, nextOffsetChange(zone, from), span.to);
		yield {from, to};
		from = to;
	}
}

/** How long a stretch of time holds about `ordersPerPiece` orders. */
function pieceLength(orders: number, firstAt: number | undefined, now: number): number {
	const lifeMs = Math.max(now - (firstAt ?? now), hourMs);
	return Math.min(Math.max((ordersPerPiece / Math.max(orders, 1)) * lifeMs, hourMs), 30 * dayMs);
}
