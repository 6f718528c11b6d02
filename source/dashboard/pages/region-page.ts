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

const giveWay = pauseTelling(() => {});

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

	/** Adds what is dated from where the sums end up to a moment. */
	const addUpTo = (sums: RegionSums, end: number): Step =>
		function* () {
			const {regionId, lastOrderId, to: start} = sums;
			while (sums.to < end) {
				const to = Math.min(questions.momentAfter(sums.to, ordersPerPiece) ?? end, end);
				addToRegion(sums, questions.ofSpan({regionId, from: sums.to, to, above: 0, upTo: lastOrderId}));
				sums.to = to;
				yield (to - start) / (end - start);
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
		await runAllInSlices([addUpTo(sums, ledger.window.span.to)], pauseTelling(onProgress));
		await runAllInSlices([askCustomers(sums, ledger)], giveWay);
		return sums;
	};

	/** Adds the orders that came, and those that were known but lay ahead while the past is played. */
	const catchUp = async (sums: RegionSums, {window, extent}: Ledger) => {
		const {regionId, from, to, lastOrderId: above} = sums;
		addToRegion(sums, questions.ofLatest({regionId, from, to, above, upTo: extent.lastOrderId}));
		sums.lastOrderId = extent.lastOrderId;
		await runAllInSlices([addUpTo(sums, window.span.to)], giveWay);
		return sums;
	};

	return async ({subject: {name}, read, ledger, analyses, onProgress}): Promise<RegionPage> => {
		const {tierOf} = await tiers(ledger, analyses, onProgress);
		const regionId = questions.idOf(name) ?? -1;
		const isTrue =
			kept?.regionId === regionId && kept.ofLedger === ledger.sums && kept.from === ledger.window.span.from;
		const sums = await (kept && isTrue ? catchUp(kept, ledger) : readAgain(regionId, ledger, onProgress));
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
