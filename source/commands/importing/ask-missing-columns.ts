import {printable} from '../../format.ts';
import type {Field} from '../../ingest/mapping/fields.ts';
import {assertComplete, MissingColumnsError} from '../../ingest/missing-columns.ts';
import type {SurveyedSource} from '../../ingest/plan-import.ts';
import {surveySource} from '../../ingest/survey-source.ts';
import type {AskedUnderstanding} from '../../ingest/understand-table.ts';
import {askForColumn, canAsk} from './ask-for-column.ts';

/**
 * Asks for the columns that a source seems to lack, where there is somebody to ask.
 *
 * @returns the source as it is to be loaded
 * @throws SourceError where it lacks some still
 */
export async function askMissingColumns(
	source: SurveyedSource,
	asked: AskedUnderstanding,
): Promise<SurveyedSource> {
	const missing = missingColumnsOf(source);
	if (!missing) {
		return source;
	}
	if (!canAsk()) {
		throw missing;
	}
	console.error(`salesmon: ${printable(source.name)}: some columns are not clear.`);
	const known = source.apart?.asked ?? asked;
	const columns = {...known.columns, ...(await answersTo(missing))};
	const answered = {...known, columns};
	const complete = {
		...source,
		survey: await surveySource(source, answered),
		...(source.apart && {apart: {...source.apart, asked: answered}}),
	};
	assertComplete(complete.survey.tables[0]!.understanding);
	const flag = Object.entries(columns).map(([field, header]) => `${field}=${header}`);
	console.error(`salesmon: next time: --map "${printable(flag.join(','))}"`);
	return complete;
}

function missingColumnsOf({survey}: SurveyedSource): MissingColumnsError | undefined {
	const table = survey.tables[0]?.understanding;
	try {
		if (table) {
			assertComplete(table);
		}
		return undefined;
	} catch (error) {
		if (error instanceof MissingColumnsError) {
			return error;
		}
		throw error;
	}
}

async function answersTo({fields, header}: MissingColumnsError): Promise<Partial<Record<Field, string>>> {
	const columns: Partial<Record<Field, string>> = {};
	for (const field of fields) {
		const answer = await askForColumn(field, header);
		if (answer !== undefined) {
			columns[field] = answer;
		}
	}
	return columns;
}
