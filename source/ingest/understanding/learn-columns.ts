import type {Table, TableReading} from '../formats/table.ts';
import {underHeader} from '../formats/under-header.ts';
import {SourceError} from '../source-error.ts';
import {mappingOf} from './mapping-of.ts';
import {type SalesSource, type SourceSurvey, surveySource} from './survey-source.ts';
import type {TableSurvey} from './survey-table.ts';
import type {AskedUnderstanding} from './table-understanding.ts';

/** Where every record has keys of its own, such as ids, they teach nothing after so many times. */
const mostLearnt = 20;

/** A text, and how it is to be understood. */
export type UnderstoodText = Pick<SalesSource, 'open'> & {readonly survey: SourceSurvey};

/**
 * Understands texts that come one after another as the first one shows. Records of JSON are read by their
 * keys. A key that comes up later is understood together with the records that came before it, and left out
 * where these would have to be understood in another way then.
 */
export function columnLearner(
	name: string,
	openText: (text: string) => Promise<TableReading>,
	asked: AskedUnderstanding,
): (text: string) => Promise<UnderstoodText> {
	let survey: SourceSurvey | undefined;
	/** The texts that brought keys which are understood. */
	let telling = '';
	let learnt = 0;
	const keys = new Set<string>();

	const remember = (names: readonly string[]) => {
		for (const name of names) {
			keys.add(name);
		}
	};

	const understoodWith = async (text: string, before: SourceSurvey): Promise<SourceSurvey> => {
		const together = `${text}\n${telling}`;
		const after = await surveyIfAny({name, open: () => openText(together)}, asked);
		if (!after || !isExtended(mainOf(before), mainOf(after))) {
			return before;
		}
		telling = together;
		return {...before, tables: [mainOf(after)]};
	};

	return async text => {
		const {tables, ...reading} = await openText(text);
		const read = await readThrough(tables);
		const opening = (some: AsyncIterable<Table>) => () => Promise.resolve({...reading, tables: some});
		const names = read.flatMap(({header}) => header);
		if (survey === undefined) {
			survey = await surveySource({name, open: opening(again(read))}, asked);
			telling = text;
			remember(names);
			return {survey, open: opening(again(read))};
		}
		if (reading.delimiter !== undefined) {
			return {survey, open: opening(again(read))};
		}
		if (survey.format === 'ndjson' && learnt < mostLearnt && names.some(key => !keys.has(key))) {
			learnt++;
			remember(names);
			survey = await understoodWith(text, survey);
		}
		const main = mainOf(survey);
		return {
			survey: {...survey, tables: [main]},
			open: opening(underHeader(again(read), main.understanding.header)),
		};
	};
}

async function surveyIfAny(
	source: SalesSource,
	asked: AskedUnderstanding,
): Promise<SourceSurvey | undefined> {
	try {
		return await surveySource(source, asked);
	} catch (error) {
		if (error instanceof SourceError) {
			return undefined;
		}
		throw error;
	}
}

function mainOf({tables}: SourceSurvey): TableSurvey {
	return tables.find(({understanding}) => understanding.shape === 'sales') ?? tables[0]!;
}

/** Whether all columns are still taken for what they were. */
function isExtended(before: TableSurvey, after: TableSurvey): boolean {
	const now = mappingOf(after.understanding);
	return (
		after.understanding.shape === before.understanding.shape &&
		Object.entries(mappingOf(before.understanding)).every(
			([field, column]) => now[field as keyof typeof now] === column,
		)
	);
}

/** The tables of a text that is short enough to be held. */
async function readThrough(tables: AsyncIterable<Table>) {
	const read = [];
	for await (const {records, ...table} of tables) {
		const all = [];
		for await (const some of records) {
			all.push(some);
		}
		read.push({...table, records: all});
	}
	return read;
}

async function* again(read: Awaited<ReturnType<typeof readThrough>>): AsyncGenerator<Table> {
	for (const {records, ...table} of read) {
		yield {...table, records: inOrder(records)};
	}
}

async function* inOrder<Item>(items: readonly Item[]): AsyncGenerator<Item> {
	yield* items;
}
