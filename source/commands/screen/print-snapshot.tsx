import process from 'node:process';
import type {Goal} from '../../configuration/configuration.ts';
import {dashboardToJson} from '../../dashboard/dashboard-json.ts';
import {maskDashboard} from '../../dashboard/mask-dashboard.ts';
import {openDashboardReader} from '../../dashboard/read-dashboard.ts';
import type {Scope} from '../../dashboard/scope.ts';
import type {Store} from '../../store/open-store.ts';
import {navigationOf} from '../../views/saved-view.ts';
import {keptAnalyses} from '../analyses/kept-analyses.ts';
import {assertCurrency, type CommonOptions, formatsFor} from '../command-line/common-options.ts';
import {maskPrinted} from '../command-line/mask-printed.ts';
import type {ScreenOptions} from './screen-options.ts';
import {screenWriting} from './screen-writing.ts';

export type SnapshotFormat = 'text' | 'json';

export type SnapshotOptions = {
	readonly store: Store;
	readonly goals: readonly Goal[];
	readonly common: CommonOptions;
	readonly screen: ScreenOptions;
	readonly scope: Scope;
	readonly label: string;
	readonly format: SnapshotFormat;
	/** Of the frame; the terminal's own, or 120×40, unless told otherwise. */
	readonly size?: {readonly columns: number; readonly rows: number};
};

/** Prints one moment of a database. */
export async function printSnapshot({
	store,
	goals,
	common,
	screen,
	scope,
	label,
	format,
	size,
}: SnapshotOptions): Promise<void> {
	assertCurrency(common, store);
	const zone = common.zone ?? store.zone;
	const kept = keptAnalyses(store, zone);
	const {formats, written} = screenWriting(formatsFor(common, store), screen.theme);
	const reader = openDashboardReader(store, {
		zone,
		analysesAt: format === 'json' ? kept.at : asOf => written(kept.at(asOf)),
		goals: () => goals,
	});
	const dashboard = await reader.read(scope, Date.now() + 1);
	if (format === 'json') {
		const json = JSON.stringify(dashboardToJson(screen.isMasked ? maskDashboard(dashboard) : dashboard));
		console.log(screen.isMasked ? maskPrinted(json, format) : json);
		return;
	}
	const [{frameText}, {Screen}] = await Promise.all([
		import('../../views/frame-text.tsx'),
		import('../../views/screen.tsx'),
	]);
	const {columns, rows} = size ?? {columns: process.stdout.columns ?? 120, rows: process.stdout.rows ?? 40};
	const frame = frameText(
		<Screen
			dashboard={dashboard}
			view={screen.view}
			columns={columns}
			rows={rows}
			formats={formats}
			theme={screen.theme}
			label={label}
			isMasked={screen.isMasked}
			navigation={screen.saved && navigationOf(screen.saved)}
		/>,
	);
	console.log(frame);
}
