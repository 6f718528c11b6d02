import {describe, expect, test} from 'vitest';
import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import {initialNavigation} from '../../source/views/navigation.ts';
import {stageOf} from '../../source/views/stage.ts';
import {createTheme} from '../../source/views/theme/theme.ts';
import {viewNames} from '../../source/views/view-names.ts';
import {emptyDashboard, testDashboard} from '../helpers/dashboard.ts';
import {dangerous, hostileDashboard, hostileName} from './hostile-names.ts';
import {expectWithin, frame, oneCategory, sizes} from './screen-frame.tsx';

const dashboards: Readonly<Record<string, () => Dashboard | undefined>> = {
	full: testDashboard,
	empty: emptyDashboard,
	hostile: hostileDashboard,
	'one category': oneCategory,
	unread: () => undefined,
};

describe.each(Object.keys(dashboards))('the %s dashboard', name => {
	const dashboard = dashboards[name]!();

	test.each(viewNames)('keeps within every size in the view %s', view => {
		for (const [columns, rows] of sizes) {
			expectWithin(columns, rows, {view, dashboard});
		}
	});

	test('keeps within every size with the help, or paused with a problem', () => {
		for (const [columns, rows] of sizes) {
			expectWithin(columns, rows, {dashboard, isHelpOpen: true});
			expectWithin(columns, rows, {
				dashboard,
				problem: {text: hostileName, inShort: 'no reading'},
				paused: {salesSince: 37_000},
			});
		}
	});
});

test.each(viewNames)('with a panel under the cursor or in full the view %s keeps within every size', view => {
	const dashboard = hostileDashboard();
	for (const [columns, rows] of [sizes[3], sizes[8], sizes[10], sizes[13]]) {
		const scene = {dashboard, page: undefined, view, navigation: initialNavigation};
		for (const {panel} of stageOf(scene, {columns, rows, otherLines: 0})) {
			for (const isFull of [false, true]) {
				const here = {...initialNavigation.here, focus: panel, isFull};
				expectWithin(columns, rows, {dashboard, view, navigation: {...initialNavigation, here}});
			}
		}
	}
});

test('the SQL of a panel keeps within every size, whatever is in it', () => {
	const text = `SELECT '${hostileName}' ${'x'.repeat(500)}\n\n\t\t-- ${'word '.repeat(99)}`;
	for (const [columns, rows] of sizes) {
		for (const part of [0, 1, -1]) {
			expectWithin(columns, rows, {sql: {text, command: `salesmon query --of '${hostileName}'`}, part});
		}
		expectWithin(columns, rows, {notice: `copied: ${hostileName}`});
	}
	expect(frame(200, 59, {sql: {text, command: hostileName}})).not.toMatch(dangerous);
});

test('no control or direction character of a name reaches the terminal', () => {
	for (const view of viewNames) {
		expect(frame(200, 59, {view, dashboard: hostileDashboard()})).not.toMatch(dangerous);
	}
});

test('with ASCII glyphs our own words and lines are ASCII', () => {
	const ascii = createTheme({depth: 'none', glyphSet: 'ascii'});
	for (const view of viewNames) {
		const text = frame(200, 60, {theme: ascii, dashboard: emptyDashboard(), view});
		expect(text.replaceAll('€', '')).toMatch(/^[\n -~]*$/);
	}
	expect(frame(80, 24, {theme: ascii, dashboard: undefined})).toContain('Reading the sales...');
});

test('no amount is ever cut', () => {
	for (const view of viewNames) {
		for (const [columns, rows] of sizes) {
			expect(frame(columns, rows, {view})).not.toMatch(/€[\d.,KMk]*…/);
		}
	}
});

test('at every size the revenue of the window is on the Overview, in full or in short', () => {
	for (const [columns, rows] of sizes.slice(1)) {
		expect(frame(columns, rows)).toMatch(/€44,910|€44\.9k/);
	}
});
