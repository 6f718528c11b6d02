import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {parquetWriteBuffer} from 'hyparquet-writer';
import {expect, test} from 'vitest';
import {testFolder} from '../../helpers/store.ts';
import {tablesOf} from '../../helpers/tables.ts';

function fileOf(options: Parameters<typeof parquetWriteBuffer>[0]): string {
	const file = path.join(testFolder(), 'sales.parquet');
	writeFileSync(file, new Uint8Array(parquetWriteBuffer(options)));
	return file;
}

test('every kind of column is written out without a digit made up or lost', async () => {
	const file = fileOf({
		columnData: [
			{name: 'order', data: [9007199254740993n, 2n, 3n], type: 'INT64'},
			{name: 'sku', data: ['A', null, 'C, "quoted"'], type: 'STRING'},
			{name: 'quantity', data: [1, -2, 3], type: 'INT32'},
			{name: 'price', data: [2.55, 0.1, 1e-7], type: 'DOUBLE'},
			{name: 'rate', data: [2.55, 0.1, 3], type: 'FLOAT'},
			{name: 'at', data: [new Date('2010-12-01T08:26:00Z'), null, new Date(0)], type: 'TIMESTAMP'},
		],
	});
	expect(await tablesOf(file)).toMatchObject({
		format: 'parquet',
		tables: [
			{
				header: ['order', 'sku', 'quantity', 'price', 'rate', 'at'],
				rows: [
					['9007199254740993', 'A', '1', '2.55', '2.55', '2010-12-01T08:26:00.000Z'],
					['2', '', '-2', '0.1', '0.1', ''],
					['3', 'C, "quoted"', '3', '0.0000001', '3', '1970-01-01T00:00:00.000Z'],
				],
				lines: [1, 2, 3],
			},
		],
	});
});

test('all row groups are read', async () => {
	const rows = 25_000;
	const file = fileOf({
		columnData: [{name: 'order', data: Array.from({length: rows}, (_, index) => index), type: 'INT32'}],
		rowGroupSize: 4000,
	});
	const {tables} = await tablesOf(file);
	expect(tables[0]!.rows.map(([order]) => Number(order))).toEqual(
		Array.from({length: rows}, (_, index) => index),
	);
});

test('a file that breaks off says so', async () => {
	const file = path.join(testFolder(), 'cut.parquet');
	writeFileSync(file, 'PAR1 and nothing more');
	await expect(tablesOf(file)).rejects.toThrow('cannot read sales: ');
});
