/** What is wrong. */
export type Problem = {
	/** One sentence. */
	readonly text: string;
	/** Two words or so, where there is room for no more. */
	readonly inShort: string;
};

/** @param text absent where nothing is wrong */
export function problemOf(text: string | undefined, inShort: string): Problem | undefined {
	return text === undefined ? undefined : {text, inShort};
}
