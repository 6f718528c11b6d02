import meow, {type AnyFlag} from 'meow';
import {closestWord} from '../../configuration/closest-word.ts';
import {emptyConfiguration} from '../../configuration/configuration.ts';
import {type Command, type Flags, type Given, UsageError} from './command.ts';
import {commonFlags} from './common-options.ts';

/**
 * Reads what follows the name of a command.
 *
 * @throws UsageError that names the flag and its value
 */
export function parseCommandLine(command: Command, argv: readonly string[]): Given {
	const flags: Flags = {...command.flags, ...commonFlags};
	const parsed = parse(argv, flags);
	const unknown = Object.keys(parsed.flags).find(flag => !(flag in flags) && flag !== 'h');
	const helpCommand = ['salesmon', command.name, '--help'].filter(Boolean).join(' ');
	if (unknown !== undefined) {
		const meant = closestWord(unknown, Object.keys(flags));
		throw new UsageError(
			`unknown flag ${unknown.length === 1 ? '-' : '--'}${kebab(unknown)}: ${helpCommand} lists those there are${meant === undefined ? '' : `; did you mean --${kebab(meant)}?`}`,
		);
	}
	if (parsed.input.length > 0 && command.operands === undefined) {
		throw new UsageError(`what should "${parsed.input[0]}" do here? ${helpCommand} shows how it is written`);
	}
	const own = (flag: string) => {
		const value = parsed.flags[flag];
		if (value === '') {
			throw new UsageError(`--${kebab(flag)} needs a value: ${flags[flag]?.value ?? ''}`);
		}
		const choices = flags[flag]?.choices;
		if (typeof value === 'string' && choices && !choices.includes(value)) {
			throw new UsageError(`--${kebab(flag)} ${value}: choose one of ${choices.join(', ')}`);
		}
		return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
	};
	return {
		operands: parsed.input,
		configuration: emptyConfiguration,
		own,
		has: flag => own(flag) === true,
		text(flag) {
			const value = own(flag);
			return typeof value === 'string' ? value : undefined;
		},
	};
}

function parse(argv: readonly string[], flags: Command['flags']) {
	try {
		return meow({
			// The help is made here, from the same table as the flags.
			importMeta: import.meta,
			// It also names the process after the package, which `main` does better.
			pkg: {name: 'salesmon'},
			argv: withValues(argv, flags).map(word => asNamed(word, flags)),
			flags: Object.fromEntries(
				Object.entries(flags).map(([name, {type, short}]): [string, AnyFlag] => [
					name,
					{type, ...(short && {shortFlag: short})} as AnyFlag,
				]),
			),
			// Absent, not false, so that what stands beneath the command line can be told from what it denies.
			booleanDefault: undefined,
			autoHelp: false,
			autoVersion: false,
			allowUnknownFlags: true,
			description: false,
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message.replaceAll('`', '"') : String(error), {
			cause: error,
		});
	}
}

/** Keeps meow from reading `-1d` after a flag that takes a value as flags of their own. */
function withValues(argv: readonly string[], flags: Flags): string[] {
	const takers = Object.entries(flags).flatMap(([name, {type}]) =>
		type === 'string' ? [`--${kebab(name)}`] : [],
	);
	return argv.flatMap((word, index) => {
		if (takers.includes(argv[index - 1] ?? '') && isNegative(word)) {
			return [];
		}
		const next = argv[index + 1];
		return takers.includes(word) && next !== undefined && isNegative(next) ? [`${word}=${next}`] : [word];
	});
}

const isNegative = (word: string) => /^-[\d.]/.test(word);

/** Keeps meow from reading `--no-keep` as a flag `keep` that is off, where there is a flag `noKeep`. */
function asNamed(word: string, flags: Flags): string {
	return Object.keys(flags).some(flag => /^no[A-Z]/.test(flag) && word === `--${kebab(flag)}`)
		? `${word}=true`
		: word;
}

/** The help of one command, or with a list of all commands for plain `salesmon`. */
export function helpOf(command: Command, commands: readonly Command[]): string {
	const usage = ['salesmon', command.name, command.operands].filter(Boolean).join(' ');
	const others = commands.filter(({name}) => name !== undefined);
	return [
		command.summary,
		'',
		`Usage: ${usage} [flags]`,
		...(command.name === undefined
			? [
					'',
					'Commands',
					...table(others.map(({name = '', operands = '', summary}) => [`${name} ${operands}`, summary])),
				]
			: []),
		...(Object.keys(command.flags).length > 0 ? ['', 'Flags', ...table(flagRows(command.flags))] : []),
		...(command.examples ? ['', 'Examples', ...exampleLines(command.examples)] : []),
		'',
		'Everywhere',
		...table(flagRows(commonFlags)),
	].join('\n');
}

/** Each line below what it is for, so that it can be copied whole. */
function exampleLines(examples: NonNullable<Command['examples']>): string[] {
	return examples.flatMap(([line, about]) => [`  # ${about}`, `  ${line}`]);
}

function flagRows(flags: Command['flags']): string[][] {
	return Object.entries(flags).map(([name, {value, about, choices}]) => [
		[`--${kebab(name)}`, choices ? choices.join('|') : value].filter(Boolean).join(' '),
		about,
	]);
}

function table(rows: readonly (readonly string[])[]): string[] {
	const width = Math.min(34, Math.max(...rows.map(([first = '']) => first.length)));
	return rows.map(([first = '', second = '']) =>
		first.length > width
			? `  ${first}\n  ${' '.repeat(width)}  ${second}`
			: `  ${first.padEnd(width)}  ${second}`,
	);
}

/** How a flag is written: `maxErrors` is `max-errors`. */
export function kebab(name: string): string {
	return name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
