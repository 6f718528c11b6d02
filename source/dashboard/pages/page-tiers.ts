import type {StoreQuestions} from '../../store/store-questions.ts';
import type {Analyses} from '../analyses.ts';
import {type CustomerBook, createStoredBook} from '../customer-book.ts';
import {type CustomerTiers, customerTiers} from '../customer-tiers.ts';
import type {Ledger} from '../ledger.ts';
import {openCustomerBook} from '../open-customer-book.ts';
import {readTiers} from '../read-tiers.ts';
import type {TierSums} from '../tier-sums.ts';
import {pauseTelling, type Turns} from '../turns.ts';

export type PageTiers = (
	ledger: Ledger,
	analyses: Analyses,
	onProgress: (share: number) => void,
) => Promise<CustomerTiers>;

type Kept = {
	readonly ofLedger: Ledger['sums'];
	readonly today: Ledger['window']['today'];
	readonly tiers: TierSums;
	readonly customers: CustomerBook;
};

/**
 * The tiers that pages show: of all sales, also while the screen is of some. Their borders are those of
 * when the filter was set, or of the day's beginning; while the past is played, so are the revenues.
 */
export function openPageTiers(questions: StoreQuestions): PageTiers {
	let kept: Kept | undefined;

	const readAgain = async (
		{window, sums, nextOrderAt}: Ledger,
		turns: Pick<Turns, 'pause'>,
	): Promise<Kept> => {
		const customers = await openCustomerBook({window, questions, turns}, nextOrderAt !== undefined);
		const tiers = await readTiers(customers, turns);
		return {ofLedger: sums, today: window.today, tiers, customers};
	};

	return async (ledger, analyses, onProgress) => {
		const ofLedger = customerTiers(ledger, analyses);
		if (!ledger.matcher || ofLedger.by === 'lifetime value') {
			return ofLedger;
		}
		const isTrue = kept?.ofLedger === ledger.sums && kept.today === ledger.window.today;
		const ofAll: Kept = kept && isTrue ? kept : await readAgain(ledger, {pause: pauseTelling(onProgress)});
		kept = ofAll;
		// What is sold meanwhile is in the totals of the database, and not in what was remembered of them.
		const latest = ledger.nextOrderAt === undefined ? createStoredBook(questions) : ofAll.customers;
		return customerTiers({tiers: ofAll.tiers, customers: latest}, analyses);
	};
}
