import {type Command, UsageError} from './command-line/command.ts';
import {bashCompletion} from './command-line/completions/bash-completion.ts';
import {completables} from './command-line/completions/completable.ts';
import {fishCompletion} from './command-line/completions/fish-completion.ts';
import {zshCompletion} from './command-line/completions/zsh-completion.ts';

const shells = {bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion} as const;

/** @param commands all that there are, this one too */
export function completionCommand(commands: () => readonly Command[]): Command {
	return {
		name: 'completion',
		summary: 'Prints what makes a shell complete commands, flags and their values',
		operands: Object.keys(shells).join('|'),
		flags: {},
		isUnconfigured: true,
		async run({operands}) {
			const [shell = '', ...others] = operands;
			if (others.length > 0 || !Object.hasOwn(shells, shell)) {
				throw new UsageError(
					`completion ${operands.join(' ')}: write salesmon completion and one of ${Object.keys(shells).join(', ')}`,
				);
			}
			console.log(shells[shell as keyof typeof shells](completables(commands())));
			return 0;
		},
	};
}
