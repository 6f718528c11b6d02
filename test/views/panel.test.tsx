import {expect, test} from 'vitest';
import {frameText} from '../../source/views/frame-text.tsx';
import {Panel} from '../../source/views/panel.tsx';
import {createTheme} from '../../source/views/theme/theme.ts';

const theme = createTheme({depth: 'none'});
const draw = (width: number, height: number, props: {title?: string; measure?: string; note?: string} = {}) =>
	frameText(<Panel title="Live" rows={['one', 'two']} {...{width, height, theme}} {...props} />);

test('a panel has its title and what it measures in the border', () => {
	expect(draw(24, 4, {measure: '24 h', note: '3 more'})).toBe(
		[
			'╭─ Live ──────── 24 h ─╮',
			'│ one                  │',
			'│ two                  │',
			'╰───────────── 3 more ─╯',
		].join('\n'),
	);
});

test('a measure that has no room is left out, and so is a note', () => {
	expect(draw(14, 4, {measure: 'a long measure', note: 'a long note'})).toBe(
		['╭─ Live ─────╮', '│ one        │', '│ two        │', '╰────────────╯'].join('\n'),
	);
});

test('a long title is cut', () => {
	expect(draw(14, 3, {title: 'Revenue and forecast'})).toBe(
		['╭─ Revenue… ─╮', '│ one        │', '╰────────────╯'].join('\n'),
	);
});
