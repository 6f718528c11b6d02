import {dayMs} from '../../business-time.ts';
import type {PageQuestions} from '../../store/page-questions.ts';
import {readyResult} from '../analysed-result.ts';
import type {Analyses} from '../analyses.ts';
import type {Ledger} from '../ledger.ts';
import type {NameBook} from '../name-book.ts';
import type {ProductPage} from '../page.ts';
import {productPaces} from '../product-paces.ts';
import {keepLatest} from './keep-latest.ts';
import {nothingSold, type ReadPage} from './page-asked.ts';
import type {PageRecommendations} from './page-recommendations.ts';

/** From how many of a product's latest lines it is told who buys it and what goes with it. */
const companyLines = 500;

const companyListed = 50;

/** A product's trend reaches back at least this far, however short the window. */
const shortestTrendDays = 28;

/** Reads pages of products. */
export function openProductPages(
	questions: PageQuestions,
	names: NameBook,
	recommendations: PageRecommendations,
): ReadPage<'product'> {
	const keptCompany = keepLatest<ReturnType<PageQuestions['productCompany']>>();

	return ({subject: {id}, around, read, ledger, analyses}) => {
		const profile = questions.productProfile(id);
		if (!profile) {
			return {...read, kind: 'missing'};
		}
		const {code, stock, ...known} = profile;
		const {units, revenue} = ledger.sums.products.get(id) ?? nothingSold;
		const lines = questions.productLines(id, read.asOf, around);
		// Asked again only when the product's sales have changed.
		const {buyers, besides, orders} = keptCompany(`${id} ${lines.total} ${ledger.extent.corrections}`, () =>
			questions.productCompany(id, read.asOf, {lines: companyLines, limit: companyListed}),
		);
		return {
			...read,
			...known,
			kind: 'product',
			code: code ?? undefined,
			units,
			revenue,
			stock:
				stock === null ? undefined : {units: stock, ...productPaces(ledger, analyses).supplyOf(id, stock)},
			trend: {unit: 'day', points: trendOf(id, ledger, questions)},
			lines,
			buyers,
			besides,
			companyOrders: orders,
			companions: recommendations.companions(id, analyses),
			plan: planOf(id, analyses, names),
		} satisfies ProductPage;
	};
}

/** Without gaps, because a day without sales is one, too. */
function trendOf(id: number, {window}: Ledger, {productDays}: PageQuestions): ProductPage['trend']['points'] {
	const today = Math.floor(window.span.to / dayMs);
	const from = Math.min(Math.floor(window.span.from / dayMs), today - shortestTrendDays + 1);
	const sold = new Map(productDays(id, from, today).map(row => [row.day, row]));
	return Array.from({length: today - from + 1}, (_, index) => {
		const {lines = 0, units = 0, revenue = 0} = sold.get(from + index) ?? {};
		return {from: (from + index) * dayMs + dayMs / 2, orders: lines, units, revenue};
	});
}

function planOf(id: number, {inventory}: Analyses, names: NameBook): ProductPage['plan'] {
	const plan = readyResult(inventory)?.planOf(id);
	if (inventory.status !== 'found' || !plan) {
		return undefined;
	}
	const {runsOutDays, spreadDays, quantity, revenueAtRisk, substituteId} = plan;
	return {
		...{asOf: inventory.asOf, spreadDays, quantity, revenueAtRisk},
		runsOutAt: runsOutDays === undefined ? undefined : inventory.asOf + runsOutDays * dayMs,
		substitute: substituteId === undefined ? undefined : names.product(substituteId).name,
	};
}
