import {renderToString} from 'ink';
import {expect, test} from 'vitest';
import {Help} from '../../source/views/help.tsx';
import {keyBindings} from '../../source/views/keys.ts';
import {createTheme} from '../../source/views/theme.ts';

const help = (width: number, height: number) =>
	renderToString(<Help hasProducer theme={createTheme({depth: 'none'})} {...{width, height}} />, {
		columns: width,
	});

test('where there is no line for each key, two share one', () => {
	expect(help(40, 9)).toBe(
		[
			'╭─ Keys ────────────────── Esc closes ─╮',
			'│ 1-7       views    P      producer   │',
			'│ Tab       next     <      slower     │',
			'│ Shift-Tab before   >      faster     │',
			'│ t         window   Ctrl-L redraw     │',
			'│ +         longer   ?      help       │',
			'│ -         shorter  Esc    close      │',
			'│ p         freeze   q      quit       │',
			'╰──────────────────────────────────────╯',
		].join('\n'),
	);
});

test('where it is lower still they flow, the most important first', () => {
	expect(help(40, 7)).toBe(
		[
			'╭─ Keys ────────────────── Esc closes ─╮',
			'│ q quit  ? help  1-7 views  t window  │',
			'│ p freeze  P producer  + longer       │',
			'│ - shorter  Tab next  < slower        │',
			'│ > faster  Shift-Tab before           │',
			'│ Ctrl-L redraw  Esc close             │',
			'╰──────────────────────────────────────╯',
		].join('\n'),
	);
});

test('no key is missing at any size with a frame of its own', () => {
	for (const [width, height] of [
		[36, 7],
		[40, 8],
		[80, 11],
		[106, 25],
	] as const) {
		for (const {label} of keyBindings) {
			expect(help(width, height), `${width}x${height}`).toContain(` ${label} `);
		}
	}
});
