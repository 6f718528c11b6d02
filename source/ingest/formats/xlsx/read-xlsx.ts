import {SourceError} from '../../source-error.ts';
import {cannotRead} from '../../sources/read-bytes.ts';
import type {SourceFile} from '../../sources/source-file.ts';
import {csvLine} from '../csv-line.ts';
import {type CsvRow, csvProblems} from '../csv-records.ts';
import {createHeaderWatch} from '../header-watch.ts';
import {splitTables} from '../split-tables.ts';
import type {Table, TableReading} from '../table.ts';
import {openWorkbook, type Sheet, type Workbook} from './open-workbook.ts';
import {type SheetRow, sheetRows} from './sheet-rows.ts';

/**
 * Reads a sheet of an XLSX workbook: the one that is asked for, by its name or its number from 1, else
 * the first that is shown and not empty.
 *
 * @throws SourceError that names the sheets there are when the one asked for is not among them
 */
export async function readXlsx(
	{name, path}: SourceFile,
	{sheet: asked}: {readonly sheet?: string | undefined},
): Promise<TableReading> {
	const workbook = await openWorkbook(path).catch((error: unknown) => {
		if (error instanceof Error && error.message.includes('central directory')) {
			throw new SourceError(`${name} is a workbook or ZIP file of which the end is missing: get it again`);
		}
		throw cannotRead(name, error);
	});
	let share = 0;

	async function* tables(): AsyncGenerator<Table> {
		try {
			for (const sheet of sheetsToRead(name, workbook, asked)) {
				let isEmpty = true;
				for await (const table of splitTables(recordsOf(sheetRows(workbook, sheet)), sheet.name)) {
					isEmpty = false;
					yield table;
				}
				if (!isEmpty) {
					return;
				}
			}
			throw new SourceError(`${name} is empty: no sheet of it holds anything`);
		} catch (error) {
			throw cannotRead(name, error);
		} finally {
			share = 1;
			workbook.close();
		}
	}

	return {
		format: 'xlsx',
		delimiter: undefined,
		encoding: () => undefined,
		tables: tables(),
		...(asked === undefined && {sheets: sheetsToRead(name, workbook, asked).map(sheet => sheet.name)}),
		share: () => share,
	};
}

function sheetsToRead(name: string, {sheets}: Workbook, asked: string | undefined): readonly Sheet[] {
	if (asked === undefined) {
		const shown = sheets.filter(({isHidden}) => !isHidden);
		return shown.length > 0 ? shown : sheets;
	}
	const sheet =
		sheets.find(each => each.name === asked) ??
		sheets.find(each => each.name.toLowerCase() === asked.toLowerCase()) ??
		(/^\d+$/.test(asked) ? sheets[Number(asked) - 1] : undefined);
	if (!sheet) {
		const names = sheets.map(each => `"${each.name}"`).join(', ');
		throw new SourceError(`--sheet ${asked}: ${name} has no such sheet; it has ${names}`);
	}
	return [sheet];
}

async function* recordsOf(batches: AsyncGenerator<readonly SheetRow[]>): AsyncGenerator<readonly CsvRow[]> {
	const watch = createHeaderWatch();
	let suspect: CsvRow | undefined;
	let lastNumber = 0;
	try {
		for await (const rows of batches) {
			const records: CsvRow[] = suspect ? [suspect] : [];
			for (const {number, cells} of rows) {
				const raw = csvLine(cells);
				const width = watch.header().length;
				const isShort = cells.length < width;
				const fit = watch.fit(isShort ? padded(cells, width) : cells, number > lastNumber + 1);
				lastNumber = number;
				if (fit === 'confirms') {
					records[records.length - 1] = {
						...suspect!,
						cells: watch.header(),
						problem: undefined,
						isHeader: true,
					};
				}
				const isHeader = fit === 'header';
				const row = padded(cells, watch.header().length);
				const isRow = row.length === watch.header().length;
				const record = {
					line: number,
					raw,
					cells: row,
					problem: isRow ? undefined : csvProblems.ragged,
					isHeader,
				};
				records.push(record);
				suspect = fit === 'suspect' ? record : undefined;
			}
			if (suspect) {
				records.pop();
			}
			yield records;
		}
		if (suspect) {
			yield [suspect];
		}
	} finally {
		await batches.return(undefined);
	}
}

/** Cells that are empty at the end of a row are not in the sheet. */
function padded(cells: readonly string[], width: number): string[] {
	return cells.length >= width ? [...cells] : [...cells, ...Array<string>(width - cells.length).fill('')];
}
