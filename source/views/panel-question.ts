import type {Dashboard} from '../dashboard/dashboard.ts';
import type {PageSubject} from '../dashboard/page.ts';
import type {WindowName} from '../dashboard/window-name.ts';
import {type Filter, withTerms} from '../filter.ts';
import type {PanelName} from './layout.ts';
import {isPagePanel, type PagePanelName, pagePanels} from './pages/page-panels.tsx';
import type {AnalysisQuestion} from './view-panels/view-panel.ts';
import {shownPanel, type ViewPanelName} from './view-panels/view-panels.ts';

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
	/** Which sales alone it shows. */
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
	const {
		report,
		of,
		analysis,
		about = [],
		isOfAll = false,
		isOfAllTime = false,
	} = isPagePanel(panel)
		? subject
			? questionOfPage(panel, subject, window.name)
			: none
		: questionOfView(panel, dashboard);
	const found = analysis?.name && dashboard.analyses[analysis.name];
	return {
		report,
		// Analyses are of all sales.
		analysis: scope.filter.length === 0 ? analysis?.command : undefined,
		analysedAt: found?.status === 'found' ? found.asOf : undefined,
		of,
		windowName: isOfAllTime ? 'all' : window.name,
		filter: withTerms(isOfAll ? [] : scope.filter, about),
		isMasked,
		asOf,
	};
}

type Question = Pick<PanelQuestion, 'report' | 'of'> & {
	readonly analysis: AnalysisQuestion | undefined;
	/** The only sales that it is about, besides those of the filter. @default [] */
	readonly about?: Filter;
	/** Whether it is of all sales, also where the screen is filtered. @default false */
	readonly isOfAll?: boolean;
	/** @default false */
	readonly isOfAllTime?: boolean;
};

const none: Question = {report: undefined, of: undefined, analysis: undefined};

function questionOfView(panel: ViewPanelName, dashboard: Dashboard): Question {
	const {report, analysis} = shownPanel(panel, dashboard);
	return {
		report: typeof report === 'function' ? report(dashboard) : report,
		of: undefined,
		analysis: typeof analysis === 'function' ? analysis(dashboard) : analysis,
	};
}

/** Names are not unique, and not every product has a code: the id is said. */
function questionOfPage(panel: PagePanelName, subject: PageSubject, windowName: WindowName): Question {
	const {report, isRecommended, isOfAll = false} = pagePanels[panel];
	if (subject.kind === 'change') {
		return {...none, analysis: {command: ['why', '--window', windowName]}};
	}
	if (isRecommended) {
		const of = 'id' in subject ? [`--${subject.kind}`, `id:${subject.id}`] : [];
		return {...none, analysis: {command: ['recommend', ...of], name: 'recommendations'}};
	}
	if (report === 'none') {
		return none;
	}
	if (report && subject.kind !== 'order') {
		const value = 'id' in subject ? `id:${subject.id}` : subject.name;
		const isCustomer = subject.kind === 'customer';
		return {
			...none,
			report,
			about: [{kind: subject.kind, value}],
			isOfAll: isOfAll || isCustomer,
			isOfAllTime: isCustomer,
		};
	}
	return {
		report: reportsOf[subject.kind],
		of: 'id' in subject ? String(subject.id) : subject.name,
		analysis: undefined,
		isOfAll: subject.kind !== 'category',
	};
}

const reportsOf = {
	category: 'products-of',
	region: 'products-in',
	product: 'sales-of',
	customer: 'orders-of',
	order: 'lines-of',
} as const;
