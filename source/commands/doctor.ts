import process from 'node:process';
import {printable} from '../format.ts';
import {shorten} from '../views/fit.ts';
import {type Command, type Given, UsageError} from './command-line/command.ts';
import {commonOptions} from './command-line/common-options.ts';
import {configured, loadConfiguration, problemText} from './command-line/configured.ts';
import {exitCodes} from './command-line/exit-codes.ts';
import {type RowField, type RowFormat, rowFormats, rowsText} from './command-line/print-rows.ts';
import {checkDatabase} from './doctor/check-database.ts';
import {checkTerminal} from './doctor/check-terminal.ts';
import type {Diagnosis} from './doctor/diagnosis.ts';
import {swatch} from './doctor/swatch.ts';
import {screenFlags, screenOptions} from './screen/screen-options.ts';

export const doctor: Command = {
	name: 'doctor',
	summary: 'What the terminal, the database and the configuration are, and what to do where one is wrong',
	flags: {
		color: screenFlags.color,
		theme: screenFlags.theme,
		ascii: screenFlags.ascii,
		format: {type: 'string', choices: rowFormats, about: 'how to print what was found (table)'},
	},
	isUnconfigured: true,
	async run(given) {
		const format = (given.text('format') ?? 'table') as RowFormat;
		const {diagnoses: aboutConfiguration, settled} = await checkConfiguration(given);
		const common = commonOptions(settled);
		const diagnoses: readonly Diagnosis[] = [
			{
				area: 'program',
				what: 'Node.js',
				value: `${process.version} on ${process.platform} ${process.arch}`,
				state: 'good',
			},
			...checkTerminal({
				environment: process.env,
				isTerminal: process.stdout.isTTY === true,
				columns: process.stdout.columns,
				rows: process.stdout.rows,
			}),
			...aboutConfiguration,
			...checkDatabase({file: common.database, locale: common.locale, now: Date.now()}),
		];
		console.log(
			format === 'table'
				? [...report(diagnoses, settled), '', ...swatch(screenOptions(settled).theme)].join('\n')
				: rowsText(diagnoses, fields, format),
		);
		return diagnoses.some(({state}) => state === 'bad') ? exitCodes.notHolding : 0;
	},
};

/** Where the configuration is wrong, the rest is looked at without it. */
async function checkConfiguration(given: Given): Promise<{diagnoses: readonly Diagnosis[]; settled: Given}> {
	const about = {area: 'configuration', what: 'file'} as const;
	try {
		const {path, exists, problems} = await loadConfiguration(given, process.env);
		const diagnoses: readonly Diagnosis[] =
			problems.length === 0
				? [{...about, value: exists ? path : `${path} (not there)`, state: 'good'}]
				: problems.map(problem => ({
						...about,
						value: path,
						state: 'bad',
						remedy: problemText(path, problem),
					}));
		if (problems.length > 0) {
			return {diagnoses, settled: given};
		}
		const settled = await configured(doctor, given, process.env);
		commonOptions(settled);
		screenOptions(settled);
		return {diagnoses, settled};
	} catch (error) {
		if (error instanceof UsageError) {
			return {
				diagnoses: [{...about, what: 'settings', value: 'wrong', state: 'bad', remedy: error.message}],
				settled: given,
			};
		}
		throw error;
	}
}

const fields: readonly RowField<Diagnosis>[] = [
	{name: 'area', title: 'area', kind: 'word', value: diagnosis => diagnosis.area},
	{name: 'what', title: 'what', kind: 'word', value: diagnosis => diagnosis.what},
	{name: 'state', title: 'state', kind: 'word', value: diagnosis => diagnosis.state},
	{name: 'value', title: 'value', kind: 'word', value: diagnosis => diagnosis.value},
	{name: 'remedy', title: 'remedy', kind: 'word', value: diagnosis => diagnosis.remedy},
];

/** A heading for each area, a line for each diagnosis, and below it what to do. */
function report(diagnoses: readonly Diagnosis[], settled: Given): readonly string[] {
	const {theme} = screenOptions(settled);
	const signs = {good: theme.good('ok  '), note: theme.news('note'), bad: theme.bad('BAD ')};
	return diagnoses.flatMap(({area, what, value, state, remedy}, index) => [
		...(diagnoses[index - 1]?.area === area ? [] : [theme.title(area)]),
		`  ${signs[state]}  ${what.padEnd(10)}  ${shorten(value, 400, theme.glyphs.ellipsis)}`,
		...(remedy === undefined ? [] : [`        ${theme.glyphs.arrow} ${printable(remedy)}`]),
	]);
}
