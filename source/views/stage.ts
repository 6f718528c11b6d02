import type {Dashboard} from '../dashboard/dashboard.ts';
import {listOfPanel} from './dashboard-lists.ts';
import {arrange, frameParts, type PlacedBand, smallest} from './layout.ts';
import {listLines} from './list-lines.ts';
import type {Navigation, Stage} from './navigation.ts';
import {hasOneCategory, shownPanel} from './shown-panel.ts';
import type {ViewName} from './view-names.ts';

export type Scene = {
	readonly dashboard: Dashboard;
	readonly view: ViewName;
	readonly navigation: Navigation;
};

/** Which panels are drawn where: those of the view, or the one that has the whole room. */
export function placePanels(
	{dashboard, view, navigation}: Scene,
	columns: number,
	height: number,
): readonly PlacedBand[] {
	const {here} = navigation;
	return here.isFull && here.focus !== undefined
		? [{height, slots: [{panel: here.focus, width: columns}]}]
		: allPanels({dashboard, view, navigation}, columns, height);
}

function allPanels({dashboard, view}: Scene, columns: number, height: number): readonly PlacedBand[] {
	const {categories, goals, inventory, regions} = dashboard;
	return arrange(view, columns, height, {
		regions: regions.length,
		goals: goals.length,
		stock: inventory.length,
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
	const {sorts, here} = scene.navigation;
	return allPanels(scene, columns, height).flatMap((placed, band) => {
		let left = 0;
		return placed.slots.map(({panel, width}) => {
			const shown = shownPanel(panel, scene.dashboard);
			const staged = {
				panel,
				band,
				left,
				width,
				list: listOfPanel(shown, scene.dashboard, sorts[panel]),
				lines: listLines(shown, here.isFull ? height : placed.height),
			};
			left += width;
			return staged;
		});
	});
}
