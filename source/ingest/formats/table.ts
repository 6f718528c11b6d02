import type {Encoding} from '../encoding/encodings.ts';

/** One row of a table. */
export type TableRecord = {
	/** The line on which it begins, or its number where the source has no lines; counted from 1, the header included. */
	readonly line: number;
	/** As the source has it, without the line end. */
	readonly raw: string;
	/** As many as the header has; empty where the source says nothing. */
	readonly cells: readonly string[];
	/** Why it is no row of this table; its cells mean nothing then. */
	readonly problem: string | undefined;
	/** Of a row that no line tells from others: where it is in its source, such as `record 2: $.orders[1]`. */
	readonly place?: string | undefined;
	/** Of a line that an order holds with its other lines: the record that the order is. */
	readonly record?: number | undefined;
	/** What the problem is, more closely. */
	readonly detail?: string | undefined;
};

/** The values of some rows, each in the order of the columns. */
export type Cells = readonly (readonly string[])[];

/** Rows under one header. */
export type Table = {
	/** Which part of the source it is, such as a sheet; absent where the source is one table. */
	readonly name: string | undefined;
	/** Objects inside objects are columns of their own: `customer.name`, `lines.sku`. */
	readonly header: readonly string[];
	/** Its rows in order, some at a time; only once, and before the next table is asked for. */
	readonly records: AsyncIterable<readonly TableRecord[]>;
};

/** A source that is being read from its beginning. */
export type TableReading = {
	readonly format: Format;
	/** What separates the values of a text. */
	readonly delimiter: string | undefined;
	/** How the bytes of a text were taken; sure once all are read. */
	readonly encoding: () => Encoding | undefined;
	/** As they lie one after another; only once. */
	readonly tables: AsyncIterable<Table>;
	/** The sheets of a workbook of which one is read, where nobody said which. */
	readonly sheets?: readonly string[];
	/** How much of the source has been read, 0 to 1. */
	readonly share: () => number;
};

export type Format = 'csv' | 'tsv' | 'json' | 'ndjson' | 'xlsx' | 'parquet';
