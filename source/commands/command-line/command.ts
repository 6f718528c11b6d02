import type {Configuration} from '../../configuration/configuration.ts';
import type {Setting, SettingValue} from '../../configuration/setting.ts';

/** One thing that salesmon does. The command line, the help and the dispatch are made from it. */
export type Command = {
	/** Absent for what plain `salesmon` does. */
	readonly name?: string;
	/** What it does, in a line. */
	readonly summary: string;
	/** What is given besides flags, for example `FILE…`. */
	readonly operands?: string;
	readonly flags: Flags;
	/** Command lines, each with what it is for. */
	readonly examples?: readonly (readonly [line: string, about: string])[];
	/** Whether it works whatever the configuration file holds, which it then reads itself. */
	readonly isUnconfigured?: true;
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
	/** Values that are known of many, for a shell to complete. */
	readonly suggestions?: readonly string[];
	/** One letter that stands for it too. */
	readonly short?: string;
	/** Where the environment and the configuration file can say it too. */
	readonly setting?: Pick<Setting, 'fallback' | 'check' | 'isNumber' | 'isPath' | 'insteadOf'>;
};

/** By name in camel case: `maxErrors` is `--max-errors`. */
export type Flags = Readonly<Record<string, Flag>>;

/** What a command line gives, and beneath it the environment and the configuration file. */
export type Given = {
	readonly operands: readonly string[];
	/** The value of a flag that takes one; absent when nothing says it. */
	readonly text: (flag: string) => string | undefined;
	/** Whether a flag that takes no value is on. */
	readonly has: (flag: string) => boolean;
	/** What the command line itself says; `false` for `--no-ascii`. */
	readonly own: (flag: string) => SettingValue | undefined;
	/** What the configuration file says besides flags. */
	readonly configuration: Configuration;
	/** Reads the configuration file again; absent where there can be none. */
	readonly reread?: (() => Promise<Given>) | undefined;
	/** Path of the configuration file, which need not exist. */
	readonly configurationFile?: string;
};

/** The command line asks for what does not exist or cannot be. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
