import {
	type BridgeEffects,
	type BridgeRow,
	revenueBridge,
} from '../analytics/revenue-bridge/revenue-bridge.ts';
import type {CustomerGroup, SalesCell} from '../analytics/revenue-bridge/sales-cell.ts';
import {names} from '../store/names.ts';
import type {Store} from '../store/open-store.ts';
import {orderTotals} from '../store/order-totals.ts';
import {type CellSum, salesByCell} from '../store/sales-by-cell.ts';
import type {Span} from './dashboard.ts';

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
	const cells = cellsOf(db, span, against);
	const countOrders = orderTotals(db);
	const orders = {
		before: countOrders(against).orders,
		after: countOrders(span).orders,
	};
	const bridge = revenueBridge(cells, orders);
	if (bridge.status === 'collecting') {
		return {span, against, ...bridge};
	}
	const {product, category, region} = names(db);
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

function cellsOf(db: Store['db'], span: Span, against: Span): readonly SalesCell[] {
	const sales = salesByCell(db);
	const cells = new Map<string, SalesCell>();
	for (const [side, {from, to}] of [
		['before', against],
		['after', span],
	] as const) {
		// Each span has its own new customers: those whose first order is in it.
		for (const row of sales(from, to, from)) {
			const {productId: product, regionId: region, units, gross, returns} = row;
			const customers = groupOf(row);
			const key = `${product} ${region} ${customers}`;
			const cell = cells.get(key) ?? {product, region, customers, before: noSales, after: noSales};
			cells.set(key, {...cell, [side]: {units, gross, returns}});
		}
	}
	return [...cells.values()];
}

function groupOf({isNew}: CellSum): CustomerGroup {
	return isNew === null ? 'guest' : isNew === 1 ? 'new' : 'returning';
}
