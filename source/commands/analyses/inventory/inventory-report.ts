import {
	type Inventory,
	type InventoryItem,
	type InventoryRule,
	planInventory,
	type StockedProduct,
} from '../../../analytics/inventory/inventory.ts';
import {findSubstitute} from '../../../analytics/inventory/substitutes.ts';
import {basketTogetherness} from '../../../analytics/recommendations/basket-togetherness.ts';
import {dayMs} from '../../../business-time.ts';
import {purchaseLines} from '../../../store/customers/purchase-lines.ts';
import type {Store} from '../../../store/open-store.ts';
import {firstOrderAt} from '../../../store/orders/extent.ts';
import {dailyRestocks, dailyUnits, lastSoldAt} from '../../../store/products/daily-units.ts';
import {type ProductAt, stockAt} from '../../../store/products/stock-at.ts';

export type InventoryRow = {
	readonly product: CountedProduct;
	readonly item: InventoryItem;
	/** Stands in while it is out or runs out. */
	readonly substitute: CountedProduct | undefined;
};

type CountedProduct = ProductAt & {readonly stock: number};

export type InventoryReport = {
	/** UTC milliseconds. */
	readonly asOf: number;
	readonly rule: InventoryRule;
	readonly inventory: Inventory;
	/** What is to be ordered first, the greatest revenue at risk first; then dead stock, the dearest first. */
	readonly rows: readonly InventoryRow[];
	/** Products whose stock nobody counts. */
	readonly uncounted: number;
};

/** Days of sales from which the pace is taken: two times four weeks. */
const daysRead = 56;

/** The stock room of a database, as it was at a moment. */
export function inventoryOfStore({db}: Store, asOf: number, rule: InventoryRule): InventoryReport {
	// In one transaction, so that stock and sales are of one state.
	return db.transaction((): InventoryReport => {
		const all = stockAt(db)(asOf);
		const products = all.filter(({stock}) => stock !== null) as readonly CountedProduct[];
		const first = firstOrderAt(db)();
		const shopDays = first === undefined ? 0 : Math.max(0, Math.floor((asOf - first) / dayMs));
		const days = Math.min(daysRead, shopDays);
		const inventory = planInventory(stockedProducts(db, products, asOf, days), {days, shopDays}, rule);
		const rows = inventory.status === 'ready' ? rowsOf(db, products, inventory.items, asOf) : [];
		return {asOf, rule, inventory, rows, uncounted: all.length - products.length};
	})();
}

function stockedProducts(
	db: Store['db'],
	products: readonly CountedProduct[],
	asOf: number,
	days: number,
): StockedProduct[] {
	const placeOf = new Map(products.map(({productId}, place) => [productId, place]));
	const sold = products.map(() => new Float64Array(days));
	const net = products.map(() => new Float64Array(days));
	const arrived = products.map(() => new Float64Array(days));
	const revenue = new Float64Array(products.length);
	for (const row of dailyUnits(db)(asOf, days)) {
		const place = placeOf.get(row.productId);
		if (place !== undefined) {
			sold[place]![row.day] = row.sold;
			net[place]![row.day] = row.net;
			revenue[place]! += row.revenue;
		}
	}
	for (const {productId, day, units} of dailyRestocks(db)(asOf, days)) {
		const place = placeOf.get(productId);
		if (place !== undefined) {
			arrived[place]![day] = units;
		}
	}
	const soldAt = lastSoldAt(db);
	return products.map(({productId, stock, price}, place): StockedProduct => {
		const units = sold[place]!.reduce((sum, each) => sum + each, 0);
		const lastDay = sold[place]!.findIndex(each => each > 0);
		const last = lastDay < 0 ? soldAt(productId, asOf) : asOf - lastDay * dayMs;
		return {
			stock,
			price,
			sold: sold[place]!,
			available: availableDays(stock, net[place]!, arrived[place]!),
			unitRevenue: units > 0 ? revenue[place]! / units : price,
			daysSinceSale: last === undefined ? undefined : Math.floor((asOf - last) / dayMs),
		};
	});
}

/** Goes back day by day: what a day began with is what it ended with, what was sold on it, less what came in. */
function availableDays(stock: number, net: Float64Array, arrived: Float64Array): Uint8Array {
	const available = new Uint8Array(net.length);
	let end = stock;
	for (let day = 0; day < net.length; day++) {
		const start = end + net[day]! - arrived[day]!;
		available[day] = start > 0 || arrived[day]! > 0 ? 1 : 0;
		end = start;
	}
	return available;
}

function rowsOf(
	db: Store['db'],
	products: readonly CountedProduct[],
	items: readonly InventoryItem[],
	asOf: number,
): InventoryRow[] {
	const candidates = products.map(({category, price}, place) => {
		const {state, demand} = items[place]!;
		return {category, price, state, perDay: demand.perDay};
	});
	const needsSubstitute = ({state}: InventoryItem) => state === 'out' || state === 'order';
	const areTogether = items.some(needsSubstitute) ? togetherness(db, products, asOf) : () => false;
	return products
		.map((product, place): InventoryRow => {
			const item = items[place]!;
			const found = needsSubstitute(item) ? findSubstitute(place, candidates, areTogether) : undefined;
			return {product, item, substitute: found === undefined ? undefined : products[found]};
		})
		.sort(
			(one, other) =>
				urgency[one.item.state] - urgency[other.item.state] ||
				other.item.revenueAtRisk - one.item.revenueAtRisk ||
				(one.item.state === 'dead' ? other.item.stockValue - one.item.stockValue : 0) ||
				(one.item.coverDays ?? Number.POSITIVE_INFINITY) -
					(other.item.coverDays ?? Number.POSITIVE_INFINITY) ||
				one.product.productId - other.product.productId,
		);
}

/** What is out and what runs out are ordered together. */
const urgency: Readonly<Record<InventoryItem['state'], number>> = {
	out: 0,
	order: 0,
	dead: 1,
	enough: 2,
	slow: 3,
};

/** Whether two of these products are in one basket more often than by chance. */
function togetherness(db: Store['db'], products: readonly CountedProduct[], asOf: number) {
	const lines = purchaseLines(db)(asOf);
	const placeOf = new Map(lines.productIds.map((id, place) => [id, place]));
	const areTogether = basketTogetherness(lines);
	return (one: number, other: number) =>
		areTogether(placeOf.get(products[one]!.productId)!, placeOf.get(products[other]!.productId)!);
}
