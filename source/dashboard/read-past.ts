import {setImmediate} from 'node:timers/promises';
import {dayMs, hourMs, startOfDay, type Zone} from '../business-time.ts';
import type {Money} from '../money.ts';
import type {CustomerSum} from '../store/customer-sales.ts';
import type {OrderTotals} from '../store/order-totals.ts';
import type {ProductSum} from '../store/product-sales.ts';
import {slotMs} from '../store/schema.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {createComparisonSums} from './comparison-sums.ts';
import {listLength, type Span} from './dashboard.ts';
import type {Ledger} from './ledger.ts';
import {alongDays, alongSlots, pieces} from './pieces.ts';
import {createRecentOrders} from './recent-orders.ts';
import {createSalesHistory, historyFrom} from './sales-history.ts';
import {paceDays} from './stock-room.ts';
import {createTierSums} from './tier-sums.ts';
import {createTrendSums, totalsOfOrder} from './trend-sums.ts';
import type {ResolvedWindow} from './window.ts';
import {createWindowSums, type WindowSums} from './window-sums.ts';

/** How long to work before keys and frames get their turn, in milliseconds. */
const sliceMs = 8;

/** Orders that one piece of the past should hold, so that none takes much longer than a slice. */
const ordersPerPiece = 2000;

/** Days of rollups in one piece at least: however many orders there are, their rollups are few. */
const rollupDaysPerPiece = 1;

const customersPerPage = 5000;

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
	const sums = createWindowSums(zone, categoryOf);
	const trend = createTrendSums(window.bucketStarts);
	const comparison = createComparisonSums(window.comparison, questions);
	const history = createSalesHistory(zone, firstAt);
	const pace = new Map<number, number>();
	const revenues: Money[] = [];

	const orderPieceMs = pieceLength(extent.lastOrderId, firstAt, now);
	const rollupPieceMs = Math.max(orderPieceMs, rollupDaysPerPiece * dayMs);
	const known = (span: Span): Span => ({from: Math.max(span.from, firstAt ?? span.to), to: span.to});
	const paceSpan = known({from: startOfDay(zone, window.today - paceDays), to: now});
	const steps: (() => void)[] = [];
	const each = (span: Span, pieceMs: number, read: (piece: Span) => void) => {
		for (const piece of pieces(known(span), pieceMs, zone)) {
			steps.push(() => read(piece));
		}
	};

	// A window over everything has the customers' totals of all time.
	const nextOrderAt = questions.nextOrderAt(now);
	const isAllTime = firstAt !== undefined && window.span.from <= firstAt && nextOrderAt === undefined;
	if (!isAllTime) {
		each(window.span, orderPieceMs, piece => {
			sums.addCustomers(questions.customerSales(piece.from, piece.to));
		});
	}
	each(window.span, rollupPieceMs, piece => {
		addGroups(piece, sums, zone, questions);
	});
	if (window.unit === 'minute') {
		each(window.span, orderPieceMs, piece => {
			for (const order of questions.ordersWithLines.between(piece.from, piece.to)) {
				trend.add(order.at, totalsOfOrder(order));
			}
		});
	} else {
		each(window.span, rollupPieceMs, piece => {
			for (const {at, totals} of totalsAlong(piece, questions)) {
				trend.add(at, totals);
			}
		});
	}
	each(window.comparison, orderPieceMs, piece => {
		comparison.addCustomers(questions.customerSales(piece.from, piece.to));
	});
	each(window.comparison, rollupPieceMs, piece => {
		for (const {totals} of totalsAlong(piece, questions)) {
			comparison.addTotals(totals);
		}
	});
	each({from: historyFrom(zone, now), to: now}, 4 * rollupPieceMs, piece => {
		for (const {at, totals} of totalsAlong(piece, questions)) {
			history.add(at, totals.revenue, totals.orders);
		}
	});
	const eachProductSum = (span: Span, add: (rows: readonly ProductSum[]) => void) => {
		const {head, whole, tail} = alongDays(known(span));
		each({from: whole.from * dayMs, to: whole.to * dayMs}, rollupPieceMs, ({from, to}) => {
			add(questions.productSalesOfDays(Math.ceil(from / dayMs), Math.ceil(to / dayMs)));
		});
		for (const edge of [head, tail]) {
			each(edge, orderPieceMs, ({from, to}) => {
				add(questions.productSales(from, to));
			});
		}
	};
	eachProductSum(window.span, sums.addProducts);
	eachProductSum(paceSpan, rows => {
		for (const {productId, units} of rows) {
			pace.set(productId, (pace.get(productId) ?? 0) + units);
		}
	});
	let lastCustomer: CustomerSum | undefined;
	const readCustomers = () => {
		const page = questions.customerTotals.page(lastCustomer, customersPerPage);
		for (const {revenue} of page) {
			revenues.push(revenue);
		}
		if (isAllTime) {
			sums.addCustomers(page);
		}
		lastCustomer = page.at(-1);
		if (page.length === customersPerPage) {
			// Behind the one that is being taken: the list grows while it is walked.
			steps.push(readCustomers);
		}
	};
	steps.push(readCustomers);

	await runInSlices(steps, onProgress);
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
		nextOrderAt,
	};
}

async function runInSlices(
	steps: readonly (() => void)[],
	onProgress: (share: number) => void,
): Promise<void> {
	let sliceEnd = performance.now() + sliceMs;
	for (let index = 0; index < steps.length; index++) {
		steps[index]!();
		if (performance.now() > sliceEnd) {
			onProgress((index + 1) / steps.length);
			await setImmediate();
			sliceEnd = performance.now() + sliceMs;
		}
	}
}

/** Categories, regions and their heatmaps; one UTC offset holds in a piece. */
function addGroups(piece: Span, sums: WindowSums, zone: Zone, questions: StoreQuestions): void {
	const {head, whole, tail} = alongSlots(piece);
	const offsetMs = zone.offsetAt(piece.from);
	sums.addCategoryHours(questions.categoryHours(whole.from, whole.to, offsetMs));
	sums.addRegionHours(questions.regionHours(whole.from, whole.to, offsetMs));
	for (const edge of [head, tail]) {
		sums.addOrdersToGroups(questions.ordersWithLines.between(edge.from, edge.to));
	}
}

/** Totals of a piece by slot, with a moment inside each; the ends, shorter than a slot, on their own. */
function totalsAlong(piece: Span, questions: StoreQuestions): {at: number; totals: OrderTotals}[] {
	const {head, whole, tail} = alongSlots(piece);
	return [
		{at: head.from, totals: questions.orderTotals(head.from, head.to)},
		...questions.slotTotals(whole.from, whole.to).map(totals => ({at: totals.slot * slotMs, totals})),
		{at: tail.from, totals: questions.orderTotals(tail.from, tail.to)},
	];
}

/** How long a stretch of time holds about `ordersPerPiece` orders. */
function pieceLength(orders: number, firstAt: number | undefined, now: number): number {
	const lifeMs = Math.max(now - (firstAt ?? now), hourMs);
	return Math.min((ordersPerPiece / Math.max(orders, 1)) * lifeMs, 30 * dayMs);
}
