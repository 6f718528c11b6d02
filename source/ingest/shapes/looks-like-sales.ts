import type {SurveyedSource} from '../linking/plan-import.ts';
import {isOfDates, isOfNumbers} from '../mapping/column-sample.ts';

/** Whether somebody who gives such a source means its rows to be loaded: it has dates, and numbers beside them. */
export function looksLikeSales({survey}: SurveyedSource): boolean {
	return survey.tables.some(
		({sample: {columns}}) =>
			columns.some(isOfDates) && columns.some(column => isOfNumbers(column) && !isOfDates(column)),
	);
}
