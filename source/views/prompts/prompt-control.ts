import type {RefObject} from 'react';
import type {Zone} from '../../business-time.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {LiveDashboard} from '../../dashboard/live-dashboard.ts';
import type {Scope} from '../../dashboard/scope.ts';
import type {FoundNames} from '../hooks/use-found-names.ts';
import type {ProducerControl} from '../producer-control.ts';
import {type SavedViews, savedChoices} from '../saved-view.ts';
import type {ScreenProps} from '../screen.tsx';
import type {ScreenAction, ScreenState} from '../screen-state.ts';
import {filterExample} from './filter-choices.ts';
import type {Prompt, PromptAction, PromptChoice} from './prompt.ts';
import {promptTaker} from './prompt-taker.ts';
import {scenarioChoices, scenarioExample} from './scenario-choices.ts';
import {windowChoices, windowExample} from './window-choices.ts';

export type PromptContext = {
	readonly live: LiveDashboard;
	readonly producer: ProducerControl | undefined;
	readonly savedViews: SavedViews | undefined;
	readonly zone: Zone;
	readonly found: FoundNames;
	/** Keys may come faster than frames: what the ones before have done. */
	readonly latest: RefObject<ScreenState>;
	readonly dispatch: (action: ScreenAction) => void;
	readonly ask: (change: (scope: Scope, standing: Dashboard) => Scope) => void;
};

/** What is typed into a prompt, and what is done when it is taken. */
export type PromptControl = {
	readonly type: (prompt: Prompt, pressed: string) => void;
	readonly insert: (text: string) => void;
	/** @param scope as the reader may see it */
	readonly shown: (prompt: Prompt, scope: Scope) => ScreenProps['prompt'];
};

export function promptControl(context: PromptContext): PromptControl {
	const {producer, savedViews, zone, found, dispatch} = context;
	const choicesOf = ({kind, text}: Prompt): readonly PromptChoice[] => {
		switch (kind) {
			case 'window':
				return windowChoices(text, zone);
			case 'filter':
				return found.text === text ? found.choices : [];
			case 'view':
			case 'save':
				return savedChoices(savedViews?.names() ?? [], text);
			case 'scenario':
				return scenarioChoices(producer?.scenarios ?? [], text);
		}
	};
	const {take, playScenario} = promptTaker(context, choicesOf);
	const edit = (change: PromptAction) => dispatch({type: 'editPrompt', edit: change});
	const type = (prompt: Prompt, pressed: string) => {
		if (prompt.kind === 'scenario' && choicesOf(prompt).some(({value}) => value === pressed)) {
			return playScenario(pressed);
		}
		switch (pressed) {
			case 'enter':
				return take(prompt);
			case 'escape':
				return dispatch({type: 'closePrompt'});
			case 'backspace':
				return edit({type: 'erase', what: 'character'});
			case 'ctrl-u':
				return edit({type: 'erase', what: 'line'});
			case 'up':
			case 'down':
				return edit({type: 'mark', by: pressed === 'up' ? -1 : 1, choices: choicesOf(prompt).length});
			default:
				return [...pressed].length === 1 ? edit({type: 'insert', text: pressed}) : undefined;
		}
	};

	return {
		type,
		insert: text => edit({type: 'insert', text}),
		shown: (prompt, scope) => ({
			prompt,
			title: promptTitles[prompt.kind],
			example: {
				window: windowExample,
				filter: filterExample(scope.filter, prompt.text),
				save: 'a name, such as monday',
				view: 'what was saved by s',
				scenario: scenarioExample,
			}[prompt.kind],
			note: prompt.problem,
			choices: choicesOf(prompt),
		}),
	};
}

const promptTitles = {
	window: 'Time window',
	filter: 'Filter',
	save: 'Save this view',
	view: 'Saved views',
	scenario: 'Make something happen',
} as const;
