import {
	asyncBufferFromFile,
	type DecodedArray,
	type FileMetaData,
	parquetMetadataAsync,
	parquetRead,
	type SchemaElement,
} from 'hyparquet';
import {compressors} from 'hyparquet-compressors';
import {SourceError} from '../source-error.ts';
import {cannotRead} from '../sources/read-bytes.ts';
import type {SourceFile} from '../sources/source-file.ts';
import {csvLine} from './csv-line.ts';
import {textOf, type Value} from './flatten.ts';
import {objectTables, type SourceObject} from './object-tables.ts';
import type {Table, TableReading, TableRecord} from './table.ts';

const rowsAtOnce = 4096;

/** Reads a Parquet file, one row group at a time. */
export async function readParquet({name, path}: SourceFile): Promise<TableReading> {
	try {
		const file = await asyncBufferFromFile(path);
		const metadata = await parquetMetadataAsync(file);
		const columns = topColumns(metadata);
		if (columns.length === 0) {
			throw new SourceError(`${name} is empty: it has no columns`);
		}
		const all = Number(metadata.num_rows);
		let read = 0;

		/** The columns of each row group, by their names. */
		async function* groups() {
			let rowStart = 0;
			for (const group of metadata.row_groups) {
				const rowEnd = rowStart + Number(group.num_rows);
				const values = new Map<string, DecodedArray>();
				await parquetRead({
					file,
					metadata,
					compressors,
					rowStart,
					rowEnd,
					onChunk({columnName, columnData, rowStart: from}) {
						const before = values.get(columnName);
						values.set(columnName, before && from > rowStart ? [...before, ...columnData] : columnData);
					},
				}).catch((error: unknown) => {
					throw cannotRead(name, error);
				});
				yield {rowStart, rowEnd, values};
				read = rowEnd;
				rowStart = rowEnd;
			}
		}

		async function* records(): AsyncGenerator<readonly TableRecord[]> {
			for await (const {rowStart, rowEnd, values} of groups()) {
				const readers = columns.map(({name: column, text}) => {
					const data = values.get(column);
					return (index: number) => (data ? text(data[index]) : '');
				});
				for (let from = rowStart; from < rowEnd; from += rowsAtOnce) {
					const end = Math.min(from + rowsAtOnce, rowEnd);
					yield Array.from({length: end - from}, (_, index) => {
						const cells = readers.map(cell => cell(from + index - rowStart));
						return {line: from + index + 1, raw: csvLine(cells), cells, problem: undefined};
					});
				}
			}
		}

		async function* objects(): AsyncGenerator<readonly SourceObject[]> {
			for await (const {rowStart, rowEnd, values} of groups()) {
				for (let from = rowStart; from < rowEnd; from += rowsAtOnce) {
					const end = Math.min(from + rowsAtOnce, rowEnd);
					yield Array.from({length: end - from}, (_, index) => {
						const value = Object.fromEntries(
							columns.map(({name: column, isNested, text}) => {
								const inner = values.get(column)?.[from + index - rowStart] as Value;
								return [column, isNested ? inner : text(inner)];
							}),
						);
						return {part: '', line: from + index + 1, raw: textOf(value), value};
					});
				}
			}
		}

		async function* tables(): AsyncGenerator<Table> {
			if (columns.some(({isNested}) => isNested)) {
				yield* objectTables(objects());
			} else {
				yield {name: undefined, header: columns.map(column => column.name), records: records()};
			}
		}

		return {
			format: 'parquet',
			delimiter: undefined,
			encoding: () => undefined,
			tables: tables(),
			share: () => (all === 0 ? 1 : read / all),
		};
	} catch (error) {
		throw cannotRead(name, error);
	}
}

type Column = {readonly name: string; readonly isNested: boolean; readonly text: (value: unknown) => string};

function topColumns({schema}: FileMetaData): readonly Column[] {
	const columns: Column[] = [];
	let place = 1;
	const skip = (): number => {
		const element = schema[place++]!;
		for (let child = 0; child < (element.num_children ?? 0); child++) {
			skip();
		}
		return place;
	};
	for (let count = schema[0]?.num_children ?? 0; count > 0; count--) {
		const element = schema[place]!;
		skip();
		const isNested = (element.num_children ?? 0) > 0 || element.repetition_type === 'REPEATED';
		columns.push({name: element.name, isNested, text: textReader(element)});
	}
	return columns;
}

/** How a column's values are written, so that no digit is made up and none is lost. */
function textReader({type, logical_type: logical, converted_type: converted, scale = 0}: SchemaElement) {
	const decimals = logical?.type === 'DECIMAL' ? logical.scale : scale;
	if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') {
		return (value: unknown) => (typeof value === 'number' ? value.toFixed(decimals) : textOf(value as Value));
	}
	if (logical?.type === 'DATE' || converted === 'DATE') {
		return (value: unknown) => textOf(value as Value).slice(0, 10);
	}
	if (logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC) {
		// A local time, which its reader has dated as if it were UTC.
		return (value: unknown) => textOf(value as Value).replace(/Z$/, '');
	}
	if (type === 'FLOAT') {
		return (value: unknown) =>
			textOf(typeof value === 'number' ? Number(value.toPrecision(7)) : (value as Value));
	}
	return (value: unknown) => textOf(value as Value);
}
