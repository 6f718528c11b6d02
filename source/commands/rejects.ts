import {writeFileSync} from 'node:fs';
import Papa from 'papaparse';
import type {Formats} from '../format.ts';
import {splitRawRow} from '../ingest/rows/split-raw-row.ts';
import {moneyToDecimal} from '../money.ts';
import {
	type KeptRejectedRow,
	rejectedRows,
	type SourceLayout,
} from '../store/importing/rejected/rejected-rows.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {commonOptions, formatsFor} from './command-line/common-options.ts';
import {type RowField, type RowFormat, rowFormats, rowsText} from './command-line/print-rows.ts';
import {wholeNumber} from './command-line/whole-number.ts';
import {writingOut} from './command-line/writing-out.ts';

const defaultLimit = 100;

export const rejects: Command = {
	name: 'rejects',
	summary:
		'The rows that import could not load, each with its reason; as CSV to be corrected and imported again',
	flags: {
		reason: {type: 'string', value: 'TEXT', about: 'only those whose reason holds this text, such as date'},
		source: {type: 'string', value: 'TEXT', about: 'only those of sources whose path or address holds this'},
		limit: {type: 'string', value: 'N', about: `how many (${defaultLimit}, in a file all)`},
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
		out: {
			type: 'string',
			value: 'FILE',
			about: 'write them there as CSV under the columns of their source, to be corrected and imported',
		},
	},
	async run(given) {
		const common = commonOptions(given);
		const filter = {reason: given.text('reason'), source: given.text('source')};
		const out = given.text('out');
		const limit =
			wholeNumber(given, 'limit', {example: defaultLimit}) ??
			(out === undefined ? defaultLimit : Number.MAX_SAFE_INTEGER);
		// The parser has let only these names through.
		const format = (given.text('format') ?? 'table') as RowFormat;
		const store = openStoreToRead(common.database);
		try {
			const questions = rejectedRows(store.db);
			const rows = questions.list(filter, limit);
			const all = questions.count(filter);
			const tell = (message: string) => {
				if (!common.isQuiet) {
					console.error(`salesmon: ${message}`);
				}
			};
			if (out !== undefined) {
				const text = correctable(rows, layoutsOf(rows, questions.layoutOf));
				writingOut(out, () => writeFileSync(out, text));
				tell(
					`${rows.length === 1 ? '1 row is' : `${rows.length} rows are`} in ${out}: correct them, then salesmon import ${out} --db ${common.database}`,
				);
				return 0;
			}
			if (all === 0 && format === 'table') {
				tell('no rejected rows are waiting to be corrected');
				return 0;
			}
			const hasPlaces = format !== 'table' || rows.some(({place}) => place !== null);
			const fields = fieldsFor(formatsFor(common, store)).filter(({name}) => hasPlaces || name !== 'place');
			console.log(rowsText(rows, fields, format));
			if (rows.length < all) {
				tell(`${rows.length} of ${all} rows; --limit ${all} shows all of them`);
			}
			return 0;
		} finally {
			store.close();
		}
	},
};

function fieldsFor({money}: Formats): readonly RowField<KeptRejectedRow>[] {
	return [
		{name: 'id', title: 'row', value: ({id}) => id},
		{name: 'source', title: 'source', kind: 'name', rank: 4, value: ({origin}) => origin},
		{name: 'line', title: 'line', value: ({lineNumber}) => lineNumber},
		{name: 'place', title: 'place', kind: 'word', rank: 2, value: ({place}) => place ?? undefined},
		{name: 'reason', title: 'reason', kind: 'word', value: ({reason}) => reason},
		{name: 'field', title: 'field', kind: 'word', rank: 3, value: ({field}) => field ?? undefined},
		{name: 'value', title: 'value', kind: 'name', rank: 1, value: ({value}) => value ?? undefined},
		{
			name: 'amount',
			title: 'amount',
			rank: 2,
			value: ({amount}) => moneyToDecimal(amount),
			text: ({amount}) => money(amount),
		},
		{name: 'raw', title: 'as it is', kind: 'name', rank: 5, value: ({raw}) => raw},
	];
}

/** The columns of every import among the rows. */
function layoutsOf(rows: readonly KeptRejectedRow[], layoutOf: (importId: number) => SourceLayout) {
	const layouts = new Map(
		[...new Set(rows.map(({importId}) => importId))].map(id => [id, layoutOf(id)] as const),
	);
	const headers = new Set([...layouts.values()].map(({header}) => withoutOwn(header, header).join('\0')));
	if (headers.size > 1) {
		const sources = [...new Set(rows.map(({origin}) => origin))];
		throw new UsageError(
			`--out: the rejected rows come from sources with different columns; choose one with --source: ${sources.join(', ')}`,
		);
	}
	return layouts;
}

/** A CSV under the columns of the source, with the row's number, which takes it off the list once it is loaded. */
function correctable(rows: readonly KeptRejectedRow[], layouts: ReadonlyMap<number, SourceLayout>): string {
	const header = [...layouts.values()][0]?.header ?? [];
	const values = rows.map(({id, reason, raw, importId}) => {
		const {header: names, delimiter} = layouts.get(importId)!;
		return [id, reason, ...withoutOwn(splitRawRow(raw, names, delimiter), names)];
	});
	// Not as fields and data, of which values beyond the last field are left out.
	return `${Papa.unparse([[...ownColumns, ...withoutOwn(header, header)], ...values], {newline: '\n'})}\n`;
}

/** The columns that stand before those of the source. */
const ownColumns = ['rejected row', 'rejected because'];

/** A row that was corrected in vain has them already. */
function withoutOwn(values: readonly string[], header: readonly string[]): readonly string[] {
	return ownColumns.every((name, place) => header[place] === name) ? values.slice(ownColumns.length) : values;
}
