import {useEffect, useState} from 'react';
import type {LiveDashboard} from '../../dashboard/live-dashboard.ts';
import {filterChoices, isWholeFilter} from '../prompts/filter-choices.ts';
import type {Prompt, PromptChoice} from '../prompts/prompt.ts';

export type FoundNames = {readonly text: string; readonly choices: readonly PromptChoice[]};

/** What the sales know that is called like what is typed; somewhat later than the key. */
export function useFoundNames(
	live: LiveDashboard,
	prompt: Prompt | undefined,
	isMasked: boolean,
): FoundNames {
	const [found, setFound] = useState<FoundNames>({text: '', choices: []});
	const text = prompt?.kind === 'filter' ? prompt.text : '';
	useEffect(() => {
		if (text === '' || isWholeFilter(text)) {
			return undefined;
		}
		let isOver = false;
		// A database that is gone is told where it is read.
		live.find(text.trim()).then(
			terms => {
				if (!isOver) {
					const shown = isMasked ? terms.filter(({kind}) => kind !== 'customer') : terms;
					setFound({text, choices: filterChoices(shown)});
				}
			},
			() => {},
		);
		return () => {
			isOver = true;
		};
	}, [live, text, isMasked]);
	return found;
}
