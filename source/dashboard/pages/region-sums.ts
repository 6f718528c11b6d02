import type {Money} from '../../money.ts';
import type {PageQuestions} from '../../store/page-questions.ts';
import type {Ledger} from '../ledger.ts';

/** What one region sold in a window, kept while its page is open. */
export type RegionSums = {
	readonly regionId: number;
	/** They are true for as long as the ledger goes on with these, from that moment. */
	readonly ofLedger: Ledger['sums'];
	readonly from: number;
	/** Up to which moment orders are counted. */
	to: number;
	/** Up to which id orders are counted. */
	lastOrderId: number;
	readonly stores: Map<number, Sum & {orders: number}>;
	readonly products: Map<number, Sum & {units: number}>;
	readonly customers: Map<number, Sum & {orders: number; lastAt: number}>;
};

type Sum = {revenue: Money};

/** Rows of each list at the most: so many are named and sorted within a few milliseconds. */
const listedAtMost = 5000;

/** Sums of nothing yet, of the window of a ledger. */
export function createRegionSums(regionId: number, {window, extent, sums}: Ledger): RegionSums {
	return {
		regionId,
		ofLedger: sums,
		from: window.span.from,
		to: window.span.from,
		lastOrderId: extent.lastOrderId,
		stores: new Map(),
		products: new Map(),
		customers: new Map(),
	};
}

/** Adds orders of the region with what they sold. */
export function addToRegion(
	sums: RegionSums,
	{orders, products}: ReturnType<PageQuestions['regionOrders']['ofSpan']>,
): void {
	for (const {storeId, customerId, revenue, at} of orders) {
		if (storeId !== null) {
			const sum = sumOf(sums.stores, storeId, {revenue: 0, orders: 0});
			sum.revenue += revenue;
			sum.orders++;
		}
		if (customerId !== null) {
			const sum = sumOf(sums.customers, customerId, {revenue: 0, orders: 0, lastAt: at});
			sum.revenue += revenue;
			sum.orders++;
			sum.lastAt = Math.max(sum.lastAt, at);
		}
	}
	for (const {productId, units, revenue} of products) {
		const sum = sumOf(sums.products, productId, {revenue: 0, units: 0});
		sum.revenue += revenue;
		sum.units += units;
	}
}

/** Those with the most revenue, highest first. */
export function bestOf<Entry extends Sum>(sums: ReadonlyMap<number, Entry>): [number, Entry][] {
	return [...sums]
		.sort(([a, one], [b, other]) => other.revenue - one.revenue || a - b)
		.slice(0, listedAtMost);
}

function sumOf<Entry>(sums: Map<number, Entry>, id: number, empty: Entry): Entry {
	let sum = sums.get(id);
	if (sum === undefined) {
		sum = {...empty};
		sums.set(id, sum);
	}
	return sum;
}
