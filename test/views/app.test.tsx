import {expect, test} from 'vitest';
import {keyBindings} from '../../source/views/keys.ts';
import {viewNames, viewTitles} from '../../source/views/view-names.ts';
import {openApp} from '../helpers/app.tsx';

test('each key of the table does its work in each view without complaint', {timeout: 60_000}, async () => {
	const quitting = ['q', 'ctrl-c'];
	const presses = keyBindings.flatMap(binding => binding.presses).filter(key => !quitting.includes(key));
	for (const view of viewNames.keys()) {
		const {press, frame} = openApp();
		for (const key of presses) {
			// Typed in one piece where that is how it may come.
			await (key.length === 1 ? press(`${view + 1}${key}`) : press(String(view + 1), key));
			if (['t', '/', 'e'].includes(key)) {
				await press('escape');
			}
			expect(frame()).toMatch(/LIVE|PAUSED/);
		}
		await press(quitting[view % 2]!);
	}
});

test('digits open the views', async () => {
	const {press, frame} = openApp();
	for (const [index, view] of viewNames.entries()) {
		await press(String(index + 1));
		expect(frame()).toContain(`[${index + 1} ${viewTitles[view]}]`);
	}
});

test('Tab goes to the next view and Shift-Tab back, around the ends', async () => {
	const {press, frame} = openApp();
	await press('tab');
	expect(frame()).toContain('[2 Categories]');
	await press('shift-tab', 'shift-tab');
	expect(frame()).toContain('[8 Data]');
	await press('tab');
	expect(frame()).toContain('[1 Overview]');
});

test('+ and - ask for a longer and a shorter window', async () => {
	const {press, scopes} = openApp();
	await press('+', '+', '-');
	expect(scopes.map(({window}) => window)).toEqual(['7d', '30d', '7d']);
});

test('? shows every key and closes again', async () => {
	const {press, frame} = openApp();
	await press('?');
	for (const {label, word} of keyBindings) {
		expect(frame().replaceAll(/ +/g, ' ')).toContain(` ${label} ${word} `);
	}
	await press('?');
	expect(frame()).not.toContain('Esc closes');
});

test('a runs the analyses now', async () => {
	const {press, analyses} = openApp();
	await press('a');
	expect(analyses()).toBe(1);
});

test('a tells how far the analyses are, until the next key', async () => {
	const {press, frame, analysisRun} = openApp();
	const before = frame();
	await press('a');
	expect(frame()).toContain('they start as soon as the sales have been read');
	const run = {done: 3, total: 8, failed: 0, current: 'recommendations', elapsedMs: 4200};
	analysisRun.set(run);
	await press();
	expect(frame()).toContain('analyses: 3 of 8 done after 4.2 s, now recommendations');
	analysisRun.set({...run, done: 8, failed: 1, current: undefined, elapsedMs: 9000});
	await press();
	expect(frame()).toContain('analyses: 8 of 8 done in 9 s, 1 failed');
	await press('j', 'escape');
	expect(frame()).toBe(before);
	analysisRun.set(run);
	await press();
	expect(frame()).toBe(before);
});

test('Ctrl-L sends everything anew', async () => {
	const {press, redraws} = openApp();
	await press('ctrl-l');
	expect(redraws()).toBe(1);
});

test('a sale that changes nothing on the screen sends nothing', async () => {
	const {state, frame, press} = openApp();
	const before = frame();
	state.set({...state.getSnapshot()});
	await press();
	expect(frame()).toBe(before);
});
