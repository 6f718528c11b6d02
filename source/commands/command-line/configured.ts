import {existsSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';
import {emptyConfiguration} from '../../configuration/configuration.ts';
import type {ConfigurationProblem, ReadConfiguration} from '../../configuration/read-configuration.ts';
import {complaintAbout, type Setting, type SettingValue, variableOf} from '../../configuration/setting.ts';
import {messageOf} from '../../message-of.ts';
import {type Command, type Flags, type Given, UsageError} from './command.ts';
import {commonFlags} from './common-options.ts';
import {complaintsAbout} from './configuration-complaints.ts';
import {kebab} from './parse-command-line.ts';
import {settings} from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Who says what a setting is; of those who speak the first in this order counts. */
export type SettingOrigin =
	| {readonly by: 'flag'; readonly flag: string}
	| {readonly by: 'environment'; readonly variable: string}
	| {readonly by: 'file'; readonly file: string; readonly line: number}
	| {readonly by: 'default'};

export type EffectiveSetting = {
	/** Absent where nobody says anything. */
	readonly value: SettingValue | undefined;
	readonly origin: SettingOrigin;
};

/** A configuration file that was read, or that is not there. */
export type LoadedConfiguration = ReadConfiguration & {
	readonly file: ReadConfiguration['file'];
	readonly path: string;
	readonly exists: boolean;
};

const none: ReadConfiguration = {problems: [], file: undefined, lineOf: () => undefined};

/** Where the configuration file is: named by `--config` or SALESMON_CONFIG, or by the platform's convention. */
export function configurationPath(given: Given, environment: Environment): string {
	const named = given.own('config') ?? (environment.SALESMON_CONFIG || undefined);
	return typeof named === 'string' ? path.resolve(named) : defaultPath();
}

function defaultPath(): string {
	return path.join(envPaths('salesmon', {suffix: ''}).config, 'config.json');
}

/** @throws UsageError when a file was named and cannot be read */
export async function loadConfiguration(
	given: Given,
	environment: Environment,
): Promise<LoadedConfiguration> {
	const file = configurationPath(given, environment);
	const isNamed = given.own('config') !== undefined || Boolean(environment.SALESMON_CONFIG);
	if (!isNamed && !existsSync(file)) {
		return {...none, path: file, exists: false};
	}
	// Of use only to those who have a file, and it takes a while to load.
	const {readConfiguration} = await import('../../configuration/read-configuration.ts');
	return {
		...readConfiguration(contentOf(file, isNamed), settings, complaintsAbout),
		path: file,
		exists: true,
	};
}

function contentOf(file: string, isNamed: boolean): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		const reason = messageOf(error);
		const remedy = isNamed ? '; name another by --config or SALESMON_CONFIG' : '';
		throw new UsageError(`cannot read the configuration ${file}: ${reason}${remedy}`, {cause: error});
	}
}

/** `FILE:LINE: what is wrong` */
export function problemText(file: string, {line, message}: ConfigurationProblem): string {
	return `${file}:${line}: ${message}`;
}

/**
 * Puts the environment and the configuration file beneath a command line.
 *
 * @throws UsageError that names the file, the line, the value and the remedy
 */
export async function configured(command: Command, given: Given, environment: Environment): Promise<Given> {
	const loaded = await loadConfiguration(given, environment);
	const [problem, ...others] = loaded.problems;
	if (problem) {
		const more = others.length === 0 ? '' : ` (and ${others.length} more: salesmon config check lists them)`;
		throw new UsageError(`${problemText(loaded.path, problem)}${more}`);
	}
	const flags: Flags = {...command.flags, ...commonFlags};
	// Another command's flag of the same name may mean something else.
	const value = (flag: string) =>
		flags[flag]?.setting ? effectiveSetting(flag, given, environment, loaded).value : given.own(flag);
	return {
		...given,
		text(flag) {
			const effective = value(flag);
			return typeof effective === 'string' ? effective : undefined;
		},
		has: flag => value(flag) === true,
		configuration: loaded.file?.configuration ?? emptyConfiguration,
		configurationFile: loaded.path,
		reread: () => configured(command, given, environment),
	};
}

/**
 * What a setting is, and who says so.
 *
 * @throws UsageError that names the variable whose value cannot be
 */
export function effectiveSetting(
	name: string,
	given: Given,
	environment: Environment,
	{file, lineOf, path: filePath}: LoadedConfiguration,
): EffectiveSetting {
	const setting = settings[name]!;
	const other = setting.insteadOf;
	const onLine = given.own(name);
	if (onLine !== undefined) {
		return {value: onLine, origin: {by: 'flag', flag: `--${onLine === false ? 'no-' : ''}${kebab(name)}`}};
	}
	// Whoever says the same in another way at a higher place is heard instead.
	if (other !== undefined && given.own(other) !== undefined) {
		return silent;
	}
	const variable = variableOf(name);
	const text = environment[variable];
	if (text) {
		return {value: variableValue(setting, variable, text), origin: {by: 'environment', variable}};
	}
	if (other !== undefined && environment[variableOf(other)]) {
		return silent;
	}
	const inFile = file?.values.get(name);
	return inFile === undefined
		? silent
		: {
				value: setting.isPath ? fromFolderOf(filePath, String(inFile)) : inFile,
				origin: {by: 'file', file: filePath, line: lineOf(name) ?? 1},
			};
}

const silent: EffectiveSetting = {value: undefined, origin: {by: 'default'}};

const yes = ['1', 'true', 'yes', 'on'];
const no = ['0', 'false', 'no', 'off'];

function variableValue(setting: Setting, variable: string, text: string): SettingValue {
	if (setting.type === 'boolean') {
		if (![...yes, ...no].includes(text.toLowerCase())) {
			throw new UsageError(`${variable}=${text}: write 1 or 0, true or false`);
		}
		return yes.includes(text.toLowerCase());
	}
	const complaint = complaintAbout(setting, text);
	if (complaint !== undefined) {
		throw new UsageError(`${variable}=${text}: ${complaint}`);
	}
	return text;
}

/** `~` is the reader's own folder, as in a shell. */
function fromFolderOf(file: string, named: string): string {
	return path.resolve(path.dirname(file), named.replace(/^~(?=\/|\\|$)/, homedir()));
}
