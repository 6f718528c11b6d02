import type {Zone} from '../business-time.ts';
import {withoutDiscountLines} from './discounts/discount-lines.ts';
import {type DiscountedRows, discountedRows} from './discounts/discounted-rows.ts';
import type {Table, TableReading, TableRecord} from './formats/table.ts';
import type {LinkedTables} from './linking/linked-tables.ts';
import {sampleTable} from './mapping/column-sample.ts';
import type {Field} from './mapping/fields.ts';
import {isSameHeader} from './mapping/header-key.ts';
import {takesRefunds} from './refunds/refund-rule.ts';
import {refundedRows} from './refunds/refunded-rows.ts';
import {reasons} from './rows/reasons.ts';
import {createRowReader, type RowReader} from './rows/row-reader.ts';
import type {SalesRow} from './rows/sales-row.ts';
import {decisionsOf} from './understanding/decisions/decisions.ts';
import {type LaterTables, laterTables} from './understanding/later-tables.ts';
import {mappingOf} from './understanding/mapping-of.ts';
import {assertComplete} from './understanding/missing-columns.ts';
import {type SalesSource, surveySource, tableName} from './understanding/survey-source.ts';
import type {TableSurvey} from './understanding/survey-table.ts';
import type {AskedUnderstanding, TableUnderstanding} from './understanding/table-understanding.ts';
import {understandTable} from './understanding/understand-table.ts';
import {besideOf, type Writing, writingOf} from './understanding/writing.ts';

/** What was decided about a source. */
export type SalesUnderstanding = Omit<TableReading, 'tables'> & {
	/** Which column was taken for which field. */
	readonly mapping: Readonly<Partial<Record<Field, string>>>;
	/** What else was decided, in sentences. */
	readonly decisions: readonly string[];
	/** What was decided about tables further down in it; sure once all is read. */
	readonly laterDecisions: () => readonly string[];
	/** The currency that the source names, if it does; ISO 4217. */
	readonly currency: string | undefined;
	readonly header: readonly string[];
	readonly writing: Writing;
};

export type SalesRows = SalesUnderstanding & {
	/**
	 * Every row, in order, as they are asked for; only once. A row that is not kept is gone at once, which
	 * is why they do not come in lists.
	 */
	readonly rows: AsyncIterable<Iterable<SalesRow>>;
};

/** How the tables are written that the beginning of a source shows. */
export type KnownTables = {readonly tables: readonly Pick<TableSurvey, 'understanding'>[]};

export type RowsOptions = {
	readonly asked?: AskedUnderstanding;
	/** The tables that the rows refer to, where they are not whole sales. */
	readonly links?: LinkedTables | undefined;
	/** What was found out about the source before. */
	readonly survey?: KnownTables | undefined;
};

/**
 * Decides what the columns of a source hold and how they are written, then reads its rows to the end
 * in bounded memory.
 *
 * @throws SourceError that names the source and says why nothing in it can be imported
 */
export async function readRows(
	source: SalesSource,
	zone: Zone,
	{asked = {}, links, survey: known}: RowsOptions = {},
): Promise<SalesRows> {
	const survey: KnownTables = known ?? (await surveySource(source, asked));
	const wanted = links ? 'lines' : 'sales';
	const first = survey.tables.find(({understanding}) => understanding.shape === wanted) ?? survey.tables[0]!;
	const main = first.understanding;
	if (!links) {
		assertComplete(main);
	}
	const reading = await source.open();
	const later = laterTables();
	return {
		format: reading.format,
		delimiter: reading.delimiter,
		encoding: reading.encoding,
		share: reading.share,
		mapping: mappingOf(main),
		decisions: decisionsOf(main),
		laterDecisions: later.decisions,
		currency: main.currency,
		header: main.header,
		writing: writingOf(main),
		rows: rowsOf(source.name, reading, survey, asked, zone, later, links),
	};
}

async function* rowsOf(
	name: string,
	{tables}: TableReading,
	survey: KnownTables,
	asked: AskedUnderstanding,
	zone: Zone,
	later: LaterTables,
	links: LinkedTables | undefined,
): AsyncGenerator<Iterable<SalesRow>> {
	let index = 0;
	for await (const table of tables) {
		const known = survey.tables[index++]?.understanding;
		if (known) {
			const isWanted = links
				? known.shape === 'lines'
				: known.shape === 'sales' || survey.tables.length === 1;
			if (isWanted) {
				yield* readAll(table.records, rowsReader(known, zone, links));
			}
			continue;
		}
		const first = survey.tables[0]!.understanding;
		if (isSameHeader(table.header, first.header)) {
			later.note(table.name ?? name, 'same');
			yield* readAll(table.records, rowsReader(first, zone, links));
		} else {
			yield* rowsOfLaterTable(name, table, first, asked, zone, later);
		}
	}
}

/**
 * A text may hold several tables one after another: what is no sales is rejected, and told.
 *
 * @param first of the tables, which is written alike
 */
async function* rowsOfLaterTable(
	name: string,
	table: Table,
	first: TableUnderstanding,
	asked: AskedUnderstanding,
	zone: Zone,
	later: LaterTables,
): AsyncGenerator<Iterable<SalesRow>> {
	const rest = table.records[Symbol.asyncIterator]();
	const sample = await sampleTable(table.header, rest);
	const shown = besideOf([first]);
	const beside = {
		dateOrder: shown.dateOrder ?? asked.beside?.dateOrder,
		decimalMark: shown.decimalMark ?? asked.beside?.decimalMark,
	};
	const found = understandTable(tableName(name, table.name), sample, {...asked, beside}, first.delimiter);
	later.note(table.name ?? name, found.shape === 'sales' ? found : 'none');
	const reader =
		found.shape === 'sales'
			? rowsReader(found, zone)
			: each(({line, raw, place}) => ({
					lineNumber: line,
					field: undefined,
					reason: reasons.strayTable,
					value: undefined,
					raw,
					amount: 0,
					place,
				}));
	yield reader.read(sample.records);
	yield* readAll({[Symbol.asyncIterator]: () => rest}, reader);
}

/** The discount of an order, and what was given back of it, are known once all of its rows are. */
function rowsReader(table: TableUnderstanding, zone: Zone, links?: LinkedTables): DiscountedRows {
	const readRow = createRowReader(table, zone, links);
	const isDue = table.orderDiscount !== undefined && table.orderDiscount.is !== 'taken';
	const discounted =
		isDue || table.isTotalShared || links?.hasDiscounts
			? discountedRows(table, readRow, links)
			: each(readRow);
	const rows = table.hasDiscountLines && !links ? withoutDiscountLines(table, discounted) : discounted;
	const hasRefunds = links ? links.hasRefunds : takesRefunds(table.refunds);
	return hasRefunds && table.columns.rejectedRow === undefined
		? refundedRows(table, rows, zone, links)
		: rows;
}

function each(readRow: RowReader): DiscountedRows {
	return {
		*read(records) {
			for (const record of records) {
				yield readRow(record);
			}
		},
		end: () => [],
	};
}

async function* readAll(
	records: AsyncIterable<readonly TableRecord[]>,
	{read, end}: DiscountedRows,
): AsyncGenerator<Iterable<SalesRow>> {
	for await (const some of records) {
		yield read(some);
	}
	yield end();
}
