import type {Extent} from '../store/extent.ts';
import type {StoredOrder} from '../store/orders-with-lines.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import type {ComparisonSums} from './comparison-sums.ts';
import type {RecentOrders} from './recent-orders.ts';
import type {SalesHistory} from './sales-history.ts';
import type {TierSums} from './tier-sums.ts';
import {type TrendSums, totalsOfOrder} from './trend-sums.ts';
import type {ResolvedWindow} from './window.ts';
import type {WindowSums} from './window-sums.ts';

/**
 * The sums behind a dashboard, true for one database at one moment. Reading the past fills it once;
 * then new orders are folded in as they come.
 */
export type Ledger = {
	readonly window: ResolvedWindow;
	readonly extent: Extent;
	readonly sums: WindowSums;
	readonly trend: TrendSums;
	readonly comparison: ComparisonSums;
	readonly history: SalesHistory;
	readonly tiers: TierSums;
	readonly recent: RecentOrders;
	/** Units sold by product over the days that a product's pace is taken from. */
	readonly pace: Map<number, number>;
	/** When those days began, or the first order if that was later. */
	readonly paceFrom: number;
	/** The first moment at which an order that is dated ahead must be counted. */
	readonly nextOrderAt: number | undefined;
};

/** More new orders than this are read as part of the past. */
const foldedAtOnce = 2000;

/**
 * Folds what came since into a ledger, and moves it to a later moment.
 *
 * @returns the ledger at the new moment; `undefined` when its past is no longer true or too much
 * came, and it must be read again
 */
export function advance(
	ledger: Ledger,
	window: ResolvedWindow,
	questions: StoreQuestions,
): {ledger: Ledger; arrived: number} | undefined {
	const now = window.span.to;
	const extent = questions.extent();
	if (
		extent.corrections !== ledger.extent.corrections ||
		window.name !== ledger.window.name ||
		window.today !== ledger.window.today ||
		window.span.from !== ledger.window.span.from ||
		now < ledger.window.span.to ||
		(ledger.nextOrderAt !== undefined && ledger.nextOrderAt < now)
	) {
		return undefined;
	}
	const arrived = questions.ordersWithLines.above(ledger.extent.lastOrderId, foldedAtOnce + 1);
	const lines = arrived.reduce((count, order) => count + order.lines.length, 0);
	const isComplete = extent.lastLineId - ledger.extent.lastLineId === lines;
	const isOfWindow = arrived.every(({at}) => at >= window.span.from && at < now);
	if (arrived.length > foldedAtOnce || !isComplete || !isOfWindow) {
		return undefined;
	}
	ledger.trend.extend(window.bucketStarts);
	ledger.comparison.advanceTo(window.comparison.to);
	for (const order of arrived) {
		foldOrder(ledger, order);
	}
	ledger.recent.add(arrived);
	return {ledger: {...ledger, window, extent}, arrived: arrived.length};
}

function foldOrder(ledger: Ledger, order: StoredOrder): void {
	ledger.sums.addOrder(order);
	ledger.trend.add(order.at, totalsOfOrder(order));
	ledger.history.add(order.at, order.revenue, 1);
	for (const {productId, quantity} of order.lines) {
		ledger.pace.set(productId, (ledger.pace.get(productId) ?? 0) + quantity);
	}
}
