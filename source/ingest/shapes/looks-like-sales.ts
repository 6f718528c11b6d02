import type {SurveyedSource} from '../linking/plan-import.ts';

/** Whether somebody who gives such a source means its rows to be loaded: it has dates, and numbers beside them. */
export function looksLikeSales({survey}: SurveyedSource): boolean {
	return survey.tables.some(({sample: {columns}}) => {
		const isMostly = (count: number, all: number) => all > 0 && count > all / 2;
		const dates = columns.filter(({dates, present}) => isMostly(dates.dates, present.length));
		return (
			dates.length > 0 &&
			columns.some(
				column => !dates.includes(column) && isMostly(column.numbers.numbers, column.present.length),
			)
		);
	});
}
