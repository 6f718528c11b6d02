import {expect, test} from 'vitest';
import {type RowField, rowsText} from '../../../source/commands/command-line/print-rows.ts';

type Sale = {readonly product: string; readonly revenue: number; readonly region?: string};

const fields: readonly RowField<Sale>[] = [
	{name: 'product', title: 'Product', value: sale => sale.product, kind: 'name'},
	{
		name: 'revenue',
		title: 'Revenue',
		value: sale => sale.revenue.toFixed(4),
		text: sale => `€${sale.revenue.toFixed(2)}`,
	},
	{name: 'region', title: 'Region', value: sale => sale.region, kind: 'word', rank: 1},
];

const sales: readonly Sale[] = [
	{product: 'Tea, green', revenue: 12.5, region: 'North'},
	{product: 'a|b\u001B[2J', revenue: 1234},
];

test('a table lines up names to the left and figures to the right, and makes control characters harmless', () => {
	expect(rowsText(sales, fields, 'table', 40)).toBe(
		['Product      Revenue  Region', 'Tea, green    €12.50  North', 'a|b·[2J     €1234.00  -'].join('\n'),
	);
});

test('a narrow table leaves out what matters least', () => {
	expect(rowsText(sales, fields, 'table', 20)).toBe(
		['Product      Revenue', 'Tea, green    €12.50', 'a|b·[2J     €1234.00'].join('\n'),
	);
});

test('programs get values, and null for what is missing', () => {
	expect(JSON.parse(rowsText(sales, fields, 'json'))).toEqual([
		{product: 'Tea, green', revenue: '12.5000', region: 'North'},
		{product: 'a|b\u001B[2J', revenue: '1234.0000', region: null},
	]);
	expect(
		rowsText(sales, fields, 'ndjson')
			.split('\n')
			.map(row => JSON.parse(row).product),
	).toEqual(['Tea, green', 'a|b\u001B[2J']);
});

test('a spreadsheet gets quoted cells and no formula', () => {
	expect(rowsText([{product: '=1+1', revenue: -2}, sales[0]!], fields, 'csv')).toBe(
		['product,revenue,region', '"\'=1+1",-2.0000,', '"Tea, green",12.5000,North'].join('\n'),
	);
});

test('a document gets a Markdown table whose cells cannot break out of it', () => {
	expect(rowsText(sales, fields, 'md')).toBe(
		[
			'| Product | Revenue | Region |',
			'| --- | ---: | --- |',
			'| Tea, green | €12.50 | North |',
			String.raw`| a\|b·[2J | €1234.00 | - |`,
		].join('\n'),
	);
});

test('no rows are an empty list', () => {
	expect(rowsText([], fields, 'json')).toBe('[]');
	expect(rowsText([], fields, 'csv')).toBe('product,revenue,region');
});
