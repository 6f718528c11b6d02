import {type Given, UsageError} from './command.ts';

export type WholeNumberOptions = {
	/** For whoever wrote none. */
	readonly example: number;
	/** @default 1 */
	readonly least?: number;
	/** @default more than anybody has */
	readonly most?: number;
};

/**
 * How many a flag asks for; absent where the flag is not given.
 *
 * @throws UsageError that says how to write it
 */
export function wholeNumber(
	given: Given,
	flag: string,
	{example, least = 1, most}: WholeNumberOptions,
): number | undefined {
	const text = given.text(flag)?.trim();
	if (text === undefined) {
		return undefined;
	}
	const count = /^\d{1,12}$/.test(text) ? Number(text) : -1;
	if (count < least || count > (most ?? Number.POSITIVE_INFINITY)) {
		const range = most === undefined ? `${least} on` : `${least} to ${most}`;
		throw new UsageError(`--${flag} ${text}: write a whole number from ${range}, such as ${example}`);
	}
	return count;
}
