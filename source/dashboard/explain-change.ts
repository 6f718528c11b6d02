import {
	type BridgeEffects,
	type BridgeRow,
	revenueBridge,
} from '../analytics/revenue-bridge/revenue-bridge.ts';
import type {CustomerGroup, SalesCell} from '../analytics/revenue-bridge/sales-cell.ts';
import {type CellSum, firstOrders, salesByCell} from '../store/groups/sales-by-cell.ts';
import {names} from '../store/names.ts';
import type {Store} from '../store/open-store.ts';
import {type OrderRange, orderRanges} from '../store/orders/order-ranges.ts';
import {orderTotals} from '../store/orders/order-totals.ts';
import {ordersWithLines} from '../store/orders/orders-with-lines.ts';
import type {Span} from './dashboard.ts';
import type {Matcher} from './matcher.ts';

export type {BridgeEffects} from '../analytics/revenue-bridge/revenue-bridge.ts';

/** How the rows of an explained change are split. */
export const explainedBy = ['category', 'region', 'customers'] as const;

export type ExplainedBy = (typeof explainedBy)[number];

export type ExplainedRow = Omit<BridgeRow<string>, 'key'> & {readonly name: string};

/** Why revenue is another in one span than in another. */
export type ExplainedChange = {
	readonly span: Span;
	readonly against: Span;
} & (
	| {readonly status: 'collecting'; readonly missing: 'before' | 'after'}
	| {
			readonly status: 'ready';
			readonly orders: {readonly before: number; readonly after: number};
			readonly total: Omit<BridgeRow<undefined>, 'key'>;
			/** The volume in two; together they are `total.volume`. */
			readonly volumeByOrders: BridgeEffects['volume'];
			readonly volumeByBasket: BridgeEffects['volume'];
			/** Largest change first; each column adds up to the total. */
			readonly by: Readonly<Record<ExplainedBy, readonly ExplainedRow[]>>;
	  }
);

/** Reads every line of both spans: a second for about a million. */
export function explainChange({db}: Pick<Store, 'db'>, span: Span, against: Span): ExplainedChange {
	const work = openChangeExplainer(db)(span, against);
	for (;;) {
		const {done, value} = work.next();
		if (done) {
			return value;
		}
	}
}

/** Orders that are read at once, so that it takes no longer than a slice. */
const ordersPerRange = 1000;

/**
 * Explains changes in pieces; after each it gives the share that is done, 0 to 1. With a matcher only
 * what it lets through.
 */
export function openChangeExplainer(db: Store['db']) {
	const sales = salesByCell(db);
	const ranges = orderRanges(db);
	const totals = orderTotals(db);
	const {inRange} = ordersWithLines(db);
	const firstOrderOf = firstOrders(db);
	const nameOf = names(db);

	const all = (range: OrderRange, since: number) => ({
		rows: sales(range, since),
		orders: totals(range).orders,
	});
	const matching = (range: OrderRange, since: number, {mayMatch, narrow}: Matcher) => {
		const orders = inRange(range, mayMatch).flatMap(order => narrow(order) ?? []);
		const rows = orders.flatMap(({customerId, regionId, lines}) => {
			const isNew = customerId === null ? null : (firstOrderOf(customerId) ?? since) >= since ? 1 : 0;
			return lines.map(
				({productId, quantity, amount}): CellSum => ({
					...{productId, regionId, isNew},
					units: Math.max(0, quantity),
					gross: quantity > 0 ? amount : 0,
					returns: quantity < 0 ? amount : 0,
				}),
			);
		});
		return {rows, orders: orders.length};
	};

	return function* explain(span: Span, against: Span, matcher?: Matcher): Generator<number, ExplainedChange> {
		const cells = new Map<string, SalesCell>();
		const orders = {before: 0, after: 0};
		for (const [side, whole] of [
			['before', against],
			['after', span],
		] as const) {
			for (const range of ranges(whole, ordersPerRange)) {
				// Each span has its own new customers: those whose first order is in it.
				const found = matcher ? matching(range, whole.from, matcher) : all(range, whole.from);
				for (const row of found.rows) {
					addTo(cells, side, row);
				}
				orders[side] += found.orders;
				yield (side === 'before' ? 0 : 0.5) + (range.to - whole.from) / (whole.to - whole.from) / 2;
			}
		}
		return explained([...cells.values()], {span, against, orders}, nameOf);
	};
}

function explained(
	cells: readonly SalesCell[],
	{
		span,
		against,
		orders,
	}: {
		readonly span: Span;
		readonly against: Span;
		readonly orders: {readonly before: number; readonly after: number};
	},
	{product, category, region}: ReturnType<typeof names>,
): ExplainedChange {
	const bridge = revenueBridge(cells, orders);
	if (bridge.status === 'collecting') {
		return {span, against, ...bridge};
	}
	const categories = new Map(cells.map(cell => [cell.product, product(cell.product).categoryId]));
	const named = <Key>(keyOf: (cell: SalesCell) => Key, nameOf: (key: Key) => string) =>
		bridge.by(keyOf).map(({key, ...row}) => ({name: nameOf(key), ...row}));
	const {key: _, ...total} = bridge.total;
	return {
		span,
		against,
		status: 'ready',
		orders,
		total,
		volumeByOrders: bridge.volumeByOrders,
		volumeByBasket: bridge.volumeByBasket,
		by: {
			category: named(cell => categories.get(cell.product)!, category),
			region: named(cell => cell.region, region),
			customers: named(
				cell => cell.customers,
				group => group,
			),
		},
	};
}

const noSales = {units: 0, gross: 0, returns: 0};

function addTo(cells: Map<string, SalesCell>, side: 'before' | 'after', row: CellSum): void {
	const {productId: product, regionId: region, units, gross, returns} = row;
	const customers = groupOf(row);
	const key = `${product} ${region} ${customers}`;
	const cell = cells.get(key) ?? {product, region, customers, before: noSales, after: noSales};
	const sum = {
		units: cell[side].units + units,
		gross: cell[side].gross + gross,
		returns: cell[side].returns + returns,
	};
	cells.set(key, {...cell, [side]: sum});
}

function groupOf({isNew}: CellSum): CustomerGroup {
	return isNew === null ? 'guest' : isNew === 1 ? 'new' : 'returning';
}
