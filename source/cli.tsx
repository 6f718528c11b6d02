import process from 'node:process';
import manifest from '../package.json' with {type: 'json'};
import {analyse} from './commands/analyse.ts';
import {attach} from './commands/attach.ts';
import {check} from './commands/check.ts';
import {clv} from './commands/clv.ts';
import {type Command, UsageError} from './commands/command-line/command.ts';
import {configured} from './commands/command-line/configured.ts';
import {exitCodes} from './commands/command-line/exit-codes.ts';
import {manualPage} from './commands/command-line/manual-page.ts';
import {helpOf, parseCommandLine} from './commands/command-line/parse-command-line.ts';
import {completionCommand} from './commands/completion.ts';
import {config} from './commands/config.ts';
import {doctor} from './commands/doctor.ts';
import {forecast} from './commands/forecast.ts';
import {generate} from './commands/generate.ts';
import {goals} from './commands/goals.ts';
import {importFiles} from './commands/import.ts';
import {insights} from './commands/insights.ts';
import {inventory} from './commands/inventory.ts';
import {monitor} from './commands/monitor.ts';
import {produce} from './commands/produce.ts';
import {query} from './commands/query.ts';
import {recommend} from './commands/recommend.ts';
import {rejects} from './commands/rejects.ts';
import {replay} from './commands/replay.ts';
import {results} from './commands/results.ts';
import {snapshot} from './commands/snapshot.ts';
import {why} from './commands/why.ts';
import {closestWord} from './configuration/closest-word.ts';
import {printable} from './format.ts';
import {messageOf} from './message-of.ts';

const commands: readonly Command[] = [
	monitor,
	attach,
	produce,
	replay,
	importFiles,
	rejects,
	generate,
	snapshot,
	forecast,
	clv,
	recommend,
	inventory,
	insights,
	query,
	why,
	goals,
	analyse,
	results,
	check,
	config,
	doctor,
	completionCommand(() => commands),
];

async function main(argv: readonly string[]): Promise<number | undefined> {
	const named = argv[0]?.startsWith('-') ? undefined : argv[0];
	if (named === 'help') {
		console.log(argv.includes('--man') ? manualPage(commands, manifest.version) : helpOf(monitor, commands));
		return 0;
	}
	const command = commands.find(({name}) => name === named);
	if (!command) {
		const meant = closestWord(
			named ?? '',
			commands.flatMap(({name}) => name ?? []),
		);
		throw new UsageError(
			`there is no command "${named}": salesmon --help lists those there are${meant === undefined ? '' : `; did you mean ${meant}?`}`,
		);
	}
	if (argv.includes('--version')) {
		console.log(manifest.version);
		return 0;
	}
	const given = parseCommandLine(command, named === undefined ? argv : argv.slice(1));
	// For ps and pgrep, with what tells one salesmon from another.
	process.title = ['salesmon', ...argv].join(' ');
	if (given.has('help')) {
		console.log(helpOf(command, commands));
		return 0;
	}
	if (command.isUnconfigured) {
		return command.run(given);
	}
	const settled = await configured(command, given, process.env);
	const file = given.text('config');
	if (file !== undefined) {
		// What this program starts reads the same file.
		process.env.SALESMON_CONFIG = file;
	}
	return command.run(settled);
}

// Whoever reads the output may leave before its end, as `head` does.
process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') {
		process.exit(0);
	}
	throw error;
});

try {
	process.exitCode = (await main(process.argv.slice(2))) ?? 0;
} catch (error) {
	const message = messageOf(error);
	// It may quote what a file or a database holds.
	console.error(`salesmon: ${printable(message)}`);
	if (process.env.SALESMON_DEBUG) {
		console.error(error);
	}
	process.exitCode = error instanceof UsageError ? exitCodes.wrongUsage : exitCodes.failed;
}
