import type {Dashboard} from '../dashboard/dashboard.ts';
import type {Page} from '../dashboard/page.ts';
import {listOfPanel} from './dashboard-lists.ts';
import {innerHeight} from './frame.ts';
import {arrange, frameParts, type PanelName, type PlacedBand, smallest} from './layout.ts';
import {listLines} from './list-lines.ts';
import type {Navigation, Stage, StagedPanel} from './navigation.ts';
import {isPagePanel} from './page-arrangements.ts';
import {isPageList, pageLists} from './page-lists.ts';
import {hasOneCategory, shownPanel} from './shown-panel.ts';
import type {ViewName} from './view-names.ts';

/** What there is to draw, and where in it the reader is. */
export type Scene = {
	readonly dashboard: Dashboard;
	/** The page that was read last. */
	readonly page: Page | undefined;
	readonly view: ViewName;
	readonly navigation: Navigation;
};

/** The page that is open, once it has been read. */
export function openPage({page, navigation}: Scene): Page | undefined {
	return page && page.subject === navigation.here.page?.subject ? page : undefined;
}

/** Which panels are drawn where: those of the view or the page, or the one that has the whole room. */
export function placePanels(scene: Scene, columns: number, height: number): readonly PlacedBand[] {
	const {here} = scene.navigation;
	const all = allPanels(scene, columns, height);
	return here.isFull && here.focus !== undefined && all.length > 0
		? [{height, slots: [{panel: here.focus, width: columns}]}]
		: all;
}

/** None while the page that was asked for is being read. */
function allPanels(scene: Scene, columns: number, height: number): readonly PlacedBand[] {
	const {dashboard, view, navigation} = scene;
	const name = navigation.here.page ? openPage(scene)?.kind : view;
	if (name === undefined) {
		return [];
	}
	const {categories, goals, inventory, regions, rejectedReasons} = dashboard;
	return arrange(name, columns, height, {
		regions: regions.length,
		goals: goals.length,
		stock: inventory.length,
		rejectedReasons: rejectedReasons.length,
		groups: hasOneCategory(dashboard) ? regions.length : categories.length,
	});
}

/** The frame that a scene is drawn in. */
export type StageSize = {
	readonly columns: number;
	readonly rows: number;
	/** Lines of the frame that stand above the panels besides header and tabs. */
	readonly otherLines: number;
};

/**
 * The panels that the cursor can go to. Where one has the whole room that are still all of its view,
 * each as high as it would then be.
 */
export function stageOf(scene: Scene, {columns, rows, otherLines}: StageSize): Stage {
	if (columns < smallest.columns || rows < smallest.lines) {
		return [];
	}
	const {height} = frameParts(rows, {footer: true, otherLines});
	return allPanels(scene, columns, height).flatMap((placed, band) => {
		let left = 0;
		return placed.slots.map(({panel, width}) => {
			const panelHeight = scene.navigation.here.isFull ? height : placed.height;
			const staged = {panel, band, left, width, ...listIn(panel, scene, panelHeight)};
			left += width;
			return staged;
		});
	});
}

function listIn(panel: PanelName, scene: Scene, height: number): Pick<StagedPanel, 'list' | 'lines'> {
	const {dashboard, navigation} = scene;
	const sort = navigation.sorts[panel];
	if (!isPagePanel(panel)) {
		const shown = shownPanel(panel, dashboard);
		return {list: listOfPanel(shown, dashboard, sort), lines: listLines(shown, height)};
	}
	const page = openPage(scene);
	return {
		list: page && isPageList(panel) ? pageLists[panel](page, dashboard, sort) : undefined,
		lines: Math.max(0, innerHeight(height) - 1),
	};
}
