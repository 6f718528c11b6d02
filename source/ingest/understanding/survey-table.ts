import type {Table, TableRecord} from '../formats/table.ts';
import {type ColumnSample, sampleTable, type TableSample} from '../mapping/column-sample.ts';
import {dateSampler} from '../values/date-sample.ts';
import {isOrderOpen} from '../values/date-style.ts';
import {numberSampler} from '../values/number-sample.ts';
import {presentText} from '../values/present-text.ts';
import type {AskedUnderstanding, TableUnderstanding} from './table-understanding.ts';
import {understandTable} from './understand-table.ts';

/** A table of which the first rows were read. */
export type TableSurvey = {
	readonly understanding: TableUnderstanding;
	readonly sample: TableSample;
	/** Whether all of the table had to be read to decide how it is written. */
	readonly isReadThrough: boolean;
};

/**
 * Decides from the first rows of a table how it is written. Where they leave open which number of a
 * date is the day, or whether `1.234` is a thousand, it reads on until a row tells, to the end if need be.
 *
 * @param name by which the table is told from others
 */
export async function surveyTable(
	name: string,
	{header, records}: Table,
	asked: AskedUnderstanding,
	delimiter?: string,
): Promise<TableSurvey> {
	const rest = records[Symbol.asyncIterator]();
	const sample = await sampleTable(header, rest);
	const understanding = understandTable(name, sample, asked, delimiter);
	const open = openColumns(understanding, asked);
	if (open.length === 0 || sample.isWhole) {
		return {understanding, sample, isReadThrough: sample.isWhole};
	}
	const all = await sampleOn(sample, open, rest);
	return {
		understanding: understandTable(name, {...sample, columns: all}, asked, delimiter),
		sample,
		isReadThrough: true,
	};
}

/** Columns that the first rows leave open. */
function openColumns(
	{columns, samples, numbers, dates}: TableUnderstanding,
	asked: AskedUnderstanding,
): readonly ColumnSample[] {
	const open: ColumnSample[] = [];
	if (
		dates &&
		columns.at !== undefined &&
		asked.dateOrder === undefined &&
		isOrderOpen(samples[columns.at]!.dates)
	) {
		open.push(samples[columns.at]!);
	}
	for (const [field, style] of Object.entries(numbers)) {
		const sample = samples[columns[field as keyof typeof numbers]!]!;
		if (['guess', 'country', 'precedent', 'beside'].includes(style.by) && sample.numbers.either > 0) {
			open.push(sample);
		}
	}
	return open;
}

async function sampleOn(
	{columns, records}: TableSample,
	open: readonly ColumnSample[],
	rest: AsyncIterator<readonly TableRecord[]>,
): Promise<readonly ColumnSample[]> {
	const samplers = open.map(({place}) => ({place, dates: dateSampler(), numbers: numberSampler()}));
	const take = (some: readonly TableRecord[]) => {
		for (const {cells, problem} of some) {
			for (const {place, dates, numbers} of problem === undefined ? samplers : []) {
				const text = presentText(cells[place]);
				if (text !== undefined) {
					dates.add(text);
					numbers.add(text);
				}
			}
		}
	};
	const isOpen = () =>
		samplers.some(({dates, numbers}) => {
			const {either, marks} = numbers.sample();
			return isOrderOpen(dates.sample()) || (either > 0 && marks['.'] === marks[',']);
		});
	take(records);
	for (let next = await rest.next(); !next.done; next = await rest.next()) {
		take(next.value);
		if (!isOpen()) {
			break;
		}
	}
	return columns.map(column => {
		const found = samplers.find(({place}) => place === column.place);
		return found ? {...column, dates: found.dates.sample(), numbers: found.numbers.sample()} : column;
	});
}
