import type {Database} from 'better-sqlite3';
import {dayMs, type Zone} from '../business-time.ts';
import {type PageQuestions, pageQuestions} from '../store/page-questions.ts';
import {foundResult, readyResult} from './analysed-result.ts';
import type {Analyses} from './analyses.ts';
import {openChangeReader} from './change-reader.ts';
import {customerOutlook} from './customer-outlook.ts';
import {customerTiers} from './customer-tiers.ts';
import type {Ledger} from './ledger.ts';
import type {NameBook} from './name-book.ts';
import type {
	CategoryPage,
	CustomerPage,
	OrderPage,
	Page,
	PageRequest,
	PageSubject,
	ProductPage,
} from './page.ts';
import {openPageRecommendations} from './page-recommendations.ts';
import {productPaces} from './product-paces.ts';
import {openRegionReader} from './region-reader.ts';

/** From how many of a product's latest lines it is told who buys it and what goes with it. */
const companyLines = 500;

/** From how many of a customer's latest orders it is told what they buy. */
const customerOrdersRead = 500;

/** From how many of their latest lines it is known what a customer has: a few milliseconds of reading. */
const possessionLines = 4000;

const shortListLength = 50;

/** A product's trend reaches back at least this far, however short the window. */
const shortestTrendDays = 28;

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
export function openPageReader(db: Database, names: NameBook, zone: Zone): PageReader {
	const questions = pageQuestions(db);
	const regions = openRegionReader(questions.regionOrders, names);
	const change = openChangeReader(db);

	const recommendations = openPageRecommendations(questions.productProfile);

	let possessions: {readonly key: string; readonly ids: readonly number[]} | undefined;
	let company:
		| {readonly key: string; readonly found: ReturnType<PageQuestions['productCompany']>}
		| undefined;

	const category = (read: Read, name: string, {sums}: Ledger): CategoryPage => ({
		...read,
		kind: 'category',
		products: questions
			.productsOfCategory(name)
			.map(({productId, name: product, stock}) => {
				const {units, revenue} = sums.products.get(productId) ?? nothing;
				return {id: productId, name: product, units, revenue, stock: stock ?? undefined};
			})
			.sort((a, b) => b.revenue - a.revenue || a.id - b.id),
	});

	const product = (
		read: Read,
		id: number,
		around: number | undefined,
		ledger: Ledger,
		analyses: Analyses,
	): Page => {
		const profile = questions.productProfile(id);
		if (!profile) {
			return {...read, kind: 'missing'};
		}
		const {code, stock, ...known} = profile;
		const {units, revenue} = ledger.sums.products.get(id) ?? nothing;
		const lines = questions.productLines(id, read.asOf, around);
		const {buyers, besides, orders} = companyOf(id, read.asOf, `${lines.total} ${ledger.extent.corrections}`);
		return {
			...read,
			...known,
			kind: 'product',
			code: code ?? undefined,
			units,
			revenue,
			stock:
				stock === null ? undefined : {units: stock, ...productPaces(ledger, analyses).supplyOf(id, stock)},
			trend: {unit: 'day', points: trendOf(id, ledger)},
			lines,
			buyers,
			besides,
			companyOrders: orders,
			companions: recommendations.companions(id, analyses),
			plan: planOf(id, analyses),
		} satisfies ProductPage;
	};

	const planOf = (id: number, {inventory}: Analyses): ProductPage['plan'] => {
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
	};

	/** Asked again only when the product's sales have changed. */
	const companyOf = (id: number, before: number, salesState: string) => {
		const key = `${id} ${salesState}`;
		if (company?.key !== key) {
			const found = questions.productCompany(id, before, {lines: companyLines, limit: shortListLength});
			company = {key, found};
		}
		return company.found;
	};

	/** Without gaps, because a day without sales is one, too. */
	const trendOf = (id: number, {window}: Ledger): ProductPage['trend']['points'] => {
		const today = Math.floor(window.span.to / dayMs);
		const from = Math.min(Math.floor(window.span.from / dayMs), today - shortestTrendDays + 1);
		const sold = new Map(questions.productDays(id, from, today).map(row => [row.day, row]));
		return Array.from({length: today - from + 1}, (_, index) => {
			const {lines = 0, units = 0, revenue = 0} = sold.get(from + index) ?? {};
			return {from: (from + index) * dayMs + dayMs / 2, orders: lines, units, revenue};
		});
	};

	/** Asked again only when the customer's orders have changed. */
	const possessionsOf = (id: number, before: number, ordersState: string) => {
		const key = `${id} ${ordersState}`;
		if (possessions?.key !== key) {
			possessions = {key, ids: questions.customerPossessions(id, before, possessionLines)};
		}
		return possessions.ids;
	};

	const outlookOf = (id: number, before: number, {lifetimeValue}: Analyses) => {
		const fit = foundResult(lifetimeValue)?.fit;
		return fit && customerOutlook(fit, questions.customerPurchases(id, before), before, zone);
	};

	const customer = (
		read: Read,
		id: number,
		around: number | undefined,
		ledger: Ledger,
		analyses: Analyses,
	): Page => {
		const profile = questions.customerProfile.profile(id);
		if (!profile) {
			return {...read, kind: 'missing'};
		}
		const {code, name, region} = profile;
		const tiers = customerTiers(ledger, analyses);
		const {orders, revenue, returns, firstAt, lastAt} = questions.customerProfile.record(id, read.asOf);
		return {
			...read,
			kind: 'customer',
			code: code ?? undefined,
			name: name ?? code ?? `customer ${id}`,
			region: region ?? undefined,
			tier: tiers.tierOf(id),
			stage: tiers.standingOf(id)?.stage,
			orderCount: orders,
			revenue,
			returns,
			firstAt: firstAt ?? undefined,
			lastAt: lastAt ?? undefined,
			meanGapMs: orders > 1 ? (lastAt! - firstAt!) / (orders - 1) : undefined,
			outlook: outlookOf(id, read.asOf, analyses),
			orders: questions.customerOrders(id, read.asOf, around),
			products: questions.customerProducts(id, read.asOf, {
				orders: customerOrdersRead,
				limit: shortListLength,
			}),
			offers: recommendations.offers(
				() => possessionsOf(id, read.asOf, `${orders} ${ledger.extent.corrections}`),
				analyses,
			),
		} satisfies CustomerPage;
	};

	const order = (read: Read, id: number): Page => {
		const head = questions.orderDetail.head(id);
		if (!head) {
			return {...read, kind: 'missing'};
		}
		const lines = questions.orderDetail.lines(id);
		return {
			...read,
			kind: 'order',
			order: head,
			lines,
			listAmount: lines.reduce((sum, {quantity, unitPrice}) => sum + quantity * unitPrice, 0),
			discount: lines.reduce((sum, line) => sum + line.discount, 0),
		} satisfies OrderPage;
	};

	return {
		read({subject, around}, ledger, analyses, onProgress) {
			const {span} = ledger.window;
			const read = {subject, asOf: span.to, window: span};
			switch (subject.kind) {
				case 'category':
					return category(read, subject.name, ledger);
				case 'region':
					return regions.read(read, subject.name, ledger, customerTiers(ledger, analyses).tierOf, onProgress);
				case 'product':
					return product(read, subject.id, around, ledger, analyses);
				case 'customer':
					return customer(read, subject.id, around, ledger, analyses);
				case 'order':
					return order(read, subject.id);
				case 'change':
					return change(read, ledger, onProgress);
			}
		},
	};
}

type Read = {
	readonly subject: PageSubject;
	readonly asOf: number;
	readonly window: Ledger['window']['span'];
};

const nothing = {units: 0, revenue: 0};
