import type {Key} from 'ink';
import type {WindowName} from '../dashboard/window.ts';
import {windowNames} from '../dashboard/window.ts';
import type {ScreenAction} from './screen-state.ts';
import {viewNames} from './view-names.ts';

/** What a key asks for. */
export type Command =
	| {readonly type: 'screen'; readonly action: Exclude<ScreenAction, {readonly type: 'toggleFreeze'}>}
	| {readonly type: 'freeze'}
	| {readonly type: 'window'; readonly step: 'next' | 'longer' | 'shorter'}
	| {readonly type: 'producer'; readonly order: 'toggle' | 'faster' | 'slower'}
	| {readonly type: 'redraw'}
	| {readonly type: 'quit'};

export type KeyBinding = {
	/** As `pressedKeys` names them. */
	readonly presses: readonly string[];
	/** How it is written for people. */
	readonly label: string;
	readonly does: string;
	readonly command: (pressed: string) => Command;
	/** What it does in one word, for narrow places. */
	readonly word: string;
	/** Its place in the footer: a lower rank stays longer where it is narrow. Keys of one rank stay together. */
	readonly footerRank?: number;
	readonly needsProducer?: boolean;
};

const always = (command: Command) => () => command;
const screen = (action: Exclude<ScreenAction, {readonly type: 'toggleFreeze'}>) =>
	always({type: 'screen', action});

/** The one table of keys: input, footer, help and documentation are made from it. */
export const keyBindings: readonly KeyBinding[] = [
	{
		presses: viewNames.map((_, index) => String(index + 1)),
		label: `1-${viewNames.length}`,
		does: 'open a view',
		word: 'views',
		command: pressed => ({
			type: 'screen',
			action: {type: 'showView', view: viewNames[Number(pressed) - 1]!},
		}),
		footerRank: 3,
	},
	{
		presses: ['tab'],
		label: 'Tab',
		does: 'next view',
		word: 'next',
		command: screen({type: 'stepView', by: 1}),
		footerRank: 9,
	},
	{
		presses: ['shift-tab'],
		label: 'Shift-Tab',
		does: 'view before',
		word: 'before',
		command: screen({type: 'stepView', by: -1}),
	},
	{
		presses: ['t'],
		label: 't',
		does: 'next time window, after the longest the shortest',
		word: 'window',
		command: always({type: 'window', step: 'next'}),
		footerRank: 4,
	},
	{
		presses: ['+', '='],
		label: '+',
		does: 'longer time window',
		word: 'longer',
		command: always({type: 'window', step: 'longer'}),
		footerRank: 7,
	},
	{
		presses: ['-', '_'],
		label: '-',
		does: 'shorter time window',
		word: 'shorter',
		command: always({type: 'window', step: 'shorter'}),
		footerRank: 8,
	},
	{
		presses: ['p'],
		label: 'p',
		does: 'freeze the picture while sales go on, or let it go',
		word: 'freeze',
		command: always({type: 'freeze'}),
		footerRank: 5,
	},
	{
		presses: ['P'],
		label: 'P',
		does: 'stop or start the producer',
		word: 'producer',
		command: always({type: 'producer', order: 'toggle'}),
		footerRank: 6,
		needsProducer: true,
	},
	{
		presses: ['<'],
		label: '<',
		does: 'slower producer',
		word: 'slower',
		command: always({type: 'producer', order: 'slower'}),
		footerRank: 10,
		needsProducer: true,
	},
	{
		presses: ['>'],
		label: '>',
		does: 'faster producer',
		word: 'faster',
		command: always({type: 'producer', order: 'faster'}),
		footerRank: 10,
		needsProducer: true,
	},
	{
		presses: ['ctrl-l'],
		label: 'Ctrl-L',
		does: 'draw everything anew',
		word: 'redraw',
		command: always({type: 'redraw'}),
	},
	{
		presses: ['?'],
		label: '?',
		does: 'show or close this help',
		word: 'help',
		command: screen({type: 'toggleHelp'}),
		footerRank: 2,
	},
	{
		presses: ['escape'],
		label: 'Esc',
		does: 'close the help',
		word: 'close',
		command: screen({type: 'closeHelp'}),
	},
	{
		presses: ['q', 'ctrl-c'],
		label: 'q',
		does: 'quit, as does Ctrl-C',
		word: 'quit',
		command: always({type: 'quit'}),
		footerRank: 1,
	},
];

/** The bindings that work now. */
export function activeBindings(hasProducer: boolean): readonly KeyBinding[] {
	return keyBindings.filter(binding => hasProducer || !binding.needsProducer);
}

/**
 * The names of what was pressed, as the table spells them. Typed fast, or over a slow line, several
 * keys arrive in one piece.
 */
export function pressedKeys(
	input: string,
	key: Pick<Key, 'ctrl' | 'escape' | 'tab' | 'shift'>,
): readonly string[] {
	if (key.tab) {
		return [key.shift ? 'shift-tab' : 'tab'];
	}
	if (key.escape) {
		return ['escape'];
	}
	return key.ctrl ? [`ctrl-${input}`] : [...input].map(character => (character === '\t' ? 'tab' : character));
}

export function commandFor(pressed: string, hasProducer: boolean): Command | undefined {
	return activeBindings(hasProducer)
		.find(binding => binding.presses.includes(pressed))
		?.command(pressed);
}

/** The window that a step leads to; longer and shorter stop at the ends. */
export function stepWindow(name: WindowName, step: 'next' | 'longer' | 'shorter'): WindowName {
	const index = windowNames.indexOf(name);
	const last = windowNames.length - 1;
	switch (step) {
		case 'next':
			return windowNames[index === last ? 0 : index + 1]!;
		case 'longer':
			return windowNames[Math.min(last, index + 1)]!;
		case 'shorter':
			return windowNames[Math.max(0, index - 1)]!;
	}
}
