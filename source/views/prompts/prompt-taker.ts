import {withWindow} from '../../dashboard/scope.ts';
import {assertBegun, parseWindow} from '../../dashboard/window-name.ts';
import {filterText, withTerms} from '../../filter.ts';
import {messageOf} from '../../message-of.ts';
import {initialNavigation} from '../navigation.ts';
import {isWholeFilter} from './filter-choices.ts';
import type {Prompt, PromptChoice} from './prompt.ts';
import type {PromptContext} from './prompt-control.ts';

/** Does what was typed into a prompt, once it is taken; where that cannot be done, the prompt stays and says why. */
export function promptTaker(
	{live, producer, savedViews, zone, found, latest, dispatch, ask}: PromptContext,
	choicesOf: (prompt: Prompt) => readonly PromptChoice[],
) {
	/** What is typed stays until it can be done. */
	const tryToTake = (act: () => void) => {
		try {
			act();
		} catch (error) {
			dispatch({type: 'editPrompt', edit: {type: 'complain', problem: messageOf(error)}});
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
	return {take, playScenario};
}
