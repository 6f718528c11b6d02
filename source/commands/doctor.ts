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
import type {Finding} from './doctor/finding.ts';
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
		const {findings: aboutConfiguration, settled} = await checkConfiguration(given);
		const common = commonOptions(settled);
		const findings: readonly Finding[] = [
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
				? [...report(findings, settled), '', ...swatch(screenOptions(settled).theme)].join('\n')
				: rowsText(findings, fields, format),
		);
		return findings.some(({state}) => state === 'bad') ? exitCodes.notHolding : 0;
	},
};

/** Where the configuration is wrong, the rest is looked at without it. */
async function checkConfiguration(given: Given): Promise<{findings: readonly Finding[]; settled: Given}> {
	const about = {area: 'configuration', what: 'file'} as const;
	try {
		const {path, exists, problems} = await loadConfiguration(given, process.env);
		const findings: readonly Finding[] =
			problems.length === 0
				? [{...about, value: exists ? path : `${path} (not there)`, state: 'good'}]
				: problems.map(problem => ({
						...about,
						value: path,
						state: 'bad',
						remedy: problemText(path, problem),
					}));
		if (problems.length > 0) {
			return {findings, settled: given};
		}
		const settled = await configured(doctor, given, process.env);
		commonOptions(settled);
		screenOptions(settled);
		return {findings, settled};
	} catch (error) {
		if (error instanceof UsageError) {
			return {
				findings: [{...about, what: 'settings', value: 'wrong', state: 'bad', remedy: error.message}],
				settled: given,
			};
		}
		throw error;
	}
}

const fields: readonly RowField<Finding>[] = [
	{name: 'area', title: 'area', kind: 'word', value: finding => finding.area},
	{name: 'what', title: 'what', kind: 'word', value: finding => finding.what},
	{name: 'state', title: 'state', kind: 'word', value: finding => finding.state},
	{name: 'value', title: 'value', kind: 'word', value: finding => finding.value},
	{name: 'remedy', title: 'remedy', kind: 'word', value: finding => finding.remedy},
];

/** A heading for each area, a line for each finding, and below it what to do. */
function report(findings: readonly Finding[], settled: Given): readonly string[] {
	const {theme} = screenOptions(settled);
	const signs = {good: theme.good('ok  '), note: theme.news('note'), bad: theme.bad('BAD ')};
	return findings.flatMap(({area, what, value, state, remedy}, index) => [
		...(findings[index - 1]?.area === area ? [] : [theme.title(area)]),
		`  ${signs[state]}  ${what.padEnd(10)}  ${shorten(value, 400, theme.glyphs.ellipsis)}`,
		...(remedy === undefined ? [] : [`        ${theme.glyphs.arrow} ${printable(remedy)}`]),
	]);
}
