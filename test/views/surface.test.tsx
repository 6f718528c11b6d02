import {renderToString} from 'ink';
import {render} from 'ink-testing-library';
import {expect, onTestFinished, test} from 'vitest';
import {createCellCanvas} from '../../source/views/cells/cell-canvas.ts';
import type {Cells} from '../../source/views/cells/styled-cells.ts';
import {initialNavigation, type Navigation} from '../../source/views/navigation.ts';
import {Screen} from '../../source/views/screen.tsx';
import {SurfaceContext} from '../../source/views/surface.tsx';
import {createTheme} from '../../source/views/theme.ts';
import {type ViewName, viewNames} from '../../source/views/view-names.ts';
import {testDashboard, testFormats} from '../helpers/dashboard.ts';
import {pageSubjects, testPage} from '../helpers/page.ts';

const plain = createTheme({depth: 'none'});

type Shown = {
	readonly view: ViewName;
	readonly columns: number;
	readonly rows: number;
	readonly page?: number;
};

function screen({view, columns, rows, page}: Shown) {
	const subject = page === undefined ? undefined : pageSubjects[page];
	const navigation: Navigation = subject
		? {...initialNavigation, here: {...initialNavigation.here, page: {subject, title: 'it'}}}
		: initialNavigation;
	return (
		<Screen
			dashboard={testDashboard({
				recent: testDashboard().recent.map(order => ({...order, customer: '株式会社 é'})),
			})}
			page={subject && testPage(subject, '日本 \u{1F469}\u200D\u{1F469}')}
			formats={testFormats}
			theme={plain}
			label="simulated"
			hasFooter
			{...{view, columns, rows, navigation}}
		/>
	);
}

const linesOf = (frame: Cells) =>
	frame.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);

/** What is drawn on a surface, after each of the screens in turn. */
function drawInTurn(all: readonly Shown[]): readonly (readonly string[])[] {
	const canvas = createCellCanvas();
	const surface = {region: canvas.region, show() {}};
	const element = (shown: Shown) => <SurfaceContext value={surface}>{screen(shown)}</SurfaceContext>;
	const {rerender, unmount, lastFrame} = render(element(all[0]!));
	onTestFinished(unmount);
	return all.map(shown => {
		rerender(element(shown));
		expect(lastFrame()?.trim()).toBe('');
		return linesOf(canvas.frame(shown.columns, shown.rows));
	});
}

function drawByInk(shown: Shown): readonly string[] {
	const lines = renderToString(screen(shown), {columns: shown.columns})
		.split('\n')
		.map(line => line.trimEnd());
	return Array.from({length: shown.rows}, (_, y) => lines[y] ?? '');
}

test.each([
	[20, 4],
	[40, 11],
	[80, 24],
	[120, 40],
	[160, 48],
])('at %i×%i a surface shows every view and page as Ink does, whatever was there before', (columns, rows) => {
	const all = [
		...viewNames.map(view => ({view, columns, rows})),
		...pageSubjects.map((_, page) => ({view: 'overview' as const, columns, rows, page})),
	];
	expect(drawInTurn(all)).toEqual(all.map(drawByInk));
});

test('what changes its size leaves nothing behind', () => {
	const sizes = [
		[160, 48],
		[40, 12],
		[120, 30],
		[20, 4],
		[80, 24],
	] as const;
	const all = sizes.map(([columns, rows]) => ({view: 'overview' as const, columns, rows}));
	expect(drawInTurn(all)).toEqual(all.map(drawByInk));
});
