import type {Zone} from '../business-time.ts';
import type {Extent} from '../store/orders/extent.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import {slotMs} from '../store/schema/schema.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {type ComparisonSums, comparisonNames} from './comparison-sums.ts';
import type {CustomerBook} from './customer-book.ts';
import type {ComparisonName, Span} from './dashboard.ts';
import type {Matcher} from './matcher.ts';
import {addOrderToPace, type PaceSums, paceFrom} from './pace-sums.ts';
import {readTiers} from './read-tiers.ts';
import {createRecentOrders, type RecentOrders} from './recent-orders.ts';
import type {SalesHistory} from './sales-history.ts';
import {eachRange} from './span-steps.ts';
import type {StockBook} from './stock-book.ts';
import type {TierSums} from './tier-sums.ts';
import {type TrendSums, totalsOfOrder} from './trend-sums.ts';
import {runAllInSlices, type Turns} from './turns.ts';
import type {ResolvedWindow} from './window.ts';
import type {WindowSums} from './window-sums.ts';

/**
 * The sums behind a dashboard, true for one database at one moment. Reading the past fills it once;
 * then new orders are folded in as they come, and taken away as the window leaves them behind.
 */
export type Ledger = {
	readonly window: ResolvedWindow;
	readonly extent: Extent;
	/** Which sales count; absent where all do. */
	readonly matcher: Matcher | undefined;
	readonly sums: WindowSums;
	readonly trend: TrendSums;
	readonly comparisons: Readonly<Record<ComparisonName, ComparisonSums>>;
	readonly history: SalesHistory;
	readonly customers: CustomerBook;
	readonly stock: StockBook;
	readonly tiers: TierSums;
	readonly recent: RecentOrders;
	readonly pace: PaceSums;
	/** When those days began, or the first order if that was later. */
	readonly paceFrom: number;
	/** When the first order of all that count is dated. */
	readonly firstOrderAt: number | undefined;
	/** When the first order after the ledger's moment is dated, if there is one. */
	readonly nextOrderAt: number | undefined;
};

/** More new lines than this are read as part of the past. */
const foldedAtOnce = 5000;

/** So many orders are sooner read again from rollups than followed one by one. */
const followedAtMost = 50_000;

export type AdvanceOptions = {
	readonly zone: Zone;
	readonly questions: StoreQuestions;
	readonly turns: Turns;
};

/**
 * Moves a ledger to a later moment: folds in what came since, takes away what the window has left
 * behind. The old ledger must not be used any more, whatever is returned.
 *
 * @returns the ledger at the new moment; `undefined` when its past is no longer true or too much
 * came, and it must be read again
 */
export async function advance(
	ledger: Ledger,
	window: ResolvedWindow,
	{zone, questions, turns}: AdvanceOptions,
): Promise<Ledger | undefined> {
	const {window: before} = ledger;
	const now = window.span.to;
	const extent = questions.extent();
	if (extent.corrections !== ledger.extent.corrections || !isContinued(before, window)) {
		return undefined;
	}
	const newLines = extent.lastLineId - ledger.extent.lastLineId;
	if (newLines > foldedAtOnce) {
		return undefined;
	}
	const {lines, isEarly} = questions.arrivalsAbove(ledger.extent.lastOrderId, window.span.from);
	if (newLines !== lines || isEarly) {
		// Some lines belong to orders of before, or to a time that is summed up already.
		return undefined;
	}
	const arrived = questions.ordersWithLines.above(ledger.extent.lastOrderId, foldedAtOnce);
	const isAhead = ({at}: StoredOrder) => at >= now;
	const hadAhead = ledger.nextOrderAt !== undefined;
	if (!hadAhead && arrived.some(isAhead)) {
		// What customers have brought in all is no longer what they have brought by now.
		return undefined;
	}
	const due: Span = {from: before.span.to, to: hadAhead && ledger.nextOrderAt! < now ? now : before.span.to};
	const moves: readonly Move[] = [
		{
			span: {from: before.span.from, to: window.span.from},
			fold: ofMatching(ledger, order => ledger.sums.addOrder(order, -1)),
		},
		...comparisonNames.flatMap(name =>
			comparisonMoves(ledger, name, before.comparisons[name], window.comparisons[name]),
		),
		{
			span: {from: ledger.paceFrom, to: paceFrom(window, zone)},
			fold: order => addOrderToPace(ledger.pace, order, -1),
		},
	];
	if (ordersAbout([due, ...moves.map(({span}) => span)], questions) > followedAtMost) {
		return undefined;
	}

	ledger.trend.moveTo(window.bucketStarts);
	foldOrders(
		ledger,
		arrived.filter(order => !isAhead(order)),
	);
	const followDue = eachRange(due, questions, range => {
		const known = questions.ordersWithLines.inRange(range);
		foldOrders(
			ledger,
			known.filter(({orderId}) => orderId <= ledger.extent.lastOrderId),
		);
	});
	const followMoves = moves.map(({span, fold}) =>
		eachRange(span, questions, range => {
			for (const order of questions.ordersWithLines.inRange(range)) {
				fold(order);
			}
		}),
	);
	await runAllInSlices([followDue, ...followMoves], turns.pause);
	ledger.stock.restock(questions.restocked(before.span.to, now));
	const advanced = {
		...ledger,
		window,
		extent,
		paceFrom: Math.max(ledger.paceFrom, paceFrom(window, zone)),
		firstOrderAt: ledger.firstOrderAt ?? ledger.recent.orders().at(-1)?.order.at,
		nextOrderAt: hadAhead ? questions.nextOrderAt(now) : undefined,
	};
	return window.today === before.today ? advanced : withNewTiers(advanced, turns);
}

/** Whether one window is the other some time later, with most of it still inside. */
function isContinued(before: ResolvedWindow, after: ResolvedWindow): boolean {
	const leftMs = after.span.from - before.span.from;
	return (
		after.name === before.name &&
		after.unit === before.unit &&
		after.span.to >= before.span.to &&
		leftMs >= 0 &&
		2 * leftMs <= before.span.to - before.span.from &&
		comparisonNames.every(name => after.comparisons[name].from >= before.comparisons[name].from) &&
		before.bucketStarts.includes(after.bucketStarts[0]!)
	);
}

/** Orders that come into a sum or leave it as the window moves. */
type Move = {readonly span: Span; readonly fold: (order: StoredOrder) => void};

function comparisonMoves(ledger: Ledger, name: ComparisonName, from: Span, to: Span): readonly Move[] {
	const comparison = ledger.comparisons[name];
	const add = ofMatching(ledger, order => comparison.addOrder(order, 1));
	const takeAway = ofMatching(ledger, order => comparison.addOrder(order, -1));
	return [
		{
			span: {from: from.from, to: Math.min(to.from, from.to)},
			fold: takeAway,
		},
		{
			span: {from: Math.max(from.to, to.from), to: to.to},
			fold: add,
		},
		// A day of 25 hours ends after the next one's beginning.
		{
			span: {from: Math.max(to.to, to.from), to: from.to},
			fold: takeAway,
		},
	];
}

/** By whole slots, so somewhat too many. */
function ordersAbout(spans: readonly Span[], questions: StoreQuestions): number {
	return spans
		.filter(({from, to}) => to - from >= slotMs)
		.flatMap(({from, to}) => questions.slotTotals(Math.floor(from / slotMs), Math.ceil(to / slotMs)))
		.reduce((sum, {orders}) => sum + orders, 0);
}

/** @param arrived oldest first */
function foldOrders(ledger: Ledger, arrived: readonly StoredOrder[]): void {
	// Of stock and its pace all sales count.
	for (const order of arrived) {
		if (order.at >= ledger.paceFrom) {
			addOrderToPace(ledger.pace, order, 1);
		}
	}
	ledger.stock.sell(arrived);
	const orders = matching(ledger, arrived);
	for (const order of orders) {
		ledger.sums.addOrder(order, 1);
		ledger.trend.add(order.at, totalsOfOrder(order));
		ledger.history.add(order.at, order.revenue, 1);
	}
	ledger.customers.add(orders);
	ledger.recent.add(orders);
}

function matching({matcher}: Ledger, orders: readonly StoredOrder[]): readonly StoredOrder[] {
	return matcher ? orders.flatMap(order => matcher.narrow(order) ?? []) : orders;
}

function ofMatching({matcher}: Ledger, fold: Move['fold']): Move['fold'] {
	return matcher
		? stored => {
				const order = matcher.narrow(stored);
				if (order) {
					fold(order);
				}
			}
		: fold;
}

/** The borders between tiers move once a day. */
async function withNewTiers(ledger: Ledger, turns: Turns): Promise<Ledger> {
	const tiers = await readTiers(ledger.customers, turns);
	const latest = ledger.recent.orders().map(({order}) => order);
	return {...ledger, tiers, recent: createRecentOrders(latest, tiers, ledger.customers)};
}
