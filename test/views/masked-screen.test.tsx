import {expect, test} from 'vitest';
import {maskPrinted} from '../../source/commands/command-line/mask-printed.ts';
import type {Analyses, Dashboard} from '../../source/dashboard/dashboard.ts';
import {dashboardToJson} from '../../source/dashboard/dashboard-json.ts';
import {maskDashboard} from '../../source/dashboard/mask-dashboard.ts';
import {pseudonymOf} from '../../source/pseudonym.ts';
import {frameText} from '../../source/views/frame-text.tsx';
import {initialNavigation} from '../../source/views/navigation.ts';
import {Screen, type ScreenProps} from '../../source/views/screen.tsx';
import {createTheme} from '../../source/views/theme/theme.ts';
import {viewNames} from '../../source/views/view-names.ts';
import {testDashboard, testFormats, testNow} from '../helpers/dashboard.ts';
import {pageSubjects, testPage} from '../helpers/page.ts';

const sizes = [
	[20, 5],
	[40, 12],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

const found = <Result,>(result: Result) => ({
	...{status: 'found' as const, madeAt: testNow, asOf: testNow, model: undefined, problem: undefined, result},
});

const insights: Analyses['insights'] = found({
	status: 'ready',
	tests: 12,
	insights: [
		{
			sentence: 'A customer may be lost, worth €1,240: Omar Haddad (40 days away)',
			evidence: '12 regular customers, worth €1,240',
			isPattern: false,
			about: [{page: {kind: 'customer', id: 9}, name: 'Omar Haddad'}],
			masked: {
				sentence: `A customer may be lost, worth €•,•••: ${pseudonymOf('Omar Haddad')} (40 days away)`,
				evidence: '12 regular customers, worth €•,•••',
			},
		},
	],
});

const lifetimeValue: Analyses['lifetimeValue'] = found({
	hasModel: true,
	horizonMonths: 12,
	tiers: [],
	moves: [],
	atRisk: [
		{
			id: 9,
			code: 'C9',
			name: 'Li Na',
			tierBefore: 'Gold',
			aliveBefore: 0.9,
			alive: 0.2,
			valueLost: 9_870_000,
			silentDays: 44,
		},
	],
	holdOut: undefined,
	fit: undefined,
	standingOf: undefined,
});

const dashboard = (() => {
	const plain = testDashboard();
	return {...plain, analyses: {...plain.analyses, insights, lifetimeValue}};
})();

const customers = [...new Set([...dashboard.topCustomers.map(({name}) => name), 'Li Na', 'Omar Haddad'])];

function draw(props: Partial<ScreenProps>, [columns, rows]: readonly [number, number] = [120, 40]): string {
	return frameText(
		<Screen
			dashboard={dashboard}
			view="overview"
			columns={columns}
			rows={rows}
			formats={testFormats}
			theme={createTheme({depth: 'none'})}
			label="simulated"
			isMasked
			{...props}
		/>,
	);
}

/** A sum of money whose digits can be read. */
const readableMoney = /€\s?\d/;

/** Whole first names and surnames too: a cut name still tells who it is. */
function expectNobody(frame: string, names: readonly string[]) {
	for (const name of names.flatMap(whole => [whole, ...whole.split(' ').filter(part => part.length > 4)])) {
		expect(frame).not.toContain(name);
	}
}

test('masked, no view in any size shows money or the name of a customer', () => {
	for (const view of viewNames) {
		for (const size of sizes) {
			const frame = draw({view}, size);
			expect(frame, `${view} ${size}`).not.toMatch(readableMoney);
			expectNobody(frame, customers);
		}
	}
});

test('masked, no page shows money or the name of a customer', () => {
	for (const subject of pageSubjects) {
		for (const size of sizes) {
			const page = testPage(subject, 'Cast-iron pan', 'Hedwig Zauner');
			const navigation = {
				...initialNavigation,
				here: {
					...initialNavigation.here,
					page: {subject, title: subject.kind === 'customer' ? 'Hedwig Zauner' : 'it'},
				},
			};
			const frame = draw({page, navigation}, size);
			expect(frame, subject.kind).not.toMatch(readableMoney);
			expectNobody(frame, ['Hedwig Zauner']);
		}
	}
});

test('all but the digits of money stays where it was', () => {
	const body = (frame: string) => frame.split('\n').slice(1).join('\n');
	for (const view of ['categories', 'trend', 'products', 'regions'] as const) {
		// Not so high that customers are listed, whose names change.
		const size = [120, 30] as const;
		const plain = body(draw({view, dashboard: testDashboard(), isMasked: false}, size));
		expect(plain).toMatch(readableMoney);
		expect(body(draw({view, dashboard: testDashboard()}, size))).toBe(
			plain.replaceAll(/€[\d.,]*\d/g, money => money.replaceAll(/\d/g, '•')),
		);
	}
	expect(draw({})).toContain('€••,•••');
	expect(draw({})).toContain('1,411');
});

test('the header says in a word that it is masked, in every width', () => {
	for (const columns of [40, 80, 160]) {
		expect(draw({}, [columns, 30]).split('\n')[0]).toContain('MASKED');
		expect(draw({isMasked: false}, [columns, 30]).split('\n')[0]).not.toContain('MASKED');
	}
});

test('with ASCII alone digits are asterisks, in sentences too', () => {
	const theme = createTheme({depth: 'none', glyphSet: 'ascii'});
	const frame = draw({theme}, [200, 60]);
	expect(frame).toContain('€**,***');
	expect(frame).toContain('worth €*,***');
	expect(frame).not.toContain('•');
});

test('a customer has the same pseudonym on the tape, in a list and as a page', () => {
	const [first] = dashboard.topCustomers;
	const pseudonym = pseudonymOf(first!.name);
	const subject = {kind: 'customer', id: 1} as const;
	expect(draw({view: 'customers'}, [200, 60])).toContain(pseudonym);
	expect(draw({view: 'live'}, [200, 60])).toContain(pseudonymOf(dashboard.recent[0]!.customer!));
	expect(
		draw({
			page: testPage(subject, 'Cast-iron pan', first!.name),
			navigation: {
				...initialNavigation,
				here: {...initialNavigation.here, page: {subject, title: first!.name}},
			},
		}),
	).toContain(pseudonym);
});

test('what has not changed stays the same object, so that its panel is not drawn anew', () => {
	const next: Dashboard = {...dashboard, arrivals: dashboard.arrivals + 1};
	expect(maskDashboard(next).topCustomers).toBe(maskDashboard(dashboard).topCustomers);
	expect(maskDashboard(next).recent).toBe(maskDashboard(dashboard).recent);
});

test('JSON keeps its shape, its counts and its shares, and has no money and no name', () => {
	const plain = JSON.stringify(dashboardToJson(dashboard));
	const masked = maskPrinted(JSON.stringify(dashboardToJson(maskDashboard(dashboard))), 'json');
	expect(plain).toContain('"revenue":"44910.3500"');
	expect(masked).toContain('"revenue":"•••••.••••"');
	expect(masked).toContain('"orders":1411');
	expect(masked).toContain(`"share":${dashboard.categories[0]!.share}`);
	expect(masked).not.toMatch(/"-?\d+\.\d{4}"/);
	expectNobody(masked, customers);
	expect(masked.length - JSON.stringify(JSON.parse(masked)).length).toBe(0);
});
