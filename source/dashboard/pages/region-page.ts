import type {RegionOrderBounds} from '../../store/groups/region-orders.ts';
import type {PageQuestions} from '../../store/page-questions.ts';
import type {Ledger} from '../ledger.ts';
import type {NameBook} from '../name-book.ts';
import type {RegionPage} from '../page.ts';
import type {Step} from '../slices.ts';
import {pauseTelling, runAllInSlices} from '../turns.ts';
import type {ReadPage} from './page-asked.ts';
import type {PageTiers} from './page-tiers.ts';
import {addToRegion, bestOf, createRegionSums, type RegionSums} from './region-sums.ts';

/** Orders of all regions that are looked through at once, so that none takes much longer than a slice. */
const ordersPerPiece = 2000;

/**
 * Reads pages of regions. No rollup knows stores, products and customers by region, so a window's
 * orders are read once, in slices, and after that only those that come.
 */
export function openRegionPages(
	{regionOrders: questions}: PageQuestions,
	names: NameBook,
	tiers: PageTiers,
): ReadPage<'region'> {
	let kept: RegionSums | undefined;

	const addSpan = (sums: RegionSums, {span}: Ledger['window']): Step =>
		function* () {
			for (let {from} = span; from < span.to; ) {
				const to = Math.min(questions.momentAfter(from, ordersPerPiece) ?? span.to, span.to);
				const {regionId, lastOrderId} = sums;
				addToRegion(sums, questions.ofSpan({regionId, from, to, above: 0, upTo: lastOrderId}));
				from = to;
				yield (from - span.from) / (span.to - span.from);
			}
		};

	/** Remembered from then on, so that the list of them is made at once. */
	const askCustomers = (sums: RegionSums, {customers}: Ledger): Step =>
		function* () {
			for (const id of sums.customers.keys()) {
				names.customer(id);
				customers.totalOf(id).revenue;
				yield 1;
			}
		};

	const readAgain = async (regionId: number, ledger: Ledger, onProgress: (share: number) => void) => {
		const sums = createRegionSums(regionId, ledger);
		await runAllInSlices([addSpan(sums, ledger.window)], pauseTelling(onProgress));
		await runAllInSlices(
			[askCustomers(sums, ledger)],
			pauseTelling(() => {}),
		);
		return sums;
	};

	const catchUp = (sums: RegionSums, {window, extent}: Ledger) => {
		const bounds: RegionOrderBounds = {
			regionId: sums.regionId,
			...window.span,
			above: sums.lastOrderId,
			upTo: extent.lastOrderId,
		};
		addToRegion(sums, questions.ofLatest(bounds));
		sums.lastOrderId = extent.lastOrderId;
		return sums;
	};

	return async ({subject: {name}, read, ledger, analyses, onProgress}): Promise<RegionPage> => {
		const {tierOf} = await tiers(ledger, analyses, onProgress);
		const regionId = questions.idOf(name) ?? -1;
		const isTrue =
			kept?.regionId === regionId && kept.ofLedger === ledger.sums && kept.from === ledger.window.span.from;
		const sums = kept && isTrue ? catchUp(kept, ledger) : await readAgain(regionId, ledger, onProgress);
		kept = sums;
		return {
			...read,
			kind: 'region',
			stores: bestOf(sums.stores).map(([id, sum]) => ({
				id,
				name: `store ${id}`,
				city: '',
				...questions.store(id),
				...sum,
			})),
			products: bestOf(sums.products).map(([id, sum]) => ({
				id,
				name: names.product(id).name,
				stock: undefined,
				...sum,
			})),
			customers: bestOf(sums.customers).map(([id, sum]) => ({
				id,
				name: names.customer(id).name,
				tier: tierOf(id),
				...sum,
			})),
		};
	};
}
