import type {RefObject} from 'react';
import type {Zone} from '../../business-time.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {LiveDashboard} from '../../dashboard/live-dashboard.ts';
import {type Scope, withWindow} from '../../dashboard/scope.ts';
import {assertBegun, parseWindow} from '../../dashboard/window-name.ts';
import {filterText, withTerms} from '../../filter.ts';
import {messageOf} from '../../message-of.ts';
import type {FoundNames} from '../hooks/use-found-names.ts';
import {initialNavigation} from '../navigation.ts';
import type {ProducerControl} from '../producer-control.ts';
import {type SavedViews, savedChoices} from '../saved-view.ts';
import type {ScreenProps} from '../screen.tsx';
import type {ScreenAction, ScreenState} from '../screen-state.ts';
import {filterExample, isWholeFilter} from './filter-choices.ts';
import type {Prompt, PromptAction, PromptChoice} from './prompt.ts';
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
	const {live, producer, savedViews, zone, found, latest, dispatch, ask} = context;
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
	/** What is typed stays until it can be done. */
	const tryToTake = (act: () => void) => {
		try {
			act();
		} catch (error) {
			edit({type: 'complain', problem: messageOf(error)});
		}
	};
	const save = ({text}: Prompt) =>
		tryToTake(() => {
			const name = text.trim();
			const {view, navigation, isMasked} = latest.current;
			const {window, asOf, filter} = live.getSnapshot().scope;
			const {focus, isFull} = navigation.here.page ? initialNavigation.here : navigation.here;
			const saved = {
				view,
				window,
				asOf,
				filter: filterText(filter),
				sorts: navigation.sorts,
				focus,
				isFull,
				isMasked,
			};
			savedViews?.save(name, saved);
			dispatch({type: 'closePrompt'});
			dispatch({
				type: 'tell',
				notice: `saved: salesmon --view ${/\s/.test(name) ? `'${name}'` : name} opens it`,
			});
		});
	const restore = (prompt: Prompt) =>
		tryToTake(() => {
			const name = choicesOf(prompt)[prompt.marked]?.value ?? prompt.text.trim();
			const saved = savedViews?.load(name);
			if (saved) {
				const {window, asOf} = saved;
				const filter =
					saved.filter === ''
						? []
						: live.resolveFilter(saved.filter, saved.isMasked || latest.current.isMasked);
				dispatch({type: 'closePrompt'});
				dispatch({type: 'restore', saved});
				ask(() => ({window, asOf, filter, speed: undefined}));
			}
		});
	const takeFilter = ({text, marked}: Prompt) => {
		const chosen = isWholeFilter(text) ? text : (found.text === text && found.choices[marked]?.value) || text;
		tryToTake(() => {
			const terms = live.resolveFilter(chosen, latest.current.isMasked);
			dispatch({type: 'closePrompt'});
			ask(asked => ({...asked, filter: terms.length === 0 ? [] : withTerms(asked.filter, terms)}));
		});
	};
	const take = (prompt: Prompt) => {
		switch (prompt.kind) {
			case 'filter':
				return takeFilter(prompt);
			case 'save':
				return save(prompt);
			case 'view':
				return restore(prompt);
			case 'window':
				return takeWindow(prompt);
			case 'scenario':
				return playScenario(choicesOf(prompt)[prompt.marked]?.value);
		}
	};
	/** @param number as its choice shows it; absent where nothing is called like what was typed */
	const playScenario = (number: string | undefined) => {
		tryToTake(() => {
			const scenario = producer?.scenarios[Number(number) - 1];
			if (!scenario) {
				throw new Error('nothing is called so: press a number, or write how one of them begins');
			}
			dispatch({type: 'closePrompt'});
			scenario.play();
		});
	};
	const takeWindow = (prompt: Prompt) => {
		tryToTake(() => {
			const window = parseWindow(choicesOf(prompt)[prompt.marked]?.value ?? prompt.text, zone);
			assertBegun(window, live.getSnapshot().dashboard?.present ?? Number.POSITIVE_INFINITY, zone);
			dispatch({type: 'closePrompt'});
			ask(asked => withWindow(asked, window));
		});
	};
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
