import type {Box, Spot, Stage, StagedPanel} from './navigation.ts';

/** What is drawn in that column and line of the frame, both counted from 0. */
export function spotAt(stage: Stage, column: number, line: number): Spot | undefined {
	const staged = stage.find(({box}) => box && isIn(box, column, line));
	return staged?.box && {panel: staged.panel, row: rowAt(staged, line - staged.box.top)};
}

function isIn({top, left, width, height}: Box, column: number, line: number): boolean {
	return column >= left && column < left + width && line >= top && line < top + height;
}

/** @param line of the panel */
function rowAt({list, lines, top, linesAbove, rowHeights}: StagedPanel, line: number): number | undefined {
	const below = line - linesAbove;
	if (!list || below < 0) {
		return undefined;
	}
	const row = rowHeights ? rowOfLine(rowHeights, below) : below < lines ? top + below : list.ids.length;
	return row < list.ids.length ? row : undefined;
}

/** As many as there are rows where the line is below all of them. */
function rowOfLine(rowHeights: readonly number[], line: number): number {
	let end = 0;
	const row = rowHeights.findIndex(height => {
		end += height;
		return line < end;
	});
	return row < 0 ? rowHeights.length : row;
}
