import process from 'node:process';
import type {Configuration} from '../configuration/configuration.ts';
import type {SettingValue} from '../configuration/setting.ts';
import {moneyToDecimal} from '../money.ts';
import {type Command, type Flags, type Given, UsageError} from './command-line/command.ts';
import {
	configurationPath,
	type EffectiveSetting,
	effectiveSetting,
	type LoadedConfiguration,
	loadConfiguration,
	problemText,
	type SettingOrigin,
} from './command-line/configured.ts';
import {exitCodes} from './command-line/exit-codes.ts';
import {type RowField, type RowFormat, rowFormats, rowsText} from './command-line/print-rows.ts';
import {settings} from './command-line/settings.ts';
import {liveScreenFlags} from './screen/screen-options.ts';
import {simulationFlags} from './simulating/simulation-options.ts';

const operations = ['path', 'show', 'check', 'schema'] as const;

const format = {
	type: 'string',
	choices: rowFormats,
	about: 'how to print what show and check find (table)',
} as const satisfies Flags[string];

const {mix: _, ...simulationSettings} = simulationFlags;

export const config: Command = {
	name: 'config',
	summary: 'Where the configuration file is, what is set and by whom, and whether the file is right',
	operands: operations.join('|'),
	flags: {...liveScreenFlags, ...simulationSettings, format},
	isUnconfigured: true,
	async run(given) {
		const [operation, ...others] = given.operands;
		if (others.length > 0 || !operations.some(name => name === operation)) {
			throw new UsageError(
				`config ${given.operands.join(' ')}: write salesmon config and one of ${operations.join(', ')}`,
			);
		}
		switch (operation) {
			case 'path':
				console.log(configurationPath(given, process.env));
				return 0;
			case 'schema': {
				const {configurationJsonSchema} = await import('../configuration/configuration-schema.ts');
				console.log(JSON.stringify(configurationJsonSchema(settings), undefined, '\t'));
				return 0;
			}
			case 'check':
				return check(given, await loadConfiguration(given, process.env));
			default:
				return show(given, await loadConfiguration(given, process.env));
		}
	},
};

function check(given: Given, {path, exists, problems}: LoadedConfiguration): number {
	if (given.text('format') === 'json') {
		console.log(JSON.stringify({file: path, exists, problems}));
	} else if (problems.length > 0) {
		console.log(problems.map(problem => problemText(path, problem)).join('\n'));
	} else if (!given.has('quiet')) {
		console.log(exists ? `${path} is right` : `there is no ${path}: everything is as by default`);
	}
	return problems.length > 0 ? exitCodes.notHolding : 0;
}

type ShownSetting = EffectiveSetting & {readonly name: string};

function show(given: Given, loaded: LoadedConfiguration): number {
	const all = Object.keys(settings).map(
		(name): ShownSetting => ({name, ...effectiveSetting(name, given, process.env, loaded)}),
	);
	const isSaid = (name: string | undefined) =>
		all.some(entry => entry.name === name && entry.value !== undefined);
	// Of two that say the same, the default of the one that nobody used would be a lie.
	const shown = all.filter(({name, value}) => value !== undefined || !isSaid(settings[name]!.insteadOf));
	const format = (given.text('format') ?? 'table') as RowFormat;
	console.log(
		format === 'json'
			? JSON.stringify(shownJson(shown, loaded))
			: rowsText(rowsOf(shown, loaded), fields, format),
	);
	for (const problem of loaded.problems) {
		console.error(`salesmon: ${problemText(loaded.path, problem)}`);
	}
	return loaded.problems.length > 0 ? exitCodes.notHolding : 0;
}

function shownJson(shown: readonly ShownSetting[], {path, exists, file}: LoadedConfiguration) {
	return {
		file: path,
		exists,
		settings: Object.fromEntries(
			shown.map(({name, value, origin}) => [name, {value: value ?? settings[name]!.fallback, origin}]),
		),
		...(file && sectionsJson(file.configuration)),
	};
}

/** Money as decimal strings. */
function sectionsJson({targets, goals, ...others}: Configuration) {
	return {
		...others,
		targets: targets.map(target => ({...target, revenue: moneyToDecimal(target.revenue)})),
		goals: goals.map(goal => (goal.of === 'revenue' ? {...goal, amount: moneyToDecimal(goal.amount)} : goal)),
	};
}

type Row = {readonly setting: string; readonly value: SettingValue; readonly from: string};

const fields: readonly RowField<Row>[] = [
	{name: 'setting', title: 'setting', kind: 'word', value: row => row.setting},
	{name: 'value', title: 'value', kind: 'word', value: row => row.value},
	{name: 'from', title: 'from', kind: 'word', value: row => row.from},
];

/** The settings, and how many entries each section of the file has. */
function rowsOf(shown: readonly ShownSetting[], {path, file, lineOf}: LoadedConfiguration): readonly Row[] {
	const sections = Object.entries(file?.configuration ?? {}).filter(
		([, entries]) => Object.keys(entries).length > 0,
	);
	return [
		...shown.map(({name, value, origin}) => ({
			setting: name,
			value: value ?? settings[name]!.fallback,
			from: originText(origin),
		})),
		...sections.map(([name, entries]) => ({
			setting: name,
			value: `${Object.keys(entries).length} given`,
			from: originText({by: 'file', file: path, line: lineOf(name) ?? 1}),
		})),
	];
}

function originText(origin: SettingOrigin): string {
	switch (origin.by) {
		case 'flag':
			return origin.flag;
		case 'environment':
			return origin.variable;
		case 'file':
			return `${origin.file}:${origin.line}`;
		case 'default':
			return 'default';
	}
}
