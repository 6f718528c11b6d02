import type {Dashboard} from '../dashboard/dashboard.ts';
import type {Page} from '../dashboard/page.ts';
import {frameParts, smallest} from './frame-parts.ts';
import {arrange, type PanelName, type PlacedBand} from './layout.ts';
import {scrolledTo} from './lists/list-place.ts';
import type {Box, Navigation, Stage, StagedPanel} from './navigation.ts';
import {pageListLines} from './pages/page-panel.tsx';
import {isPagePanel, type PagePanelName, pagePanels} from './pages/page-panels.tsx';
import {usualRowsAboveList} from './panel.tsx';
import type {ViewName} from './view-names.ts';
import {linesAboveList, listLines} from './view-panels/view-panel.ts';
import {hasOneCategory, shownPanel, type ViewPanelName} from './view-panels/view-panels.ts';

/** What there is to draw, and where in it the reader is. */
export type DrawnScene = {
	readonly dashboard: Dashboard;
	/** The page that was read last. */
	readonly page: Page | undefined;
	readonly view: ViewName;
	readonly navigation: Navigation;
};

/** The page that is open, once it has been read. */
export function openPage({page, navigation}: DrawnScene): Page | undefined {
	return page && page.subject === navigation.here.page?.subject ? page : undefined;
}

/**
 * Which panels are drawn where: those of the view or the page, or the one that has the whole room.
 *
 * @param room below the lines of the frame that are not panels
 */
export function placePanels(scene: DrawnScene, room: Box): readonly BoxedPanel[] {
	const {here} = scene.navigation;
	const all = allPanels(scene, room.width, room.height);
	return here.isFull && here.focus !== undefined && all.length > 0
		? [{panel: here.focus, band: 0, box: room}]
		: boxesOf(all, room.top);
}

/** None while the page that was asked for is being read. */
function allPanels(scene: DrawnScene, columns: number, height: number): readonly PlacedBand[] {
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
export function stageOf(scene: DrawnScene, {columns, rows, otherLines}: StageSize): Stage {
	if (columns < smallest.columns || rows < smallest.lines) {
		return [];
	}
	const {top, height} = frameParts(rows, {footer: true, otherLines});
	const {here} = scene.navigation;
	const whole = {top, left: 0, width: columns, height};
	return boxesOf(allPanels(scene, columns, height), top).map(({panel, band, box}) => {
		const drawn = here.isFull ? whole : box;
		const isDrawn = !here.isFull || panel === here.focus;
		return {panel, band, left: box.left, box: isDrawn ? drawn : undefined, ...listIn(panel, scene, drawn)};
	});
}

export type BoxedPanel = Pick<StagedPanel, 'panel' | 'band'> & {readonly box: Box};

/** @param top the line of the frame that the first band begins in */
function boxesOf(bands: readonly PlacedBand[], top: number): readonly BoxedPanel[] {
	return bands.flatMap(({height, slots}, band) => {
		let left = 0;
		const boxed = slots.map(({panel, width}) => {
			const box = {top, left, width, height};
			left += width;
			return {panel, band, box};
		});
		top += height;
		return boxed;
	});
}

type StagedList = UnscrolledList & Pick<StagedPanel, 'top'>;

function listIn(panel: PanelName, scene: DrawnScene, box: Box): StagedList {
	const place = scene.navigation.here.places[panel];
	const staged = isPagePanel(panel) ? listOnPage(panel, scene, box) : listInView(panel, scene, box);
	const {list, lines} = staged;
	return {...staged, top: list ? scrolledTo(list, place, lines).top : 0};
}

type UnscrolledList = Pick<StagedPanel, 'list' | 'lines' | 'linesAbove' | 'rowHeights'>;

function listInView(name: ViewPanelName, {dashboard, navigation}: DrawnScene, box: Box): UnscrolledList {
	const panel = shownPanel(name, dashboard);
	return {
		list: panel.list?.(dashboard, navigation.sorts[name]),
		lines: listLines(panel, box.height),
		linesAbove: linesAboveList(panel, box.height),
		rowHeights: panel.rowHeights?.(dashboard, box),
	};
}

function listOnPage(panel: PagePanelName, scene: DrawnScene, {height}: Box): UnscrolledList {
	const page = openPage(scene);
	const {dashboard, navigation} = scene;
	return {
		list: page && pagePanels[panel].list?.(page, dashboard, navigation.sorts[panel]),
		lines: pageListLines(height),
		linesAbove: 1 + usualRowsAboveList,
		rowHeights: undefined,
	};
}
