import process from 'node:process';
import {openZone} from '../../business-time.ts';
import {parseByteRate} from '../../terminal/byte-budget.ts';
import {understandsQuestions} from '../../terminal/terminal-input.ts';
import type {SavedView} from '../../views/saved-view.ts';
import type {GlyphSet} from '../../views/theme/glyphs.ts';
import {
	type Background,
	type ColorDepth,
	createTheme,
	detectBackground,
	detectColorDepth,
	type Theme,
} from '../../views/theme/theme.ts';
import {builtInThemes} from '../../views/theme/themes/built-in-themes.ts';
import {type ViewName, viewNames} from '../../views/view-names.ts';
import type {Flags, Given} from '../command-line/command.ts';
import {checkingFlag, maskFlag} from '../command-line/common-options.ts';
import {parsePause} from '../command-line/parse-pause.ts';
import {automaticTheme, chosenTheme} from './chosen-theme.ts';
import {isMaskAsked, savedOption, savedViewOf} from './saved-view-option.ts';
import {scopeFlags, scopeOptions} from './scope-options.ts';
import {glyphSetOf} from './screen-writing.ts';

/** The flags of every command that draws. */
export const screenFlags = {
	view: {
		type: 'string',
		value: 'NAME',
		suggestions: viewNames,
		about: `view to begin with: ${viewNames.join(', ')}, or one that was saved by s (overview)`,
		setting: {fallback: viewNames[0], check: savedViewOf},
	},
	...scopeFlags,
	color: {
		type: 'string',
		choices: ['auto', '16', '256', 'truecolor', 'never'],
		about: 'colours (auto)',
		setting: {fallback: 'auto'},
	},
	theme: {
		type: 'string',
		value: 'NAME',
		suggestions: [automaticTheme, ...Object.keys(builtInThemes)],
		about: `colours: auto for the terminal’s background, ${Object.keys(builtInThemes).join(', ')}, or one of the configuration file (auto)`,
		setting: {fallback: automaticTheme},
	},
	mask: maskFlag,
	ascii: {type: 'boolean', about: 'draw with ASCII characters only', setting: {fallback: false}},
} as const satisfies Flags;

/** The flags of every command whose picture moves. */
export const liveScreenFlags = {
	...screenFlags,
	maxBps: {
		type: 'string',
		value: 'BYTES',
		about: 'bytes a second that may be sent, such as 2000 or 2k, for slow lines (no limit)',
		setting: {fallback: 'no limit', check: parseByteRate, isNumber: true},
	},
	reducedMotion: {type: 'boolean', about: 'changed digits do not flash', setting: {fallback: false}},
	rotate: {
		type: 'string',
		value: '15s',
		about: 'go through the views by itself; a key stops it for a minute',
		setting: {fallback: 'off', check: parseRotation},
	},
	kiosk: {
		type: 'boolean',
		about: 'for a screen on a wall: no keys but q and Ctrl-C, and no line of keys',
		setting: {fallback: false},
	},
	narrate: {
		type: 'boolean',
		about: 'say what happens in plain sentences instead of drawing, for a screen reader',
		setting: {fallback: false},
	},
} as const satisfies Flags;

export type ScreenOptions = {
	readonly view: ViewName;
	/** What was saved under the name of the view; absent where it is one of the program. */
	readonly saved: SavedView | undefined;
	/** Whether money and names of customers are masked. */
	readonly isMasked: boolean;
	readonly theme: Theme;
	/** Whether the theme follows the terminal's background and nothing has told what that is. */
	readonly asksBackground: boolean;
	/** Absent where there is no limit. */
	readonly bytesPerSecond: number | undefined;
	readonly hasReducedMotion: boolean;
	/** How long each view is shown; absent where the view stays. */
	readonly rotateMs: number | undefined;
	readonly isKiosk: boolean;
	readonly isNarrated: boolean;
};

/**
 * @param learned the terminal's background, where it has told
 * @throws UsageError when there is no such theme, or a span or moment cannot be read
 */
export function screenOptions(given: Given, learned?: Background): ScreenOptions {
	const name = given.text('theme') ?? automaticTheme;
	const told = detectBackground(process.env);
	// What these mean depends on the zone of the database; whether they can be read does not.
	scopeOptions(given, openZone('UTC'));
	const theme = createTheme({
		depth: colorDepth(given.text('color')),
		glyphSet: glyphSetAsked(given.own('ascii') ?? (given.has('ascii') || undefined)),
		colors: checkingFlag('theme', name, () =>
			chosenTheme(name, given.configuration.themes, learned ?? told ?? 'dark'),
		),
	});
	const saved = savedOption(given);
	const view = saved?.view ?? (given.text('view') as ViewName | undefined) ?? viewNames[0];
	const asksBackground =
		name === automaticTheme &&
		told === undefined &&
		learned === undefined &&
		theme.depth !== 'none' &&
		understandsQuestions(process.env);
	const [budget, rotation] = [given.text('maxBps'), given.text('rotate')];
	return {
		view,
		saved,
		isMasked: isMaskAsked(given),
		theme,
		asksBackground,
		bytesPerSecond: budget === undefined ? undefined : checkingFlag('max-bps', budget, parseByteRate),
		hasReducedMotion: given.has('reducedMotion'),
		rotateMs: rotation === undefined ? undefined : checkingFlag('rotate', rotation, parseRotation),
		isKiosk: given.has('kiosk'),
		isNarrated: given.has('narrate'),
	};
}

/** @param isAscii absent where nobody says */
function glyphSetAsked(isAscii: unknown): GlyphSet {
	return isAscii === undefined ? glyphSetOf(process.env) : isAscii ? 'ascii' : 'unicode';
}

/** @throws RangeError for what is no time, or too short a one to read a view in */
function parseRotation(text: string): number | undefined {
	if (text === 'off') {
		return undefined;
	}
	const ms = parsePause(text);
	if (ms < leastRotationMs) {
		throw new RangeError('nobody reads that fast: write 1s or more, such as 15s');
	}
	return ms;
}

const leastRotationMs = 1000;

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
