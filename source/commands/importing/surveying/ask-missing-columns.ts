import {printable} from '../../../format.ts';
import type {SurveyedSource} from '../../../ingest/linking/plan-import.ts';
import type {Field} from '../../../ingest/mapping/fields.ts';
import {assertComplete, MissingColumnsError} from '../../../ingest/understanding/missing-columns.ts';
import {surveySource} from '../../../ingest/understanding/survey-source.ts';
import type {AskedUnderstanding} from '../../../ingest/understanding/table-understanding.ts';
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
	let columns = {...known.columns, ...(await answersTo(missing))};
	let complete = await surveyedAnew(source, {...known, columns});
	if (!missing.fields.includes('quantity') && mayCountUnits(complete)) {
		// The price and the total that were missing may have shown it, and else nobody but whoever answers knows.
		columns = {...columns, ...(await answersTo({fields: ['quantity'], header: missing.header}))};
		complete = await surveyedAnew(source, {...known, columns});
	}
	assertComplete(complete.survey.tables[0]!.understanding);
	const flag = Object.entries(columns).map(([field, header]) => `${field}=${header}`);
	console.error(`salesmon: next time: --map "${printable(flag.join(','))}"`);
	return complete;
}

async function surveyedAnew(source: SurveyedSource, asked: AskedUnderstanding): Promise<SurveyedSource> {
	return {
		...source,
		survey: await surveySource(source, asked),
		...(source.apart && {apart: {...source.apart, asked}}),
	};
}

/** Whether no column counts the units and one of numbers is left that may. */
function mayCountUnits({survey}: SurveyedSource): boolean {
	const {columns, matches, samples} = survey.tables[0]!.understanding;
	const taken = new Set(matches.map(({place}) => place));
	return (
		columns.quantity === undefined &&
		samples.some(
			({place, numbers, present}) =>
				!taken.has(place) && present.length > 0 && numbers.numbers === present.length,
		)
	);
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

async function answersTo({
	fields,
	header,
}: Pick<MissingColumnsError, 'fields' | 'header'>): Promise<Partial<Record<Field, string>>> {
	const columns: Partial<Record<Field, string>> = {};
	for (const field of fields) {
		const answer = await askForColumn(field, header);
		if (answer !== undefined) {
			columns[field] = answer;
		}
	}
	return columns;
}
