import type {TableReading} from '../formats/table.ts';
import {EmptySourceError} from '../source-error.ts';
import {surveyTable, type TableSurvey} from './survey-table.ts';
import type {AskedUnderstanding} from './table-understanding.ts';

/** A source that can be read from its beginning more than once. */
export type SalesSource = {
	/** As it is named in messages. */
	readonly name: string;
	readonly open: () => Promise<TableReading>;
};

/** What the beginning of a source shows. */
export type SourceSurvey = Pick<TableReading, 'format' | 'delimiter'> & {
	/** In order; of a text only the first, the others come up as it is read. */
	readonly tables: readonly TableSurvey[];
	/** Of a workbook, where nobody said which sheet to read. */
	readonly sheets?: SheetChoice;
};

/** Which sheet of a workbook is read, and which are not. */
export type SheetChoice = {
	readonly read: string;
	/** Whose columns mean the same, which are sources of their own beside it. */
	readonly alike: readonly string[];
	/** Those that it refers to, or that refer to it. */
	readonly linked: readonly string[];
	readonly others: readonly string[];
	/** The first was passed over, because it holds no table that can be loaded. */
	readonly isChosen: boolean;
};

/** @throws SourceError that names the source and says why nothing in it can be read */
export async function surveySource(
	{name, open}: SalesSource,
	asked: AskedUnderstanding,
): Promise<SourceSurvey> {
	const {format, delimiter, tables, sheets} = await open();
	const surveys: TableSurvey[] = [];
	let read: string | undefined;
	const isText = delimiter !== undefined;
	for await (const table of tables) {
		read ??= table.name;
		surveys.push(await surveyTable(tableName(name, table.name), table, asked, delimiter));
		if (isText) {
			break;
		}
	}
	if (surveys.length === 0) {
		throw new EmptySourceError(`${name} is empty: there are only separators in it`);
	}
	const choice = sheets &&
		read !== undefined && {
			read,
			alike: [],
			linked: [],
			others: sheets.filter(sheet => sheet !== read),
			isChosen: false,
		};
	return {format, delimiter, tables: surveys, ...(choice && {sheets: choice})};
}

/** What people are told of a table: `sales.xlsx (March)`. */
export function tableName(source: string, table: string | undefined): string {
	return table === undefined || source.endsWith(` (${table})`) ? source : `${source} (${table})`;
}
