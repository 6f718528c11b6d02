import {vi} from 'vitest';
import type {Command, Given} from '../../source/commands/command-line/command.ts';
import {parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';

/**
 * Runs a command as the command line does.
 *
 * @returns what it prints, and what it says besides, in the order said
 */
export async function runCommand(
	command: Command,
	argv: readonly string[],
	more: Partial<Given> = {},
): Promise<{
	readonly exitCode: number | undefined;
	readonly output: string;
	readonly messages: readonly string[];
}> {
	const lines: string[] = [];
	const messages: string[] = [];
	const log = vi.spyOn(console, 'log').mockImplementation(text => lines.push(String(text)));
	const error = vi.spyOn(console, 'error').mockImplementation(text => messages.push(String(text)));
	try {
		const given = parseCommandLine(command, ['--locale', 'en-GB', ...argv]);
		const exitCode = await command.run({...given, ...more});
		return {exitCode, output: lines.join('\n'), messages};
	} finally {
		log.mockRestore();
		error.mockRestore();
	}
}
