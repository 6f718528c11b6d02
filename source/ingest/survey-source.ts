import type {TableReading} from './formats/table.ts';
import {surveyTable, type TableSurvey} from './survey-table.ts';
import type {Asked} from './understand-table.ts';

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
};

/** @throws SourceError that names the source and says why nothing in it can be read */
export async function surveySource({name, open}: SalesSource, asked: Asked): Promise<SourceSurvey> {
	const {format, delimiter, tables} = await open();
	const surveys: TableSurvey[] = [];
	const isText = delimiter !== undefined;
	for await (const table of tables) {
		surveys.push(await surveyTable(tableName(name, table.name), table, asked, delimiter));
		if (isText) {
			break;
		}
	}
	return {format, delimiter, tables: surveys};
}

export function tableName(source: string, table: string | undefined): string {
	return table === undefined ? source : `${source} (${table})`;
}
