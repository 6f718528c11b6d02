import {renderToString} from 'ink';
import {render} from 'ink-testing-library';
import {expect, onTestFinished, test} from 'vitest';
import {createCellCanvas, type Place, type Region} from '../../source/views/cells/cell-canvas.ts';
import {cellText} from '../../source/views/cells/cell-text.ts';
import {cellWidth} from '../../source/views/fit.ts';
import {frameText} from '../../source/views/frame-text.tsx';
import {initialNavigation, type Navigation} from '../../source/views/navigation.ts';
import {Screen} from '../../source/views/screen.tsx';
import {type Surface, SurfaceContext} from '../../source/views/surface.tsx';
import {createTheme} from '../../source/views/theme/theme.ts';
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

/** Notes where everything is drawn. */
function notingSurface() {
	const canvas = createCellCanvas();
	const places = new Map<Region, {readonly place: Place; readonly lines: readonly string[]}>();
	const surface: Surface = {
		region() {
			const inner = canvas.region();
			const region: Region = {
				draw(place, lines) {
					places.set(region, {place, lines});
					inner.draw(place, lines);
				},
				remove() {
					places.delete(region);
					inner.remove();
				},
			};
			return region;
		},
		show() {},
	};
	return {surface, canvas, drawn: () => [...places.values()]};
}

/** Draws screens one after the other on the same surface. */
function openScreens(first: Shown) {
	const noting = notingSurface();
	const element = (shown: Shown) => <SurfaceContext value={noting.surface}>{screen(shown)}</SurfaceContext>;
	const {rerender, unmount} = render(element(first));
	onTestFinished(unmount);
	return {...noting, show: (shown: Shown) => rerender(element(shown))};
}

const sizes = [
	[20, 4],
	[40, 11],
	[80, 24],
	[120, 40],
	[160, 48],
	[200, 60],
] as const;

const everything = ([columns, rows]: readonly [number, number]): readonly Shown[] => [
	...viewNames.map(view => ({view, columns, rows})),
	...pageSubjects.map((_, page) => ({view: 'overview' as const, columns, rows, page})),
];

test.each(sizes)('at %i×%i no two parts of a frame overlap, and none reaches out of it', (columns, rows) => {
	const [first] = everything([columns, rows]);
	const {show, drawn} = openScreens(first!);
	for (const shown of everything([columns, rows])) {
		show(shown);
		const taken = new Set<number>();
		let cells = 0;
		for (const {place, lines} of drawn()) {
			for (const [y, line] of lines.entries()) {
				const width = cellWidth(line);
				expect([place.left + width <= columns, place.top + y < rows, line]).toEqual([true, true, line]);
				for (let x = 0; x < width; x++) {
					taken.add((place.top + y) * columns + place.left + x);
				}
				cells += width;
			}
		}
		expect(taken.size).toBe(cells);
	}
});

test('whatever was there before leaves nothing behind', () => {
	const all = sizes.flatMap(everything);
	const {show, canvas} = openScreens(all[0]!);
	for (const shown of all) {
		show(shown);
		const {columns, rows} = canvas.extent();
		expect(cellText(canvas.frame(columns, rows))).toBe(frameText(screen(shown)));
	}
});

test('without something to draw on there is an error that says so', () => {
	expect(() => renderToString(screen({view: 'overview', columns: 80, rows: 24}))).toThrow(
		'there is nothing to draw on',
	);
});
