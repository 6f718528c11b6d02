import type {KeyBinding, KeyCommand, PlainAction} from './key-binding.ts';
import type {Step} from './navigation.ts';
import {viewNames} from './view-names.ts';

const always = (command: KeyCommand) => () => command;
const screen = (action: PlainAction) => always({type: 'screen', action});
const go = (step: Step) => always({type: 'navigate', step});

/** What moves the cursor, with the letters that vi has for it. */
const arrows: Readonly<Record<string, Step>> = {
	left: 'left',
	right: 'right',
	up: 'up',
	down: 'down',
	h: 'left',
	l: 'right',
	k: 'up',
	j: 'down',
};

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
		footerRank: 10,
	},
	{
		presses: ['shift-tab'],
		label: 'Shift-Tab',
		does: 'view before',
		word: 'before',
		command: screen({type: 'stepView', by: -1}),
	},
	{
		presses: ['left', 'right', 'up', 'down', 'h', 'l', 'k', 'j'],
		label: 'Arrows',
		does: 'move the cursor between panels and along their rows',
		word: 'move',
		command: pressed => ({type: 'navigate', step: arrows[pressed]!}),
		footerRank: 4,
		focusRank: 3,
	},
	{
		presses: ['pageup', 'pagedown'],
		label: 'PgUp PgDn',
		does: 'a panel full of rows up or down',
		word: 'pages',
		command: pressed => ({type: 'navigate', step: pressed === 'pageup' ? 'pageUp' : 'pageDown'}),
	},
	{
		presses: ['enter'],
		label: 'Enter',
		does: 'open what is under the cursor',
		word: 'open',
		command: go('enter'),
		focusRank: 1,
	},
	{
		presses: ['escape'],
		label: 'Esc',
		does: 'close, go back, return to now, or to all sales',
		word: 'back',
		command: go('back'),
		focusRank: 2,
	},
	{
		presses: ['o'],
		label: 'o',
		does: 'sort the list by its next column',
		word: 'sort',
		command: go('nextSort'),
		focusRank: 5,
	},
	{
		presses: ['O'],
		label: 'O',
		does: 'sort it the other way round',
		word: 'reverse',
		command: go('reverseSort'),
		focusRank: 8,
	},
	{
		presses: ['f'],
		label: 'f',
		does: 'give one panel the whole screen, or not',
		word: 'full screen',
		command: go('full'),
		focusRank: 6,
	},
	{
		presses: ['i'],
		label: 'i',
		does: 'the SQL behind the panel, and how long it takes',
		word: 'SQL',
		command: screen({type: 'toggleSql'}),
		focusRank: 9,
	},
	{
		presses: ['y'],
		label: 'y',
		does: 'copy the command that prints what the panel shows',
		word: 'copy',
		command: always({type: 'copy'}),
		focusRank: 10,
	},
	{
		presses: ['t'],
		label: 't',
		does: 'choose or type a time window',
		word: 'window',
		command: always({type: 'prompt', kind: 'window'}),
		footerRank: 5,
	},
	{
		presses: ['/'],
		label: '/',
		does: 'show only a category, region, product or customer',
		word: 'filter',
		command: always({type: 'prompt', kind: 'filter'}),
		footerRank: 6,
	},
	{
		presses: ['+', '='],
		label: '+',
		does: 'longer time window',
		word: 'longer',
		command: always({type: 'zoom', direction: 'longer'}),
		footerRank: 9,
	},
	{
		presses: ['-', '_'],
		label: '-',
		does: 'shorter time window',
		word: 'shorter',
		command: always({type: 'zoom', direction: 'shorter'}),
		footerRank: 9,
	},
	{
		presses: ['[', ']'],
		label: '[ ]',
		does: 'back and forward in time, by a part of the window',
		word: 'back, on',
		command: pressed => ({type: 'travel', step: pressed === '[' ? 'back' : 'forward'}),
		footerRank: 16,
	},
	{
		presses: ['{', '}'],
		label: '{ }',
		does: 'back and forward by a day',
		word: 'by a day',
		command: pressed => ({type: 'travel', step: pressed === '{' ? 'dayBack' : 'dayForward'}),
	},
	{
		presses: ['home', 'end'],
		label: 'Home End',
		does: 'to the first sale, and to now',
		word: 'first, now',
		command: pressed => ({type: 'travel', step: pressed === 'home' ? 'first' : 'now'}),
	},
	{
		presses: ['.'],
		label: '.',
		does: 'play what came then; again is faster, p stops',
		word: 'play',
		command: always({type: 'play'}),
		footerRank: 15,
	},
	{
		presses: ['p'],
		label: 'p',
		does: 'freeze the picture while sales go on, or let it go',
		word: 'freeze',
		command: always({type: 'freeze'}),
		footerRank: 7,
	},
	{
		presses: ['P'],
		label: 'P',
		does: 'stop or start the producer',
		word: 'producer',
		command: always({type: 'toggleProducer'}),
		footerRank: 8,
		needsProducer: true,
	},
	{
		presses: ['<'],
		label: '<',
		does: 'slower producer, or what is played',
		word: 'slower',
		command: always({type: 'pace', to: 'slower'}),
		footerRank: 13,
		needsPace: true,
	},
	{
		presses: ['>'],
		label: '>',
		does: 'faster producer, or what is played',
		word: 'faster',
		command: always({type: 'pace', to: 'faster'}),
		footerRank: 13,
		needsPace: true,
	},
	{
		presses: ['e'],
		label: 'e',
		does: 'make something happen, such as a flash sale',
		word: 'events',
		command: always({type: 'prompt', kind: 'scenario'}),
		footerRank: 17,
		needsProducer: true,
	},
	{
		presses: ['w'],
		label: 'w',
		does: 'why revenue moved: volume, price, mix and returns',
		word: 'why',
		command: go('why'),
		footerRank: 14,
	},
	{
		presses: ['s'],
		label: 's',
		does: 'save what is on the screen under a name',
		word: 'save',
		command: always({type: 'prompt', kind: 'save'}),
		footerRank: 18,
	},
	{
		presses: ['v'],
		label: 'v',
		does: 'open what was saved',
		word: 'saved',
		command: always({type: 'prompt', kind: 'view'}),
	},
	{
		presses: ['m'],
		label: 'm',
		does: 'mask money and names of customers, or show them',
		word: 'mask',
		command: screen({type: 'toggleMask'}),
	},
	{
		presses: ['a'],
		label: 'a',
		does: 'run the analyses now',
		word: 'analyse',
		command: always({type: 'analyse'}),
	},
	{
		presses: ['M'],
		label: 'M',
		does: 'mouse on or off: wheel scrolls, clicks choose and open',
		word: 'mouse',
		tells: 'mouse',
		command: always({type: 'mouse'}),
		footerRank: 11,
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
		focusRank: 4,
	},
	{
		presses: ['q', 'ctrl-c'],
		label: 'q',
		does: 'quit, as does Ctrl-C',
		word: 'quit',
		command: always({type: 'quit'}),
		footerRank: 1,
		focusRank: 7,
	},
];

/** The bindings that work now. */
export function activeBindings(
	hasProducer: boolean,
	bindings: readonly KeyBinding[] = keyBindings,
): readonly KeyBinding[] {
	return bindings.filter(binding => hasProducer || !binding.needsProducer);
}

/** What a pressed key asks for; nothing where it does nothing now. */
export function commandFor(
	pressed: string,
	hasProducer: boolean,
	bindings: readonly KeyBinding[] = keyBindings,
): KeyCommand | undefined {
	return activeBindings(hasProducer, bindings)
		.find(binding => binding.presses.includes(pressed))
		?.command(pressed);
}
