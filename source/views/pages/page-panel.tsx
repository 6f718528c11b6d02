import type {ReactNode} from 'react';
import {foundResult, readyResult} from '../../dashboard/analysed-result.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {ListPart, Page} from '../../dashboard/page.ts';
import {ageWords} from '../../duration.ts';
import {type Frame, innerHeight} from '../frame.ts';
import {type ListColumns, listColumns} from '../lists/list-columns.ts';
import {
	listView,
	type PanelList,
	type PanelSpot,
	panelList,
	type RowKind,
	type Sort,
} from '../lists/panel-list.ts';
import type {Column} from '../lists/table.ts';
import {usualRowsAboveList} from '../panel.tsx';
import type {PanelHeight} from '../panel-height.ts';
import {ListPanel, type ListPanelProps} from '../panels/list-panel.tsx';
import {analysisNote, waitingWords} from '../words/forecast-words.ts';
import {windowLabel} from '../words/window-label.ts';

/** All that is said of one panel of a page but where it stands: `page-arrangements.ts` says that. */
export type PagePanel = {
	readonly height: PanelHeight;
	/** The report that says the same. @default that of what the page is about */
	readonly report?: 'totals' | 'category-regions' | 'top-customers' | 'none';
	/** Whether it shows all sales, also where the screen is filtered. @default false */
	readonly isOfAll?: boolean;
	/** Whether it shows what is recommended for what the page is about, which no report does. */
	readonly isRecommended?: boolean;
	/** Whether its list is read around the row under the cursor. */
	readonly isReadInParts?: boolean;
	/** Absent where it has no rows that the cursor can be on; empty on pages that have none of the kind. */
	readonly list?: (page: Page, dashboard: Dashboard, sort?: Sort) => PanelList;
	readonly draw: (drawn: DrawnPagePanel) => ReactNode;
};

export type DrawnPagePanel = {
	readonly page: Page;
	readonly dashboard: Dashboard;
	readonly frame: Frame;
	/** Where in it the reader is. */
	readonly spot: PanelSpot;
};

type ListWords<Row> = Pick<ListPanelProps<Row>, 'title' | 'measure' | 'empty' | 'note'>;

type PageListPanel<Row> = Omit<PagePanel, 'list' | 'draw'> & {
	readonly rows: (page: Page, dashboard: Dashboard) => readonly Row[] | ListPart<Row>;
	readonly kind: RowKind<Row>;
	readonly columns: (
		columns: ListColumns,
		rows: readonly Row[],
		drawn: DrawnPagePanel,
	) => readonly Column<Row>[];
	readonly words: (drawn: DrawnPagePanel) => ListWords<Row>;
};

/** A panel that is a list. */
export function pageListPanel<Row>({rows, kind, columns, words, ...panel}: PageListPanel<Row>) {
	const list = (page: Page, dashboard: Dashboard, sort?: Sort): PanelList<Row> => {
		const read = rows(page, dashboard);
		return 'total' in read
			? {...panelList(read.rows, kind), first: read.first, total: read.total}
			: panelList(read, kind, sort);
	};
	return {
		...panel,
		list,
		draw(drawn: DrawnPagePanel) {
			const {page, dashboard, frame, spot} = drawn;
			const {theme, formats, height} = frame;
			const shown = list(page, dashboard, spot.sort);
			return (
				<ListPanel
					{...frame}
					{...words(drawn)}
					list={listView(shown, spot, pageListLines(height), theme.glyphs, formats)}
					rows={shown.rows}
					columns={columns(listColumns(theme, formats), shown.rows, drawn)}
				/>
			);
		},
	} satisfies PagePanel;
}

/** How many rows of its list a panel of that height shows. */
export function pageListLines(height: number): number {
	return Math.max(0, innerHeight(height) - usualRowsAboveList);
}

/** What a list is about that is of the window. */
export function windowOf({dashboard}: DrawnPagePanel): string {
	return windowLabel(dashboard.window.name);
}

/** Read order by order, or of all time, some lists know no filter; that is said where there is one. */
export function ofAll(measure: string, {dashboard}: DrawnPagePanel): string {
	return dashboard.scope.filter.length > 0 ? `${measure}, all sales` : measure;
}

/**
 * The age of what was recommended, and why the list is empty: it is not known yet, was not kept, or there is
 * nothing to say.
 *
 * @param found absent where it was not kept
 */
export function recommendationWords(
	{dashboard: {analyses, asOf}, frame}: DrawnPagePanel,
	found: readonly unknown[] | undefined,
	nothing: string,
) {
	const {recommendations} = analyses;
	const isCollecting = foundResult(recommendations)?.status === 'collecting';
	return {
		note:
			recommendations.status === 'found'
				? frame.theme.muted(analysisNote(recommendations, ageWords(recommendations.asOf, asOf)))
				: undefined,
		empty:
			readyResult(recommendations) && !found
				? 'Not kept for this moment.'
				: waitingWords(recommendations, isCollecting ? 'Too few customers have two products.' : nothing),
	};
}
