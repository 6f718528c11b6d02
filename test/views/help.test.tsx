import {expect, test} from 'vitest';
import {frameText} from '../../source/views/frame-text.tsx';
import {Help} from '../../source/views/help.tsx';
import {keyBindings} from '../../source/views/keys.ts';
import {createTheme} from '../../source/views/theme/theme.ts';

const help = (width: number, height: number, part = 0) =>
	frameText(<Help hasProducer theme={createTheme({depth: 'none'})} {...{width, height, part}} />);

test('where there is a line for each key, it says what each does', () => {
	const whole = help(100, keyBindings.length + 2).split('\n');
	for (const {label, does} of keyBindings) {
		const row = whole.find(line => line.startsWith(`│ ${label} `));
		expect(row).toContain(` ${does} `);
	}
});

test('where there is not, they stand in columns', () => {
	const lines = help(72, Math.ceil(keyBindings.length / 2) + 2).split('\n');
	expect(lines[1]).toMatch(/^│ 1-\d +views +\S+ +\S/);
	expect(lines).toHaveLength(Math.ceil(keyBindings.length / 2) + 2);
});

test('where it is lower still they flow in parts, the most important first', () => {
	const first = help(40, 6);
	expect(first).toMatch(/^╭─ Keys ─+ Esc closes ─╮\n│ q quit {2}\? help {2}1-\d views/);
	const parts = Number(/1 of (\d+), arrows turn/.exec(first)![1]);
	expect(help(40, 6, parts)).toBe(first);
	expect(help(40, 6, -1)).toBe(help(40, 6, parts - 1));
});

test('no key is missing at any size with a frame of its own', () => {
	for (const [width, height] of [
		[36, 7],
		[40, 8],
		[80, 11],
		[106, 25],
	] as const) {
		const parts = Array.from({length: 9}, (_, part) => help(width, height, part)).join('\n');
		for (const {label} of keyBindings) {
			expect(parts, `${width}x${height}`).toContain(` ${label} `);
		}
	}
});
