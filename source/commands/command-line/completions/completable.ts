import type {Command, Flag} from '../command.ts';
import {commonFlags} from '../common-options.ts';
import {kebab} from '../parse-command-line.ts';

/** A word of a command line, with what may follow it. */
export type CompletableFlag = {
	/** With its dashes. */
	readonly name: string;
	readonly about: string;
	/** Absent for a flag that takes no value. */
	readonly values: Values | undefined;
};

/** Words to choose from, the names of files, or what nobody can guess. */
export type Values = readonly string[] | 'files' | 'free';

export type CompletableCommand = {
	/** Empty for what plain `salesmon` does. */
	readonly name: string;
	readonly summary: string;
	readonly flags: readonly CompletableFlag[];
	readonly operands: Values;
};

const filesPattern = /^(?:PATH|FILE|DIR|SOURCE)\b/;

/** What a shell needs to know of each command, from the same tables that the help is made of. */
export function completables(commands: readonly Command[]): readonly CompletableCommand[] {
	return commands.map(({name = '', summary, flags, operands = ''}) => ({
		name,
		summary,
		flags: Object.entries<Flag>({...flags, ...commonFlags}).map(
			([flag, {type, about, value = '', choices, suggestions}]) => ({
				name: `--${kebab(flag)}`,
				about,
				values:
					type === 'boolean'
						? undefined
						: (choices ?? suggestions ?? (filesPattern.test(value) ? 'files' : 'free')),
			}),
		),
		operands: filesPattern.test(operands)
			? 'files'
			: /^[a-z]+(?:\|[a-z]+)+$/.test(operands)
				? operands.split('|')
				: 'free',
	}));
}
