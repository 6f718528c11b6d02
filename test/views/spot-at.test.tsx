import {describe, expect, test} from 'vitest';
import {noAnalyses} from '../../source/dashboard/analyses.ts';
import {frameText} from '../../source/views/frame-text.tsx';
import {
	initialNavigation,
	type Navigation,
	pointAt,
	type StagedPanel,
} from '../../source/views/navigation.ts';
import {Screen, type ScreenProps} from '../../source/views/screen.tsx';
import {spotAt} from '../../source/views/spot-at.ts';
import {stageOf} from '../../source/views/stage.ts';
import {createTheme} from '../../source/views/theme/theme.ts';
import {type ViewName, viewNames} from '../../source/views/view-names.ts';
import {foundAnalysis, inventoryJson, pairsJson} from '../helpers/analyses.ts';
import {testDashboard, testFormats} from '../helpers/dashboard.ts';
import {testPage} from '../helpers/page.ts';

const theme = createTheme({depth: 'none'});

/** The second sentence takes several lines, as long as there is room for it. */
const insights = foundAnalysis('insights', {
	...{status: 'ready', tests: 100},
	findings: ['Corse grows', `Bretagne ${'shrinks and '.repeat(12)}shrinks`, 'Alsace sleeps'].map(
		sentence => ({
			...{kind: 'region', sentence, pattern: false, evidence: {words: 'q 0.01'}},
			masked: {sentence: 'masked', evidence: 'masked'},
			about: [{kind: 'region', name: sentence.split(' ')[0]}],
		}),
	),
});

const dashboard = testDashboard({
	analyses: {
		...noAnalyses,
		inventory: foundAnalysis('inventory', inventoryJson).inventory,
		recommendations: foundAnalysis('recommendations', pairsJson).recommendations,
		insights: insights.insights,
	},
});

type Options = {
	readonly columns: number;
	readonly rows: number;
	readonly view?: ViewName;
	readonly navigation?: Navigation;
	readonly problem?: ScreenProps['problem'];
};

function stand({columns, rows, view = 'overview', navigation = initialNavigation, problem}: Options) {
	const subject = navigation.here.page?.subject;
	const page = subject && testPage(subject);
	const scene = {dashboard, page, view, navigation};
	const drawn = frameText(
		<Screen
			{...scene}
			{...{columns, rows, problem, theme}}
			formats={testFormats}
			label="simulated"
			hasFooter
		/>,
	);
	return {
		stage: stageOf(scene, {columns, rows, otherLines: problem === undefined ? 0 : 1}),
		lines: drawn.split('\n'),
	};
}

/** The first line of each row shown, found by pointing at every line of the panel. */
function rowsIn({panel, box}: StagedPanel, stage: readonly StagedPanel[]): ReadonlyMap<number, number> {
	const found = new Map<number, number>();
	for (let line = box!.top; line < box!.top + box!.height; line++) {
		const spot = spotAt(stage, box!.left + 3, line);
		expect(spot?.panel).toBe(panel);
		if (spot?.row !== undefined && !found.has(spot.row)) {
			found.set(spot.row, line);
		}
	}
	return found;
}

/** Points at the first and the last row of each list, and looks where the cursor is then drawn. */
function expectCursorWhereClicked(options: Options): readonly string[] {
	const {navigation = initialNavigation} = options;
	const {stage} = stand(options);
	return stage.flatMap(staged => {
		const {panel, box, list, top, lines} = staged;
		if (!box || !list) {
			return [];
		}
		const rows = rowsIn(staged, stage);
		expect([...rows.keys()], panel).toEqual(list.ids.slice(top, top + lines).map((_, index) => top + index));
		for (const row of new Set([Math.min(...rows.keys()), Math.max(...rows.keys())])) {
			const clicked = rows.get(row);
			if (clicked !== undefined) {
				const unfocused = {...navigation, here: {...navigation.here, focus: undefined}};
				const from = navigation.here.isFull ? navigation : unfocused;
				const to = pointAt(from, {panel, row}, stage);
				const text = stand({...options, navigation: to}).lines[clicked]!;
				const cursor = text.slice(box.left, box.left + 2);
				// The row that has the cursor already is opened.
				const isOpened = to.trail.length > from.trail.length;
				expect(isOpened || cursor.includes(theme.glyphs.cursor), `${panel} ${row}: ${text}`).toBe(true);
			}
		}
		return rows.size > 0 ? [panel] : [];
	});
}

describe.each([
	[120, 39],
	[80, 23],
	[200, 59],
])('at %i columns and %i lines', (columns, rows) => {
	test.each(viewNames)('each list of %s has the cursor drawn in the line that was clicked', view => {
		expectCursorWhereClicked({columns, rows, view});
	});

	test('so do the lists of a page, and those below a complaint', () => {
		const page = {subject: {kind: 'product', id: 1}, title: 'Cast-iron pan'} as const;
		const navigation = {...initialNavigation, here: {...initialNavigation.here, page}};
		expect(expectCursorWhereClicked({columns, rows, navigation}).length).toBeGreaterThan(0);
		expect(
			expectCursorWhereClicked({columns, rows, problem: {text: 'no sale', inShort: 'no sale'}}).length,
		).toBeGreaterThan(0);
	});

	test('a panel that has the whole room is the only one that is found', () => {
		const here = {...initialNavigation.here, focus: 'reorder', isFull: true} as const;
		const options = {columns, rows, view: 'products', navigation: {...initialNavigation, here}} as const;
		expect(expectCursorWhereClicked(options)).toEqual(['reorder']);
		const {stage} = stand(options);
		expect(spotAt(stage, 0, 2)).toEqual({panel: 'reorder', row: undefined});
		expect(spotAt(stage, columns - 1, rows - 2)).toEqual({panel: 'reorder', row: undefined});
	});
});

test.each([
	[120, 39],
	[80, 23],
])('at %i columns and %i lines the row under a click says the name of what it leads to', (columns, rows) => {
	for (const [view, panel] of [
		['overview', 'mainHeatmap'],
		['overview', 'mainGroups'],
		['customers', 'topCustomers'],
		['products', 'topProducts'],
		['products', 'reorder'],
		['regions', 'regions'],
	] as const) {
		const {stage, lines} = stand({columns, rows, view});
		const staged = stage.find(other => other.panel === panel)!;
		for (const [row, line] of rowsIn(staged, stage)) {
			const {left, width} = staged.box!;
			expect(lines[line]!.slice(left, left + width)).toContain(staged.list!.leadsTo(row)!.title.slice(0, 6));
		}
	}
});

test('each line of a sentence that takes several is its row', () => {
	const {stage, lines} = stand({columns: 120, rows: 59, view: 'trend'});
	const {box} = stage.find(({panel}) => panel === 'insights')!;
	const rowOf = (text: string) => {
		const line = lines.findIndex((drawn, index) => index >= box!.top && drawn.includes(text));
		return spotAt(stage, 5, line)?.row;
	};
	expect(['Corse grows', 'Bretagne', 'Alsace sleeps'].map(rowOf)).toEqual([0, 1, 2]);
	const second = lines.findIndex(line => line.includes('Bretagne'));
	expect(lines[second + 1]).toContain('shrinks');
	expect(spotAt(stage, 5, second + 1)).toEqual({panel: 'insights', row: 1});
});

test('header, tabs and footer are no panel', () => {
	const {stage} = stand({columns: 120, rows: 39});
	for (const line of [-1, 0, 1, 38, 39]) {
		expect(spotAt(stage, 20, line)).toBeUndefined();
	}
});
