import process from 'node:process';
import {defaultWindow, type WindowName, windowNames} from '../dashboard/window.ts';
import {type ColorDepth, createTheme, detectColorDepth, type Theme} from '../views/theme.ts';
import {type ViewName, viewNames} from '../views/view-names.ts';
import type {Flags, Given} from './command.ts';

/** The flags of every command that draws. */
export const screenFlags = {
	view: {
		type: 'string',
		choices: viewNames,
		about: 'view to begin with (overview)',
		setting: {fallback: viewNames[0]},
	},
	window: {
		type: 'string',
		choices: windowNames,
		about: `span of time (${defaultWindow})`,
		setting: {fallback: defaultWindow},
	},
	color: {
		type: 'string',
		choices: ['auto', '16', '256', 'truecolor', 'never'],
		about: 'colours (auto)',
		setting: {fallback: 'auto'},
	},
	theme: {
		type: 'string',
		choices: ['dark', 'light'],
		about: 'what the terminal’s background is (dark)',
		setting: {fallback: 'dark'},
	},
	ascii: {type: 'boolean', about: 'draw with ASCII characters only', setting: {fallback: false}},
} as const satisfies Flags;

export type ScreenOptions = {
	readonly view: ViewName;
	readonly windowName: WindowName;
	readonly theme: Theme;
};

export function screenOptions(given: Given): ScreenOptions {
	const theme = createTheme({
		depth: colorDepth(given.text('color')),
		// The console of a Linux kernel has no braille and no eighth blocks.
		glyphSet: given.has('ascii') || process.env.TERM === 'linux' ? 'ascii' : 'unicode',
		background: given.text('theme') === 'light' ? 'light' : 'dark',
	});
	// The parser has let only these names through.
	const view = (given.text('view') ?? viewNames[0]) as ViewName;
	const windowName = (given.text('window') ?? defaultWindow) as WindowName;
	return {view, windowName, theme};
}

function colorDepth(flag: string | undefined): ColorDepth {
	switch (flag) {
		case '16':
		case '256':
		case 'truecolor':
			return flag;
		case 'never':
			return 'none';
		default:
			return detectColorDepth(process.env, process.stdout.isTTY);
	}
}
