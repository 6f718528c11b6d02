import type {Database} from 'better-sqlite3';
import type {Zone} from '../business-time.ts';
import {pageQuestions} from '../store/page-questions.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import type {Analyses} from './analyses.ts';
import type {Ledger} from './ledger.ts';
import type {NameBook} from './name-book.ts';
import type {Page, PageRequest} from './page.ts';
import {openCategoryPages} from './pages/category-page.ts';
import {openChangePages} from './pages/change-page.ts';
import {openCustomerPages} from './pages/customer-page.ts';
import {openOrderPages} from './pages/order-page.ts';
import type {PageAsked, PageKind, ReadPage} from './pages/page-asked.ts';
import {openPageRecommendations} from './pages/page-recommendations.ts';
import {openPageTiers} from './pages/page-tiers.ts';
import {openProductPages} from './pages/product-page.ts';
import {openRegionPages} from './pages/region-page.ts';

export type PageReader = {
	/**
	 * Reads a page as of the moment and the window of a ledger.
	 *
	 * @param onProgress hears the share done, 0 to 1, where it takes longer than a moment
	 */
	readonly read: (
		request: PageRequest,
		ledger: Ledger,
		analyses: Analyses,
		onProgress: (share: number) => void,
	) => Page | Promise<Page>;
};

/** Prepares a connection to read the pages that rows of a dashboard lead to. */
export function openPageReader(
	db: Database,
	ofStore: StoreQuestions,
	names: NameBook,
	zone: Zone,
): PageReader {
	const questions = pageQuestions(db);
	const tiers = openPageTiers(ofStore);
	const recommendations = openPageRecommendations(questions.productProfile);
	const pages: {readonly [Kind in PageKind]: ReadPage<Kind>} = {
		category: openCategoryPages(questions),
		region: openRegionPages(questions, names, tiers),
		product: openProductPages(questions, names, recommendations),
		customer: openCustomerPages(questions, zone, tiers, recommendations),
		order: openOrderPages(questions),
		change: openChangePages(db),
	};
	const readOf = <Kind extends PageKind>(kind: Kind, asked: PageAsked<Kind>) => pages[kind](asked);

	return {
		read({subject, around}, ledger, analyses, onProgress) {
			const {span} = ledger.window;
			const read = {subject, asOf: span.to, window: span};
			return readOf(subject.kind, {subject, around, read, ledger, analyses, onProgress});
		},
	};
}
