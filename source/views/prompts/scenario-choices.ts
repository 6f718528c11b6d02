import type {ScenarioChoice} from '../producer-control.ts';
import type {PromptChoice} from './prompt.ts';

/** What can be made to happen, each with the digit that plays it; only those that are called like the text. */
export function scenarioChoices(
	scenarios: readonly Omit<ScenarioChoice, 'play'>[],
	text: string,
): readonly PromptChoice[] {
	const wanted = text.trim().toLowerCase();
	return scenarios
		.map(({title, about}, index) => ({value: String(index + 1), label: `${index + 1} ${title}`, hint: about}))
		.filter(({label}) => label.includes(wanted));
}

export const scenarioExample = 'Enter or its digit plays it';
