/** One thing that salesmon does. The command line, the help and the dispatch are made from it. */
export type Command = {
	/** Absent for what plain `salesmon` does. */
	readonly name?: string;
	/** What it does, in a line. */
	readonly summary: string;
	/** What is given besides flags, for example `FILE…`. */
	readonly operands?: string;
	readonly flags: Flags;
	/** @returns the exit code; 0 where nothing is returned */
	readonly run: (given: Given) => Promise<number | undefined>;
};

export type Flag = {
	readonly type: 'string' | 'boolean';
	/** What it does, in a line of the help. */
	readonly about: string;
	/** How its value is written in the help, for example `PATH`. */
	readonly value?: string;
	readonly choices?: readonly string[];
	/** One letter that stands for it too. */
	readonly short?: string;
};

/** By name in camel case: `maxErrors` is `--max-errors`. */
export type Flags = Readonly<Record<string, Flag>>;

/** What a command line gives. */
export type Given = {
	readonly operands: readonly string[];
	/** The value of a flag that takes one; absent when it was not given. */
	readonly text: (flag: string) => string | undefined;
	/** Whether a flag was given that takes no value. */
	readonly has: (flag: string) => boolean;
};

/** The command line asks for what does not exist or cannot be. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
