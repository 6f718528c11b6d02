import type {Table, TableRecord} from '../formats/table.ts';
import {readClockTime} from '../values/clock-time.ts';
import {type DateSample, sampleDates} from '../values/date-sample.ts';
import {type NumberSample, sampleNumbers} from '../values/number-sample.ts';
import {presentText} from '../values/present-text.ts';
import type {Columns, Field} from './fields.ts';

/** What the first rows show of a column. */
export type ColumnSample = {
	readonly header: string;
	readonly place: number;
	/** Cells that hold something. */
	readonly present: readonly string[];
	/** Of all rows that were looked at. */
	readonly filledShare: number;
	readonly numbers: NumberSample;
	readonly dates: DateSample;
	/** Cells that hold a time of day and no date. */
	readonly times: number;
};

/** Columns by what they hold, and what the first rows show of all that there are. */
export type SampledColumns = {readonly columns: Columns; readonly samples: readonly ColumnSample[]};

/** The first rows of a table, and all the columns as they show them. */
export type TableSample = {
	readonly header: readonly string[];
	readonly records: readonly TableRecord[];
	readonly columns: readonly ColumnSample[];
	/** The table has no more rows than these. */
	readonly isWhole: boolean;
};

/** Enough for rare writings to come up, and read in a moment. */
const rowsLookedAt = 4000;

/** Columns beyond any sale: a row of thousands of values is sampled for the first ones only. */
const cellLimit = 2_000_000;

/** Reads the first rows of a table; the iterator gives the others. */
export async function sampleTable(
	header: Table['header'],
	rest: AsyncIterator<readonly TableRecord[]>,
): Promise<TableSample> {
	const records: TableRecord[] = [];
	const most = Math.min(rowsLookedAt, Math.ceil(cellLimit / Math.max(1, header.length)));
	let isWhole = false;
	while (records.length < most) {
		const next = await rest.next();
		if (next.done) {
			isWhole = true;
			break;
		}
		for (const record of next.value) {
			records.push(record);
		}
	}
	return {header, records, columns: sampleColumns(header, records), isWhole};
}

/** What the rows that could be read hold, column by column. */
export function sampleColumns(
	header: readonly string[],
	records: readonly TableRecord[],
): readonly ColumnSample[] {
	const good = records.filter(({problem}) => problem === undefined);
	return header.map((text, place) => {
		const present = good.map(({cells}) => presentText(cells[place])).filter(cell => cell !== undefined);
		return {
			header: text.trim(),
			place,
			present,
			filledShare: good.length === 0 ? 1 : present.length / good.length,
			numbers: sampleNumbers(present),
			dates: sampleDates(present),
			times: present.filter(isTimeOfDay).length,
		};
	});
}

/** The column that holds a field; nothing where none does. */
export function sampleOf({columns, samples}: SampledColumns, field: Field): ColumnSample | undefined {
	return samples[columns[field] ?? -1];
}

/** Whether most cells of a column are dates. */
export function isOfDates({dates, present}: ColumnSample): boolean {
	return dates.dates > present.length / 2;
}

/** Whether most cells of a column are numbers; such may be dates as well. */
export function isOfNumbers({numbers, present}: ColumnSample): boolean {
	return numbers.numbers > present.length / 2;
}

function isTimeOfDay(cell: string): boolean {
	return /^\d{1,2}[:.h]\d{2}|^\d{1,2}\s*[ap]\.?m/i.test(cell)
		? readClockTime(cell) !== undefined
		: /^(?:0?[.,]\d+|(?:1899-12-3[01]|1900-01-0[01])[T ].*)$/.test(cell);
}
