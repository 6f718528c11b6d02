import {describe, expect, test} from 'vitest';
import {keyBindings} from '../../source/views/keys.ts';
import {openApp} from '../helpers/app.tsx';
import {testNow} from '../helpers/dashboard.ts';
import {pageSubjects} from '../helpers/page.ts';

describe('pages', () => {
	test('Enter opens what is under the cursor, further in each time, and Esc comes back to the same row', async () => {
		const {press, frame} = openApp();
		const line = (text: string) => text.split('\n')[1];
		await press('2', 'down', 'down', 'down');
		const before = frame();
		await press('enter');
		expect(line(frame())).toBe(' 2 Categories › [Clothing]');
		await press('down', 'enter');
		expect(line(frame())).toBe(' 2 Categories › Clothing › [Cast-iron pan 1]');
		await press('enter');
		expect(line(frame())).toBe(' 2 Categories › Clothing › Cast-iron pan 1 › [order 5000]');
		await press('escape', 'escape', 'escape');
		expect(frame()).toBe(before);
	});

	test('a view opened by its digit leaves all pages', async () => {
		const {press, frame} = openApp();
		await press('5', 'down', 'enter', '1');
		expect(frame()).toContain('[1 Overview]');
		expect(frame()).not.toMatch(/[▸┏]/);
	});

	test.each(pageSubjects)('every key works on the page of a $kind', {timeout: 30_000}, async subject => {
		const keys = keyBindings
			.flatMap(binding => binding.presses)
			.filter(key => !['q', 'ctrl-c'].includes(key));
		const wayTo = {
			category: '2j\r',
			region: '6j\r',
			product: '5j\r',
			customer: '4j\r',
			order: '7j\r',
			change: '1w',
		};
		const {press, frame} = openApp();
		for (const key of keys) {
			await press(wayTo[subject.kind]);
			expect(frame()).toContain('›');
			await press(key);
			expect(frame()).toMatch(/LIVE|PAUSED/);
		}
	});
});

describe('the SQL and the copy of a panel', () => {
	test('are those of the panel with the cursor, of the window and the moment shown', async () => {
		const {press, frame, copied} = openApp();
		await press('5', 'down', 'y');
		expect(copied).toEqual([`top-products of nothing in 24h at ${testNow}`]);
		expect(frame()).toContain('copied: top-products of nothing');
		await press('enter');
		expect(frame()).not.toContain('copied');
		await press('y');
		expect(copied.at(-1)).toBe(`sales-of of 1 in 24h at ${testNow}`);
		await press('i', '');
		expect(frame()).toContain('The SQL behind it');
		expect(frame()).toContain('SELECT everything');
		await press('escape');
		expect(frame()).not.toContain('SELECT');
	});

	test('are asked for anew once they are masked, also while the SQL is shown', async () => {
		const {press, frame, copied} = openApp();
		await press('i', '');
		expect(frame()).toContain('-- totals of nothing');
		await press('m', '');
		expect(frame()).toContain('-- masked totals of nothing');
		await press('y');
		expect(copied).toEqual([`masked totals of nothing in 24h at ${testNow}`]);
	});

	test('are the first panel’s where no one has the cursor', async () => {
		const {press, copied} = openApp();
		await press('y');
		expect(copied).toEqual([`totals of nothing in 24h at ${testNow}`]);
	});

	test('a statement higher than the screen is shown in parts', async () => {
		const {press, frame} = openApp({sql: Array.from({length: 90}, (_, index) => `LINE ${index}`).join('\n')});
		await press('i', '', 'down');
		expect(frame()).toContain('2 of ');
		expect(frame()).not.toContain('LINE 0');
		await press('up');
		expect(frame()).toContain('LINE 0');
	});
});
