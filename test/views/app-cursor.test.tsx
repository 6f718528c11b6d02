import {describe, expect, test} from 'vitest';
import {openApp} from '../helpers/app.tsx';
import {testDashboard} from '../helpers/dashboard.ts';
import {recentOrder} from '../helpers/recent-orders.ts';

describe('the cursor', () => {
	const marked = (frame: string) =>
		frame.split('\n').flatMap(line => /[┃ ]▸([^│┃]*)/.exec(line)?.[1]?.trim() ?? []);

	test('is nowhere until an arrow is pressed, and goes with the last Esc', async () => {
		const {press, frame} = openApp();
		const before = frame();
		expect(before).not.toMatch(/[▸┏]/);
		await press('down');
		expect(frame()).toContain('┏━ Category × hour');
		expect(marked(frame())).toEqual([expect.stringContaining('Electronics')]);
		await press('escape');
		expect(frame()).toBe(before);
	});

	test('goes along rows, and from the last one into the panel below', async () => {
		const {press, frame} = openApp();
		await press('down', 'down', 'j', 'k');
		expect(marked(frame())).toEqual([expect.stringContaining('Home & Kitchen')]);
		await press(...Array.from({length: 7}, () => 'down'));
		expect(frame()).toContain('┏━ Revenue');
		await press('up');
		expect(marked(frame())).toEqual([expect.stringContaining('Grocery')]);
	});

	test('goes from panel to panel by left and right, and around', async () => {
		const {press, frame} = openApp();
		await press('6', 'right');
		expect(frame()).toContain('┏━ Sales by region');
		await press('right');
		expect(frame()).toContain('┏━ Region × hour');
		await press('l');
		expect(frame()).toContain('┏━ Category × region');
		await press('right');
		expect(frame()).toContain('┏━ Sales by region');
		await press('left');
		expect(frame()).toContain('┏━ Category × region');
	});

	test('stays on its row whatever a refresh puts above it', async () => {
		const {press, frame, state} = openApp();
		await press('7', 'down', 'right', 'down', 'down');
		const before = marked(frame());
		const dashboard = testDashboard();
		const news = Array.from({length: 40}, (_, index) =>
			recentOrder({id: 1000 - index, customer: 'Newcomer'}),
		);
		state.set({...state.getSnapshot(), dashboard: {...dashboard, recent: [...news, ...dashboard.recent]}});
		await press();
		expect(marked(frame())).toEqual(before);
		expect(frame()).toMatch(/\d+–\d+ of 90/);
	});

	test('scrolls by panel fulls, and says where', async () => {
		const {press, frame} = openApp();
		await press('5', 'right', 'pagedown');
		expect(frame()).toContain('1–4 of 50');
		await press('pagedown');
		const [, from, to] = /(\d+)–(\d+) of 50/.exec(frame())!;
		expect(Number(from)).toBeGreaterThan(1);
		await press(...Array.from({length: 16}, () => 'pagedown' as const));
		expect(frame()).toContain(`–50 of 50`);
		expect(Number(to)).toBeLessThan(50);
	});

	test('a list is sorted by the next column, the other way round, and stays so through a refresh', async () => {
		const {press, frame, state} = openApp();
		const first = () =>
			frame()
				.split('\n')
				.find(line => line.includes('▸'));
		await press('4', 'down', 'o');
		expect(frame()).toMatch(/orders ▾/);
		expect(frame()).toContain('by orders ▾');
		await press('O');
		expect(frame()).toContain('by orders ▴');
		const sorted = first();
		state.set({...state.getSnapshot(), dashboard: testDashboard({arrivals: 500})});
		await press();
		expect(frame()).toContain('by orders ▴');
		expect(first()).toBe(sorted);
	});

	test('says where a panel has no other order', async () => {
		const {press, frame} = openApp();
		await press('2', 'down', 'o');
		expect(frame()).toContain('this panel has no other order');
		await press('down');
		expect(frame()).not.toContain('this panel has no other order');
	});

	test('f gives its panel the whole room and takes it back', async () => {
		const {press, frame} = openApp();
		await press('right', 'f');
		expect(frame()).toContain('┏━ Category × hour');
		expect(frame()).not.toContain('Revenue and forecast');
		await press('right');
		expect(frame()).not.toContain('Category × hour');
		await press('escape');
		expect(frame()).toContain('Category × hour');
	});
});

describe('the mouse', () => {
	test('a click puts the cursor on a row, another one there opens its page', async () => {
		const {press, click, frame} = openApp();
		await press('4');
		const [, second] = testDashboard().topCustomers;
		click(second!.name);
		await expect.poll(frame).toContain(`▸${second!.name}`);
		click(second!.name);
		await expect.poll(frame).toContain(`4 Customers › [${second!.name}]`);
		await press('escape');
		await expect.poll(frame).toContain(`▸${second!.name}`);
	});

	test('a double click on the row under the cursor clicks nothing on the page that it opens', async () => {
		const {press, click, frame} = openApp();
		await press('4');
		const [, second] = testDashboard().topCustomers;
		click(second!.name);
		await expect.poll(frame).toContain(`▸${second!.name}`);
		click(second!.name);
		await expect.poll(frame).toContain(`[${second!.name}]`);
		await expect.poll(frame).not.toContain('Reading');
		const page = frame();
		click(second!.name, true);
		await press('M', 'M');
		expect(frame()).toBe(page);
	});

	test('a click on what is no row goes to its panel, a click on a tab to its view', async () => {
		const {press, click, frame} = openApp();
		await press('4');
		click('Customer tiers');
		await expect.poll(frame).toMatch(/┏━ Customer tiers/);
		click('Top customers');
		await expect.poll(frame).toMatch(/┏━ Top customers/);
		click('5 Products');
		await expect.poll(frame).toContain('[5 Products]');
	});

	test('nothing is clicked below the help', async () => {
		const {press, click, frame} = openApp();
		await press('?');
		const help = frame();
		click('Enter');
		await press('M', 'M');
		expect(frame()).toBe(help);
		await press('?');
		expect(frame()).not.toContain('┏');
	});

	test('the footer says whether it is on, also where another key has just told something', async () => {
		const {press, frame} = openApp();
		await press('y');
		expect(frame()).toContain('copied: ');
		expect(frame()).not.toContain('mouse on');
		await press('M');
		expect(frame()).toContain('M mouse on');
		await press('M');
		expect(frame()).not.toContain('mouse on');
	});
});
