import type {Analyses, Dashboard} from '../dashboard/dashboard.ts';
import type {PageSubject} from '../dashboard/page.ts';
import type {WindowName} from '../dashboard/window-name.ts';
import type {Filter} from '../filter.ts';
import type {PanelName} from './layout.ts';
import {isPagePanel, type PagePanelName} from './pages/page-arrangements.ts';
import {type ShownPanel, shownPanel} from './shown-panel.ts';

/** What asks the raw tables for what a panel shows. */
export type PanelQuestion = {
	/** Name of a report of `salesmon query`; absent where none tells what the panel does. */
	readonly report: string | undefined;
	/** The command of an analysis with what it is about, where the panel shows what that found. */
	readonly analysis: readonly string[] | undefined;
	/** The moment that the analysis is about, in UTC milliseconds; absent where it is that of the screen. */
	readonly analysedAt: number | undefined;
	/** What the report is about, where it is not the whole shop. */
	readonly of: string | undefined;
	readonly windowName: WindowName;
	/** Which sales alone it shows; reports are of all sales. */
	readonly filter: Filter;
	/** Whether no customer may be named. */
	readonly isMasked: boolean;
	/** UTC milliseconds. */
	readonly asOf: number;
};

/** What the screen needs of the program around it to show how its figures come about. */
export type Teaching = {
	/** The command line that prints what a panel shows. */
	readonly commandFor: (question: PanelQuestion) => string;
	/** The SQL of it, with its time and what the screen asks instead. */
	readonly explain: (question: PanelQuestion, signal: AbortSignal) => Promise<string>;
	/** Puts text into the clipboard of whoever sits at the terminal, where that can be done. */
	readonly copy: (text: string) => void;
};

export function panelQuestion(
	panel: PanelName,
	dashboard: Dashboard,
	subject: PageSubject | undefined,
	isMasked: boolean,
): PanelQuestion {
	const {window, asOf, scope} = dashboard;
	const {report, of} = isPagePanel(panel)
		? reportOfPage(panel, subject)
		: {report: reportOfPanel(shownPanel(panel, dashboard), dashboard), of: undefined};
	const {command, name} = isPagePanel(panel)
		? analysisOfPage(panel, subject, window.name)
		: (analyses[shownPanel(panel, dashboard)] ?? noAnalysis);
	const found = name && dashboard.analyses[name];
	const {filter} = scope;
	const isAll = filter.length === 0;
	return {
		report: isAll ? report : undefined,
		analysis: isAll ? command : undefined,
		analysedAt: found?.status === 'found' ? found.asOf : undefined,
		of: isAll ? of : undefined,
		windowName: window.name,
		filter,
		isMasked,
		asOf,
	};
}

type AnalysisQuestion = {
	readonly command: readonly string[] | undefined;
	/** What was found; absent where it is worked out anew for the moment of the screen. */
	readonly name?: keyof Analyses;
};

const noAnalysis: AnalysisQuestion = {command: undefined};

const analyses: Partial<Readonly<Record<ShownPanel, AnalysisQuestion>>> = {
	// Today by what has come: as of the screen's moment.
	comingDays: {command: ['forecast']},
	forecastScore: {command: ['analyse', 'forecast-score'], name: 'forecastScore'},
	goals: {command: ['goals']},
	tiers: {command: ['clv'], name: 'lifetimeValue'},
	tierMoves: {command: ['clv'], name: 'lifetimeValue'},
	customersAtRisk: {command: ['clv'], name: 'lifetimeValue'},
	reorder: {command: ['inventory'], name: 'inventory'},
	deadStock: {command: ['inventory'], name: 'inventory'},
	recommendations: {command: ['recommend'], name: 'recommendations'},
	insights: {command: ['insights'], name: 'insights'},
};

function reportOfPanel(panel: ShownPanel, {trend}: Dashboard): string | undefined {
	switch (panel) {
		case 'kpis':
		case 'comparison':
			return 'totals';
		case 'categories':
		case 'categoryCounts':
		case 'categoryShares':
			return 'categories';
		case 'regions':
		case 'regionCounts':
		case 'regionShares':
			return 'regions';
		case 'categoryHours':
			return 'category-hours';
		case 'regionHours':
			return 'region-hours';
		case 'categoryRegions':
			return 'category-regions';
		case 'revenueArea':
		case 'revenueLine':
			return {
				minute: 'hourly-revenue',
				hour: 'hourly-revenue',
				day: 'daily-revenue',
				month: 'monthly-revenue',
			}[trend.unit];
		case 'topProducts':
			return 'top-products';
		case 'topCustomers':
		case 'topCustomersWithTiers':
			return 'top-customers';
		case 'stock':
			return 'stock-by-category';
		case 'lowStock':
			return 'low-stock';
		case 'tape':
		case 'fullTape':
		case 'customerNews':
			return 'latest-orders';
		default:
			// What analyses find is no sum of the tables.
			return undefined;
	}
}

type Report = Pick<PanelQuestion, 'report' | 'of'>;

const none: Report = {report: undefined, of: undefined};
const crossed: Report = {report: 'category-regions', of: undefined};

function reportOfPage(panel: PagePanelName, subject: PageSubject | undefined): Report {
	switch (subject?.kind) {
		case 'category':
			return panel === 'pageRegions' ? crossed : {report: 'products-of', of: subject.name};
		case 'region':
			return panel === 'pageCategories'
				? crossed
				: panel === 'pageCustomers' || panel === 'pageStores'
					? none
					: {report: 'products-in', of: subject.name};
		case 'product':
			return panel === 'pageCompanions' ? none : {report: 'sales-of', of: String(subject.id)};
		case 'customer':
			return panel === 'pageOffers' ? none : {report: 'orders-of', of: String(subject.id)};
		case 'order':
			return {report: 'lines-of', of: String(subject.id)};
		default:
			return none;
	}
}

/** Names are not unique, and not every product has a code: its id is said. */
function analysisOfPage(
	panel: PagePanelName,
	subject: PageSubject | undefined,
	windowName: WindowName,
): AnalysisQuestion {
	switch (subject?.kind) {
		case 'product':
			return panel === 'pageCompanions'
				? {command: ['recommend', '--product', `id:${subject.id}`], name: 'recommendations'}
				: noAnalysis;
		case 'customer':
			return panel === 'pageOffers'
				? {command: ['recommend', '--customer', `id:${subject.id}`], name: 'recommendations'}
				: noAnalysis;
		case 'change':
			return {command: ['why', '--window', windowName]};
		default:
			return noAnalysis;
	}
}
