import type {TravelStep} from '../dashboard/travel.ts';
import type {Step} from './navigation.ts';
import type {Prompt} from './prompts/prompt.ts';
import type {ScreenAction} from './screen-state.ts';

/** What a key asks for. */
export type KeyCommand =
	| {readonly type: 'screen'; readonly action: PlainAction}
	| {readonly type: 'navigate'; readonly step: Step}
	| {readonly type: 'copy'}
	| {readonly type: 'freeze'}
	/** Opens what is typed into. */
	| {readonly type: 'prompt'; readonly kind: Prompt['kind']}
	| {readonly type: 'zoom'; readonly direction: 'longer' | 'shorter'}
	| {readonly type: 'travel'; readonly step: TravelStep}
	| {readonly type: 'play'}
	/** Of what is played; else of the producer. */
	| {readonly type: 'pace'; readonly to: 'faster' | 'slower'}
	| {readonly type: 'toggleProducer'}
	| {readonly type: 'analyse'}
	| {readonly type: 'mouse'}
	| {readonly type: 'redraw'}
	| {readonly type: 'quit'};

/** An action that needs to know nothing but the key. */
export type PlainAction = Extract<
	ScreenAction,
	{readonly type: 'showView' | 'stepView' | 'toggleHelp' | 'toggleSql' | 'toggleMask'}
>;

export type KeyBinding = {
	/** As `pressed-keys.ts` names them. */
	readonly presses: readonly string[];
	/** How it is written for people. */
	readonly label: string;
	readonly does: string;
	readonly command: (pressed: string) => KeyCommand;
	/** What it does in one word, for narrow places. */
	readonly word: string;
	/** Its place in the footer: a lower rank stays longer where it is narrow. Keys of one rank stay together. */
	readonly footerRank?: number;
	/** Its place while the cursor is in a panel, where it has another then; others come after these. */
	readonly focusRank?: number;
	readonly needsProducer?: boolean;
	/** Whether there must be something that has a pace: a producer, or what is played. */
	readonly needsPace?: boolean;
	/** What the footer says besides the word: whether it is on. */
	readonly tells?: 'mouse';
};
