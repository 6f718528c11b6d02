import {type Formats, printable} from '../format.ts';
import {type KeptResult, type KeptResultHead, keptResults} from '../store/analysis-results.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {reproducingCommand} from './analyses/reproducing-command.ts';
import {type Command, type Given, UsageError} from './command-line/command.ts';
import {commonOptions, formatsFor, maskFlag} from './command-line/common-options.ts';
import {maskKept} from './command-line/mask-printed.ts';
import {type RowField, type RowFormat, rowFormats, rowsText} from './command-line/print-rows.ts';
import {wholeNumber} from './command-line/whole-number.ts';

const rowsListed = 50;

export const results: Command = {
	name: 'results',
	summary:
		'The results of analyses that are kept, the last first; by its id one of them with what makes it again',
	operands: '[ID]',
	flags: {
		what: {type: 'string', value: 'WHAT', about: 'only those of one analysis, such as forecast'},
		limit: {type: 'string', value: 'N', about: `how many to list (${rowsListed})`},
		mask: maskFlag,
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
	},
	async run(given) {
		const common = commonOptions(given);
		const id = parseId(given.operands);
		const limit = wholeNumber(given, 'limit', {example: rowsListed}) ?? rowsListed;
		const format = (given.text('format') ?? 'table') as RowFormat;
		const store = openStoreToRead(common.database);
		try {
			const kept = keptResults(store.db);
			const formats = formatsFor(common, store);
			if (id === undefined) {
				const rows = kept.list(limit, given.text('what'));
				console.log(
					rows.length === 0 && (format === 'table' || format === 'md')
						? 'No results are kept: salesmon analyse makes some'
						: rowsText(rows, fieldsOf(formats), format),
				);
				return 0;
			}
			const result = kept.find(id);
			if (!result) {
				throw new Error(
					`no result ${id} is kept in ${common.database}: salesmon results lists those there are`,
				);
			}
			const shown = common.isMasked ? masked(result) : result;
			printOne(shown, common.database, formats, given);
			return 0;
		} finally {
			store.close();
		}
	},
};

/** Without money and names, also in the command that makes it again. */
function masked(result: KeptResult): KeptResult {
	return {
		...result,
		inputs: maskKept(result.inputs) as KeptResult['inputs'],
		result: maskKept(result.result),
	};
}

function parseId([text, ...others]: readonly string[]): number | undefined {
	if (others.length > 0) {
		throw new UsageError(`what should "${others[0]}" do here? salesmon results takes one id`);
	}
	if (text !== undefined && !/^\d{1,15}$/.test(text)) {
		throw new UsageError(`"${text}" is no id: salesmon results lists them`);
	}
	return text === undefined ? undefined : Number(text);
}

function fieldsOf(formats: Formats): readonly RowField<KeptResultHead>[] {
	const moment = (utcMs: number) => `${formats.fullDate(utcMs)} ${formats.clock(utcMs)}`;
	return [
		{name: 'id', title: 'id', value: ({resultId}) => resultId},
		{name: 'what', title: 'what', kind: 'word', value: ({what}) => what},
		{name: 'subject', title: 'subject', kind: 'word', rank: 1, value: ({subject}) => subject},
		{
			name: 'madeAt',
			title: 'made',
			kind: 'word',
			rank: 1,
			value: ({madeAt}) => iso(madeAt),
			text: ({madeAt}) => moment(madeAt),
		},
		{
			name: 'asOf',
			title: 'as of',
			kind: 'word',
			value: ({asOf}) => iso(asOf),
			text: ({asOf}) => moment(asOf),
		},
		{
			name: 'spanFrom',
			title: 'from',
			kind: 'word',
			rank: 3,
			value: ({span}) => span && iso(span.from),
			text: ({span}) => (span ? formats.fullDate(span.from) : '-'),
		},
		{
			name: 'spanTo',
			title: 'up to',
			kind: 'word',
			rank: 3,
			value: ({span}) => span && iso(span.to),
			text: ({span}) => (span ? formats.fullDate(span.to - 1) : '-'),
		},
		{name: 'model', title: 'model', kind: 'word', rank: 2, value: ({model}) => model},
		{
			name: 'elapsedMs',
			title: 'took',
			rank: 4,
			value: ({elapsedMs}) => elapsedMs,
			text: ({elapsedMs}) => `${(elapsedMs / 1000).toFixed(1)} s`,
		},
	];
}

function printOne(result: KeptResult, database: string, formats: Formats, given: Given): void {
	const command = reproducingCommand(result, database);
	const format = given.text('format') ?? 'table';
	if (format === 'json' || format === 'ndjson') {
		const {inputs, result: found, ...head} = result;
		const fields = Object.fromEntries(fieldsOf(formats).map(({name, value}) => [name, value(head) ?? null]));
		console.log(JSON.stringify({...fields, command, inputs, result: found}));
		return;
	}
	if (format === 'csv') {
		throw new UsageError('--format csv: one result is no table; choose table, md or json');
	}
	// It may quote what the database holds.
	const found = JSON.stringify(result.result, undefined, 2).split('\n').map(printable);
	console.log(
		[
			rowsText([result], fieldsOf(formats), format as RowFormat),
			'',
			`Again: ${printable(command)}`,
			'',
			...(format === 'md' ? ['```json', ...found, '```'] : found),
		].join('\n'),
	);
}

function iso(utcMs: number): string {
	return new Date(utcMs).toISOString();
}
