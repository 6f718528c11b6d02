import {expect, test} from 'vitest';
import {tablesIn} from '../../helpers/tables.ts';

const read = async (text: string, chunkLength?: number) =>
	(await tablesIn(text, chunkLength)).tables.map(({name, header, rows, problems}) => ({
		name,
		header,
		rows,
		problems: problems.length,
	}));

const orders = 'order,date,total\n1,2026-11-20,5\n2,2026-11-21,6\n';
const customers = 'customer,email\n7,a@example.com\n';

test.each([undefined, 1, 5, 30])(
	'a second header in the middle begins a table of its own, in pieces of %s',
	async chunkLength => {
		expect(await read(orders + customers, chunkLength)).toEqual([
			{
				name: undefined,
				header: ['order', 'date', 'total'],
				rows: [
					['1', '2026-11-20', '5'],
					['2', '2026-11-21', '6'],
				],
				problems: 0,
			},
			{name: 'line 4', header: ['customer', 'email'], rows: [['7', 'a@example.com']], problems: 0},
		]);
	},
);

test('so does the same header once more, as in files that were joined', async () => {
	expect((await read(orders + orders)).map(({rows}) => rows.length)).toEqual([2, 2]);
});

test('so does one that a spreadsheet has filled up with empty cells', async () => {
	const tables = await read(`${orders},,\ncustomer,email,\n7,a@example.com,\n`);
	expect(tables.map(({header, rows}) => [header, rows.length])).toEqual([
		[['order', 'date', 'total'], 2],
		[['customer', 'email'], 1],
	]);
});

test('a title above the header is no table', async () => {
	const tables = await read(`Sales of November\n\n${orders}`);
	expect(tables.map(({header, rows}) => [header, rows.length])).toEqual([[['order', 'date', 'total'], 2]]);
});

test('rows of words that no values follow are bad rows, not headers', async () => {
	const tables = await read(`${orders}these,are,just,words\nand,these,are,more\n3,2026-11-22,7\n`);
	expect(tables).toMatchObject([{problems: 2, rows: {length: 3}}]);
});

test('a line of empty values is no row', async () => {
	expect(await read(`${orders},,\n,,\n3,2026-11-22,7\n,,\n`)).toMatchObject([
		{problems: 0, rows: {length: 3}},
	]);
});
