import {type Filter, filterText, parseFilter} from '../../filter.ts';
import type {PromptChoice} from './prompt.ts';

/** What can be typed, or what Enter would do. */
export function filterExample(filter: Filter, text: string): string {
	return text.trim() === '' && filter.length > 0
		? `Enter clears ${filterText(filter)}`
		: 'a name, or region:North category:Toys';
}

/** Whether a text says its kinds itself, so that nothing need be chosen. */
export function isWholeFilter(text: string): boolean {
	const terms = parseFilter(text);
	return terms.length > 0 && terms.every(({kind}) => kind !== undefined);
}

export function filterChoices(found: Filter): readonly PromptChoice[] {
	return found.map(({kind, value}) => ({value: filterText([{kind, value}]), label: value, hint: kind}));
}
