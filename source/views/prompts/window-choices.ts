import type {Zone} from '../../business-time.ts';
import type {Scope} from '../../dashboard/scope.ts';
import {parseWindow, type WindowName, windowNames} from '../../dashboard/window-name.ts';
import {windowLabel} from '../words/window-label.ts';
import {openPrompt, type Prompt, type PromptChoice} from './prompt.ts';

export const windowExample = 'or type 36h, 2026-11-01..2026-11-07';

/** The windows that a typed text may mean: the one that it is, then those whose name begins like it. */
export function windowChoices(text: string, zone: Zone): readonly PromptChoice[] {
	const typed = writtenWindow(text, zone);
	const named = windowNames.filter(name => name !== typed && name.startsWith(text.trim().toLowerCase()));
	return [...(typed === undefined ? [] : [typed]), ...named].map(name => ({
		value: name,
		label: windowLabel(name),
	}));
}

function writtenWindow(text: string, zone: Zone): WindowName | undefined {
	if (text.trim() === '') {
		return undefined;
	}
	try {
		return parseWindow(text, zone);
	} catch {
		// Not yet, perhaps: it is still being typed.
		return undefined;
	}
}

/** Begins at the window that is shown. */
export function openWindowPrompt({window}: Scope): Prompt {
	return openPrompt('window', Math.max(0, (windowNames as readonly string[]).indexOf(window)));
}
