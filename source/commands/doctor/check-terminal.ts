import {understandsQuestions} from '../../terminal/terminal-input.ts';
import {smallest} from '../../views/frame-parts.ts';
import {detectBackground, detectColorDepth} from '../../views/theme/theme.ts';
import {characterLocale, glyphSetOf, isUtf8} from '../screen/screen-writing.ts';
import type {Diagnosis} from './diagnosis.ts';

export type TerminalFacts = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly isTerminal: boolean;
	readonly columns: number | undefined;
	readonly rows: number | undefined;
};

/** What the terminal is, as far as it says. */
export function checkTerminal({environment, isTerminal, columns, rows}: TerminalFacts): readonly Diagnosis[] {
	return [
		screenDiagnosis(environment, isTerminal),
		...(isTerminal ? [sizeDiagnosis(columns, rows)] : []),
		colorDiagnosis(environment, isTerminal),
		{area: 'terminal', what: 'background', state: 'good', value: backgroundText(environment)},
		charactersDiagnosis(environment),
	];
}

function screenDiagnosis({TERM: term = ''}: TerminalFacts['environment'], isTerminal: boolean): Diagnosis {
	const about = {area: 'terminal', what: 'TERM'} as const;
	if (!isTerminal) {
		return {
			...about,
			value: term || 'not set',
			state: 'note',
			remedy: 'this goes into a file or a pipe: the monitor would print a single frame',
		};
	}
	return term === '' || term === 'dumb'
		? {
				...about,
				value: term || 'not set',
				state: 'bad',
				remedy:
					'use a terminal that can move its cursor, or set TERM, for example to xterm-256color; --narrate and salesmon snapshot need none',
			}
		: {...about, value: term, state: 'good'};
}

function sizeDiagnosis(columns: number | undefined, rows: number | undefined): Diagnosis {
	const about = {area: 'terminal', what: 'size'} as const;
	if (!columns || !rows) {
		return {
			...about,
			value: 'not told',
			state: 'note',
			remedy: 'it is taken for 80×24; stty cols 120 rows 40 sets it',
		};
	}
	const value = `${columns}×${rows}`;
	return columns < smallest.columns || rows <= smallest.lines
		? {
				...about,
				value,
				state: 'note',
				remedy: `one number is all there is room for; panels begin at ${smallest.columns}×${smallest.lines + 1}`,
			}
		: {...about, value, state: 'good'};
}

function colorDiagnosis(environment: TerminalFacts['environment'], isTerminal: boolean): Diagnosis {
	const about = {area: 'terminal', what: 'colours'} as const;
	const depth = detectColorDepth(environment, isTerminal);
	if (environment.NO_COLOR) {
		return {...about, value: 'none: NO_COLOR is set', state: 'good'};
	}
	if (depth === 'none') {
		return {...about, value: 'none', state: 'note', remedy: '--color 256 asks for colours all the same'};
	}
	return depth === 'truecolor'
		? {...about, value: depth, state: 'good'}
		: {
				...about,
				value: depth,
				state: 'note',
				remedy: `COLORTERM is ${environment.COLORTERM ? environment.COLORTERM : 'not set'}, SSH often drops it; if the terminal has more colours, set COLORTERM=truecolor or give --color truecolor`,
			};
}

function backgroundText(environment: TerminalFacts['environment']): string {
	const said = detectBackground(environment);
	if (said !== undefined) {
		return `${said}, by COLORFGBG`;
	}
	return understandsQuestions(environment)
		? 'not said; the screen asks the terminal, and takes it for dark until it answers'
		: 'not said; this terminal cannot be asked, and is taken for dark';
}

function charactersDiagnosis(environment: TerminalFacts['environment']): Diagnosis {
	const about = {area: 'terminal', what: 'characters'} as const;
	const locale = characterLocale(environment);
	if (environment.TERM === 'linux') {
		return {...about, value: 'ASCII: the Linux console has no braille', state: 'good'};
	}
	if (glyphSetOf(environment) === 'ascii') {
		return {
			...about,
			value: `ASCII, by ${locale}`,
			state: 'note',
			remedy: 'if the terminal shows UTF-8, set LC_ALL=C.UTF-8 or give --no-ascii',
		};
	}
	return isUtf8(locale)
		? {...about, value: `Unicode, by ${locale}`, state: 'good'}
		: {
				...about,
				value: 'no locale is set',
				state: 'note',
				remedy: 'if lines and bars look wrong below, give --ascii or set LC_ALL=C.UTF-8',
			};
}
