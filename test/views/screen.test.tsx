import {describe, expect, test} from 'vitest';
import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import type {Page, PageSubject} from '../../source/dashboard/page.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {moneyScale} from '../../source/money.ts';
import {cellWidth} from '../../source/views/fit.ts';
import {frameText} from '../../source/views/frame-text.tsx';
import type {PanelName} from '../../source/views/layout.ts';
import {initialNavigation} from '../../source/views/navigation.ts';
import {pageArrangements} from '../../source/views/pages/page-arrangements.ts';
import {Screen, type ScreenProps} from '../../source/views/screen.tsx';
import {stageOf} from '../../source/views/stage.ts';
import {createTheme} from '../../source/views/theme/theme.ts';
import {viewNames} from '../../source/views/view-names.ts';
import {emptyDashboard, recentOrder, testDashboard, testFormats, testNow} from '../helpers/dashboard.ts';
import {pageSubjects, testPage} from '../helpers/page.ts';

const plain = createTheme({depth: 'none'});

function frame(columns: number, rows: number, props: Partial<ScreenProps> = {}): string {
	return frameText(
		<Screen
			dashboard={testDashboard()}
			view="overview"
			formats={testFormats}
			theme={plain}
			label="simulated"
			hasFooter
			{...{columns, rows}}
			{...props}
		/>,
	);
}

const sizes = [
	[1, 1],
	[20, 4],
	[35, 5],
	[36, 6],
	[40, 8],
	[40, 11],
	[60, 49],
	[64, 16],
	[80, 23],
	[106, 30],
	[120, 39],
	[140, 44],
	[160, 47],
	[200, 59],
	[250, 69],
] as const;

const hostileName = '\u001B[2J株式会社\u202Eevil\u200F e\u0301\u0301 \u{1F469}\u200D\u{1F469} \r\n\tÄ'.repeat(
	3,
);

/** Every name is as bad as a name can be, and every number is large or negative. */
function hostileDashboard(): Dashboard {
	const dashboard = testDashboard();
	const rename = <Row extends {readonly name: string}>(rows: readonly Row[]) =>
		rows.map((row, index) => ({
			...row,
			name: `${hostileName}${index}`,
			revenue: -98_765_432_10 * moneyScale,
		}));
	const renameMap = (map: Dashboard['heatmaps']['categoryHours'], columns = map.columns) => ({
		rows: map.rows.map((_, index) => `${hostileName}${index}`),
		columns,
		cells: map.cells.map((row, index) => row.map(cell => (index % 2 ? -cell : cell * 1e6))),
	});
	const {categoryHours, categoryRegions, regionHours} = dashboard.heatmaps;
	return {
		...dashboard,
		kpis: {...dashboard.kpis, revenue: -123_456_789 * moneyScale, orders: 9_999_999_999},
		categories: rename(dashboard.categories).map(group => ({...group, share: -3.5, orders: 1e9})),
		regions: rename(dashboard.regions),
		heatmaps: {
			categoryHours: renameMap(categoryHours),
			categoryRegions: renameMap(
				categoryRegions,
				categoryRegions.columns.map(() => hostileName),
			),
			regionHours: renameMap(regionHours),
		},
		topProducts: rename(dashboard.topProducts),
		topCustomers: rename(dashboard.topCustomers),
		lowStock: dashboard.lowStock.map(product => ({...product, name: hostileName, stock: -12_345_678})),
		inventory: dashboard.inventory.map(entry => ({...entry, category: hostileName, stock: -5})),
		recent: dashboard.recent.map(order => ({
			...order,
			customer: hostileName,
			region: hostileName,
			lines: [{product: hostileName, quantity: -1_000_000}],
			revenue: -98_765_432_10 * moneyScale,
		})),
		trend: {
			...dashboard.trend,
			points: dashboard.trend.points.map((point, index) => ({
				...point,
				revenue: index % 2 ? -1e15 : Number.NaN,
			})),
		},
	};
}

const dashboards: Readonly<Record<string, () => Dashboard | undefined>> = {
	full: testDashboard,
	empty: emptyDashboard,
	hostile: hostileDashboard,
	'one category': () => ({...testDashboard(), categories: testDashboard().categories.slice(0, 1)}),
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

const dangerous = new RegExp(`[${String.fromCharCode(0x1b, 0x0d, 0x09, 0x202e, 0x200f, 0x200d)}]`);

const hostilePage = (subject: PageSubject) => testPage(subject, hostileName);

describe.each(pageSubjects)('the page of a $kind', subject => {
	const on = (page: Page | undefined, focus: PanelName, isFull = false): Partial<ScreenProps> => ({
		page,
		navigation: {
			...initialNavigation,
			here: {page: {subject, title: hostileName}, focus, places: {}, isFull},
		},
	});

	test('keeps within every size, with each of its panels under the cursor and in full', () => {
		const panels = pageArrangements[subject.kind][0]!.bands.flatMap(({slots}) =>
			slots.map(({panel}) => panel),
		);
		for (const [columns, rows] of sizes) {
			for (const panel of panels) {
				expectWithin(columns, rows, on(hostilePage(subject), panel, true));
			}
			expectWithin(columns, rows, on(hostilePage(subject), panels.at(-1)!));
			expectWithin(columns, rows, on(testPage(subject), panels[0]!));
			expectWithin(columns, rows, on(undefined, panels[0]!));
		}
	});

	test('cuts no amount and lets no control character through', () => {
		for (const [columns, rows] of sizes) {
			expect(frame(columns, rows, on(testPage(subject), 'pageFacts'))).not.toMatch(/€[\d.,KMk]*…/);
		}
		expect(frame(200, 59, on(hostilePage(subject), 'pageFacts'))).not.toMatch(dangerous);
	});

	test('names its subject at every size', () => {
		const here = {page: {subject, title: 'Somewhere'}, focus: undefined, places: {}, isFull: false};
		for (const [columns, rows] of sizes.slice(1)) {
			const navigation = {...initialNavigation, here};
			expect(frame(columns, rows, {page: testPage(subject), navigation}), `${columns}x${rows}`).toContain(
				'Somewhere',
			);
		}
	});

	test('says in the line of tabs how one came there', () => {
		const trail = [initialNavigation.here];
		const here = {page: {subject, title: 'Somewhere'}, focus: undefined, places: {}, isFull: false};
		const text = frame(80, 23, {page: testPage(subject), navigation: {...initialNavigation, trail, here}});
		expect(text.split('\n')[1]).toBe(' 1 Overview › [Somewhere]');
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

function expectWithin(columns: number, rows: number, props: Partial<ScreenProps>): void {
	const lines = frame(columns, rows, props).split('\n');
	expect(lines.length, `${columns}x${rows}`).toBeLessThanOrEqual(rows);
	for (const line of lines) {
		expect(cellWidth(line), `${columns}x${rows}: ${line}`).toBeLessThanOrEqual(columns);
	}
}

test('no control or direction character of a name reaches the terminal', () => {
	for (const view of viewNames) {
		expect(frame(200, 59, {view, dashboard: hostileDashboard()})).not.toMatch(dangerous);
	}
});

test('with ASCII glyphs our own words and lines are ASCII', () => {
	const ascii = createTheme({depth: 'none', glyphSet: 'ascii'});
	const text = frame(120, 39, {theme: ascii, dashboard: emptyDashboard()});
	expect(text.replaceAll(/[€…]/g, '')).toMatch(/^[\n -~]*$/);
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

test('where there is room for one number, that is what is shown', () => {
	expect(frame(20, 4, {hasFooter: false})).toBe(
		[' €44,910  ▲ 12%', ' ● LIVE', ' 1,411 orders', ' revenue of 24 h'].join('\n'),
	);
});

test('even there it is said how to quit, where it fits and a key can be pressed', () => {
	expect(frame(20, 4).split('\n')[1]).toBe(' ● LIVE  q quit');
	expect(frame(14, 4).split('\n')[1]).toBe(' ● LIVE');
});

test('at 80×24 the Overview has its numbers, the heat map, the forecast, the categories and the last sale', () => {
	const text = frame(80, 23);
	for (const words of [
		'revenue €44,910 ▲12%',
		'Category × hour',
		'Revenue and forecast',
		'Sales by category',
		'18:57:02  Jonas Berg',
		'q quit',
	]) {
		expect(text).toContain(words);
	}
});

test('a shop with one category is shown by region', () => {
	const text = frame(120, 39, {dashboard: dashboards['one category']!()});
	expect(text).toContain('Region × hour');
	expect(text).toContain('Sales by region');
	expect(text).not.toContain('Category × hour');
});

test.each([
	['categories', 140],
	['categories', 80],
	['categories', 50],
	['regions', 140],
] as const)(
	'the view %s of a shop with one category shows no map of one row at %i columns',
	(view, columns) => {
		const text = frame(columns, 44, {view, dashboard: dashboards['one category']!()});
		expect(text).toContain('Region × hour');
		expect(text).not.toMatch(/Category ×|by category/);
	},
);

test('in the footer the keys for the pace come together or not at all', () => {
	const producer = {isRunning: true, intervalMs: 2000};
	for (let columns = 36; columns <= 160; columns++) {
		const footer = frame(columns, 12, {producer}).split('\n').at(-1)!;
		expect(footer.includes('< slower')).toBe(footer.includes('> faster'));
	}
	expect(frame(160, 12, {producer})).toContain('< slower  > faster');
});

test('an empty shop says what every panel waits for', () => {
	const text = frame(120, 39, {dashboard: emptyDashboard()});
	expect(text).toContain('● EMPTY');
	expect(text).toContain('Waiting for the first sale…');
	expect(text).toContain('Collecting: 0 of 48 hours');
	expect(frame(120, 39, {dashboard: emptyDashboard(), view: 'trend'})).toContain('Collecting: 3 of 14 days');
});

test('a window without sales in a shop that sells says so', () => {
	const dashboard = emptyDashboard({
		freshness: {lastSaleAt: testNow - 9e7, state: 'stale', usualGapMs: 2000},
	});
	expect(frame(120, 39, {dashboard})).toContain('No sales in the last 24 h.');
});

describe('the header', () => {
	const header = (props: Partial<ScreenProps>, columns = 160) => frame(columns, 30, props).split('\n')[0];

	test('says whether it is alive, since when, where, in what, and when the last sale was', () => {
		expect(header({producer: {isRunning: true, intervalMs: 2000}})).toBe(
			' salesmon  ● LIVE  1 sale / 2 s · simulated                                 24 h · since Thu 19:00 · EUR · Europe/Paris · Fri 20 Nov 18:57 · last sale 18:57:02',
		);
	});

	test('keeps the state, the window and the last sale where it is narrow', () => {
		expect(header({}, 40)).toBe(' ● LIVE       24 h · last sale 18:57:02');
	});

	test('keeps the pace that keys change longer than the source and the currency', () => {
		expect(header({producer: {isRunning: true, intervalMs: 2000}}, 100)).toBe(
			' salesmon  ● LIVE  1 sale / 2 s          24 h · since Thu 19:00 · Europe/Paris · last sale 18:57:02',
		);
	});

	test('says that it is paused and how many sales came since', () => {
		expect(header({paused: {salesSince: 37}})).toContain('[PAUSED, 37 sales since]');
		expect(header({paused: {salesSince: 1}})).toContain('[PAUSED, 1 sale since]');
	});

	test('says how far a long read is', () => {
		expect(header({scope: presentScope('90d'), reading: 0.43})).toContain('reading 90 d… 43%');
	});

	test('says when the producer stands still', () => {
		expect(header({producer: {isRunning: false, intervalMs: 2000}})).toContain('producer stopped');
	});

	test('says what moment is replayed, how fast, and where it stands', () => {
		const replay = {speed: 600, at: Date.UTC(2010, 11, 3, 9, 12), isOver: false};
		expect(header({producer: {isRunning: true, replay}})).toContain(
			'● LIVE  replay × 600, 3 Dec 2010 10:12 · simulated',
		);
		expect(header({producer: {isRunning: false, replay}})).toContain(
			'replay × 600, 3 Dec 2010 10:12  replay stopped',
		);
		expect(header({producer: {isRunning: false, replay: {...replay, isOver: true}}})).toContain(
			'replay has ended, P plays it again',
		);
	});

	test('names the day of a last sale that was not today', () => {
		const dashboard = testDashboard({
			freshness: {lastSaleAt: testNow - 3 * 86_400_000, state: 'stale', usualGapMs: 2000},
		});
		expect(header({dashboard})).toContain('● STALE');
		expect(header({dashboard})).toContain('last sale 17 Nov 18:57:04');
	});

	test('says what is usual at this time of the week, and how rare a silence is', () => {
		const freshness = (state: 'live' | 'late', silenceMs: number, probability: number) => ({
			lastSaleAt: testNow - silenceMs,
			state,
			usualGapMs: 15_000,
			silence: {
				at: testNow,
				gapMs: 21_000,
				probability,
				expectation: {at: testNow, usualSince: 0, usualHourly: 171, level: {shape: 1, scale: 1}},
			},
		});
		const late = testDashboard({freshness: freshness('late', 104_000, 0.0071)});
		expect(header({dashboard: late})).toContain(
			'● LATE  no sale for 1.7 min · 21 s is usual Fri 18:00 · p 0.007',
		);
		expect(header({dashboard: late}, 80)).toContain('● LATE  no sale for 1.7 min · 21 s is usual Fri 18:00');
		const live = testDashboard({freshness: freshness('live', 4000, 0.8)});
		expect(header({dashboard: live})).toContain('● LIVE  usually 1 sale / 21 s');
	});
});

test('a problem is one line, with a sign', () => {
	expect(frame(80, 23, {problem: {text: 'cannot read:\nthe disk is full', inShort: 'no reading'}})).toContain(
		' ! cannot read:·the disk is full',
	);
});

test('where there is room for little, two words say what is wrong', () => {
	const problem = {text: 'config.json:2: unknown key "acent"', inShort: 'config wrong'};
	expect(frame(20, 5, {problem})).toContain(' ! config wrong');
	expect(frame(8, 5, {problem})).toContain(' ! conf');
});

test('a number that was zero before is new, not infinite', () => {
	const {comparison} = emptyDashboard();
	expect(frame(120, 39, {dashboard: testDashboard({comparison})})).toContain('new');
});

test('the tape tells returns, guests and news', () => {
	const recent = [
		recentOrder({
			customer: undefined,
			news: {kind: 'return'},
			revenue: -89 * moneyScale,
			lines: [{product: 'Running shoes', quantity: -1}],
		}),
		recentOrder({id: 2, news: {kind: 'back', afterDays: 92}}),
		recentOrder({id: 3, news: {kind: 'first'}}),
	];
	const text = frame(120, 39, {view: 'live', dashboard: testDashboard({recent})});
	expect(text).toMatch(/18:57:02 {2}guest +-1 × Running shoes +Île-de-France +-€89\.00 {2}return/);
	expect(text).toContain('back after 92 d');
	expect(text).toContain('first order');
});

test('the same dashboard gives the same frame', () => {
	expect(frame(160, 47)).toBe(frame(160, 47));
});

test('where there is room for one number only, what is typed is seen', () => {
	const prompt = {
		prompt: {kind: 'filter' as const, text: 'toy', marked: 0, problem: undefined},
		title: 'Show only',
		example: 'Toys',
		choices: [{value: 'category:Toys', label: 'category:Toys'}],
	};
	expect(frame(20, 5, {prompt}).split('\n')).toEqual([
		' > toy_',
		' ▸ category:Toys',
		' Show only',
		' Esc closes',
	]);
});

test('where there is room for one number only, the help tells the keys in parts', () => {
	const help = (part: number) => frame(20, 5, {isHelpOpen: true, part}).trimEnd().split('\n');
	expect(help(0)).toEqual([' Esc closes', ' q quit  ? help', ' 1-8 views', ' Arrows move']);
	expect(help(1)[1]).toBe(' t window  / filter');
});
