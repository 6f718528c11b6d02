/** A line that is being typed, with choices below it. */
export type Prompt = {
	readonly kind: 'window' | 'filter' | 'save' | 'view' | 'scenario';
	readonly text: string;
	/** Which choice is marked; the first is 0. */
	readonly marked: number;
	/** What was wrong with what was taken; absent while it is typed. */
	readonly problem: string | undefined;
};

export type PromptChoice = {
	/** What it gives when it is taken. */
	readonly value: string;
	/** How it reads. */
	readonly label: string;
	/** What it is, in a word or two. */
	readonly hint?: string | undefined;
};

export type PromptAction =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'erase'; readonly what: 'character' | 'line'}
	| {readonly type: 'complain'; readonly problem: string}
	/** @param choices how many there are */
	| {readonly type: 'mark'; readonly by: number; readonly choices: number};

export function openPrompt(kind: Prompt['kind'], marked = 0): Prompt {
	return {kind, text: '', marked, problem: undefined};
}

export function promptReducer(prompt: Prompt, action: PromptAction): Prompt {
	switch (action.type) {
		case 'insert':
			return {...prompt, text: prompt.text + action.text, marked: 0, problem: undefined};
		case 'erase':
			return {
				...prompt,
				text: action.what === 'line' ? '' : [...prompt.text].slice(0, -1).join(''),
				marked: 0,
				problem: undefined,
			};
		case 'complain':
			return {...prompt, problem: action.problem};
		case 'mark': {
			const count = Math.max(1, action.choices);
			return {...prompt, marked: (((prompt.marked + action.by) % count) + count) % count};
		}
	}
}
