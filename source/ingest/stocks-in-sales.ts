import type {Zone} from '../business-time.ts';
import type {ImportedProduct} from '../imported-entry.ts';
import {numberReaders} from './amounts/number-readers.ts';
import type {SurveyedSource} from './linking/plan-import.ts';
import {createRowReader} from './rows/row-reader.ts';
import {isRejected} from './rows/sales-row.ts';

/** What is left of a product. */
export type StockLeft = Pick<ImportedProduct, 'code' | 'stock'>;

/**
 * What the sales of a source say beside them is left of each product: what stands beside its latest sale is left
 * after it. The source is read for it once more, if it has such a column.
 */
export async function stocksInSales(source: SurveyedSource, zone: Zone): Promise<readonly StockLeft[]> {
	const tables = source.survey.tables.map(({understanding}) => understanding);
	if (!tables.some(({shape, columns}) => shape === 'sales' && columns.stock !== undefined)) {
		return [];
	}
	const latest = new Map<string, {readonly at: number; readonly stock: number}>();
	const reading = await source.open();
	let index = 0;
	for await (const {records} of reading.tables) {
		const table = tables[index++];
		const place = table?.columns.stock;
		if (!table || place === undefined || table.shape !== 'sales') {
			continue;
		}
		const readRow = createRowReader(table, zone);
		const read = numberReaders(table).stock?.plain;
		for await (const some of records) {
			for (const record of some) {
				const line = readRow(record);
				const stock = Number(read?.(record.cells[place]?.trim() ?? '') ?? Number.NaN);
				if (isRejected(line) || !Number.isInteger(stock)) {
					continue;
				}
				if (line.at >= (latest.get(line.product)?.at ?? Number.NEGATIVE_INFINITY)) {
					latest.set(line.product, {at: line.at, stock});
				}
			}
		}
	}
	return [...latest].map(([code, {stock}]) => ({code, stock}));
}
