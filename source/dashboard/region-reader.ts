import {setImmediate} from 'node:timers/promises';
import type {PageQuestions} from '../store/page-questions.ts';
import type {RegionOrderBounds} from '../store/region-orders.ts';
import type {CustomerTiers} from './customer-tiers.ts';
import type {Span} from './dashboard.ts';
import type {Ledger} from './ledger.ts';
import type {NameBook} from './name-book.ts';
import type {PageSubject, RegionPage} from './page.ts';

/** What one region sold in a window, kept while its page is open. */
type RegionSums = {
	readonly regionId: number;
	/** They are true for as long as the ledger goes on with these, from that moment. */
	readonly ofLedger: Ledger['sums'];
	readonly from: number;
	/** Up to which id orders are counted. */
	lastOrderId: number;
	readonly stores: Map<number, Sum & {orders: number}>;
	readonly products: Map<number, Sum & {units: number}>;
	readonly customers: Map<number, Sum & {orders: number; lastAt: number}>;
};

type Sum = {revenue: number};

/** How long to work before keys and frames get their turn, in milliseconds. */
const sliceMs = 8;

/** Orders of all regions that are looked through at once, so that none takes much longer than a slice. */
const ordersPerPiece = 2000;

/** Rows of each list at the most: so many are named and sorted within a few milliseconds. */
const listedAtMost = 5000;

export type RegionReader = {
	readonly read: (
		read: {readonly subject: PageSubject; readonly asOf: number; readonly window: Span},
		name: string,
		ledger: Ledger,
		tierOf: CustomerTiers['tierOf'],
		onProgress: (share: number) => void,
	) => Promise<RegionPage>;
};

/**
 * Reads pages of regions. No rollup knows stores, products and customers by region, so a window's
 * orders are read once, in slices, and after that only those that come.
 */
export function openRegionReader(questions: PageQuestions['regionOrders'], names: NameBook): RegionReader {
	let kept: RegionSums | undefined;

	const add = (sums: RegionSums, {orders, products}: ReturnType<PageQuestions['regionOrders']['ofSpan']>) => {
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
	};

	const readAgain = async (regionId: number, ledger: Ledger, onProgress: (share: number) => void) => {
		const {span} = ledger.window;
		const {lastOrderId} = ledger.extent;
		const sums: RegionSums = {
			regionId,
			ofLedger: ledger.sums,
			from: span.from,
			lastOrderId,
			stores: new Map(),
			products: new Map(),
			customers: new Map(),
		};
		let sliceEnd = performance.now() + sliceMs;
		for (let {from} = span; from < span.to; ) {
			const to = Math.min(questions.momentAfter(from, ordersPerPiece) ?? span.to, span.to);
			add(sums, questions.ofSpan({regionId, from, to, above: 0, upTo: lastOrderId}));
			from = to;
			if (performance.now() > sliceEnd) {
				onProgress((from - span.from) / (span.to - span.from));
				await setImmediate();
				sliceEnd = performance.now() + sliceMs;
			}
		}
		// Remembered from here on, so that the list of them is made at once.
		for (const id of sums.customers.keys()) {
			names.customer(id);
			ledger.customers.revenueOf(id);
			if (performance.now() > sliceEnd) {
				await setImmediate();
				sliceEnd = performance.now() + sliceMs;
			}
		}
		return sums;
	};

	const catchUp = (sums: RegionSums, {window, extent}: Ledger) => {
		const bounds: RegionOrderBounds = {
			regionId: sums.regionId,
			...window.span,
			above: sums.lastOrderId,
			upTo: extent.lastOrderId,
		};
		add(sums, questions.ofLatest(bounds));
		sums.lastOrderId = extent.lastOrderId;
		return sums;
	};

	return {
		async read(read, name, ledger, tierOf, onProgress) {
			const regionId = questions.idOf(name) ?? -1;
			const isTrue =
				kept?.regionId === regionId && kept.ofLedger === ledger.sums && kept.from === ledger.window.span.from;
			const sums = kept && isTrue ? catchUp(kept, ledger) : await readAgain(regionId, ledger, onProgress);
			kept = sums;
			return {
				...read,
				kind: 'region',
				stores: best(sums.stores).map(([id, sum]) => ({
					id,
					name: `store ${id}`,
					city: '',
					...questions.store(id),
					...sum,
				})),
				products: best(sums.products).map(([id, sum]) => ({
					id,
					name: names.product(id).name,
					stock: undefined,
					...sum,
				})),
				customers: best(sums.customers).map(([id, sum]) => ({
					id,
					name: names.customer(id).name,
					tier: tierOf(id),
					...sum,
				})),
			};
		},
	};
}

function sumOf<Entry>(sums: Map<number, Entry>, id: number, empty: Entry): Entry {
	let sum = sums.get(id);
	if (sum === undefined) {
		sum = {...empty};
		sums.set(id, sum);
	}
	return sum;
}

function best<Entry extends Sum>(sums: ReadonlyMap<number, Entry>): [number, Entry][] {
	return [...sums]
		.sort(([a, one], [b, other]) => other.revenue - one.revenue || a - b)
		.slice(0, listedAtMost);
}
