import {expect, test} from 'vitest';
import {changedTheme, unreadableColors} from '../../../source/views/theme/changed-theme.ts';
import {dark} from '../../../source/views/theme/themes/dark.ts';

test('what is changed is changed at each depth, in what that depth can show', () => {
	const {palettes} = changedTheme(dark, {
		base: 'dark',
		accent: '#ff00ff',
		good: 118,
		bad: 9,
		hues: ['#00ff00', 200],
		tiers: {Gold: '#ffd700'},
	});
	expect(palettes.truecolor).toMatchObject({
		accent: '#ff00ff',
		good: 118,
		hues: ['#00ff00', 200],
		muted: dark.palettes.truecolor.muted,
		tiers: {Gold: '#ffd700', Silver: dark.palettes.truecolor.tiers.Silver},
	});
	// 201 and 46 are #ff00ff and #00ff00 of the table; 220 is #ffd700.
	expect(palettes['256']).toMatchObject({accent: 201, good: 118, hues: [46, 200], tiers: {Gold: 220}});
	expect(palettes['16']).toMatchObject({accent: dark.palettes['16'].accent, bad: 9});
});

test('a ramp of one’s own is written on in black or white, whichever is read better', () => {
	const {palettes} = changedTheme(dark, {base: 'dark', heat: ['#000000', '#777777', '#ffffff']});
	expect(palettes.truecolor.heat.map(({text}) => text)).toEqual([231, 16, 16]);
	expect(palettes['16'].heat).toEqual([]);
});

test('text that nobody can read is found', () => {
	expect(unreadableColors(dark, {base: 'dark', muted: '#222222', accent: '#ffffff', bad: 1})).toEqual([
		{name: 'muted', contrast: expect.closeTo(1.32, 2)},
	]);
});
