import type {ReactNode} from 'react';
import type {Analysed, Analyses, Dashboard} from '../../dashboard/dashboard.ts';
import {ageWords} from '../../duration.ts';
import type {Frame} from '../frame.ts';
import {listView, type PanelList, type PanelSpot, type Sort} from '../lists/panel-list.ts';
import {usualRowsAboveList} from '../panel.tsx';
import type {PanelHeight} from '../panel-height.ts';
import type {ProducerState} from '../producer-control.ts';
import type {HueOf} from '../theme/hues.ts';
import type {Vitals} from '../vitals.ts';

/** All that is said of one panel of a view but where it stands: `view-arrangements.ts` says that. */
export type ViewPanel = ListLines & {
	readonly height: PanelHeight;
	/** What stands in its place in a shop that has no categories. */
	readonly byRegion?: ViewPanel;
	/** The report of `salesmon query` that says the same; absent where none does. */
	readonly report?: string | ((dashboard: Dashboard) => string);
	readonly analysis?: AnalysisQuestion | ((dashboard: Dashboard) => AnalysisQuestion);
	/** Absent where it has no rows that the cursor can be on. */
	readonly list?: (dashboard: Dashboard, sort?: Sort) => PanelList;
	readonly draw: (drawn: DrawnPanel) => ReactNode;
};

/** Which lines of a panel of that height are rows of its list. */
type ListLines = {
	/** The border among them. @default 1 and a head */
	readonly linesAbove?: (height: number) => number;
	/** The border among them. @default 1 */
	readonly linesBelow?: (height: number) => number;
	/** How many lines each row takes. @default one each */
	readonly rowHeights?: (
		dashboard: Dashboard,
		size: Pick<Frame, 'width' | 'height'>,
	) => readonly number[] | undefined;
};

/** The command that works out what a panel shows. */
export type AnalysisQuestion = {
	readonly command: readonly string[];
	/** What was found; absent where it is worked out anew for the moment of the screen. */
	readonly name?: keyof Analyses;
};

export type DrawnPanel = {
	readonly dashboard: Dashboard;
	readonly frame: Frame;
	/** Where in it the reader is. */
	readonly spot: PanelSpot;
	readonly categoryHue: HueOf;
	readonly regionHue: HueOf;
	readonly producer?: ProducerState | undefined;
	readonly vitals?: Vitals | undefined;
};

/** A panel with a list: its rows are drawn sorted and scrolled as the reader left them. */
export function listPanel<Row>(
	panel: Omit<ViewPanel, 'list' | 'draw'> & {
		readonly list: (dashboard: Dashboard, sort?: Sort) => PanelList<Row>;
		readonly draw: (rows: readonly Row[], drawn: DrawnPanel) => ReactNode;
	},
) {
	return {
		...panel,
		draw(drawn: DrawnPanel) {
			const {dashboard, frame, spot} = drawn;
			const list = panel.list(dashboard, spot.sort);
			const view = listView(list, spot, listLines(panel, frame.height), frame.theme.glyphs, frame.formats);
			return panel.draw(list.rows, {...drawn, frame: {...frame, list: view}});
		},
	};
}

/** How many lines of a panel of that height stand above its list. */
export function linesAboveList({linesAbove}: ListLines, height: number): number {
	return linesAbove ? linesAbove(height) : 1 + usualRowsAboveList;
}

/** How many rows of its list a panel of that height shows. */
export function listLines(lines: ListLines, height: number): number {
	return Math.max(0, height - linesAboveList(lines, height) - (lines.linesBelow?.(height) ?? 1));
}

/** How old what was found is, in words. */
export function ageOf(analysed: Analysed<unknown>, {asOf}: Dashboard): string | undefined {
	return analysed.status === 'found' ? ageWords(analysed.asOf, asOf) : undefined;
}
