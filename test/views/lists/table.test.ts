import {describe, expect, test} from 'vitest';
import {type Column, tableLines} from '../../../source/views/lists/table.ts';
import {createTheme} from '../../../source/views/theme/theme.ts';

type Row = {readonly name: string; readonly units: number};

const theme = createTheme({depth: 'none'});
const rows: readonly Row[] = [
	{name: 'Teapot', units: 12_345},
	{name: '株式会社ティーポット', units: 7},
];
const columns: readonly Column<Row>[] = [
	{kind: 'name', title: 'product', rank: 0, text: row => row.name, least: 7, most: 20},
	{kind: 'drawn', title: '', rank: 2, draw: (_, width) => '='.repeat(width), least: 4, most: 6},
	{
		kind: 'number',
		title: 'units',
		rank: 1,
		text: row => row.units.toLocaleString('en-GB'),
		short: row => (row.units > 999 ? `${Math.round(row.units / 1000)}K` : String(row.units)),
	},
];
const draw = (width: number, height = 3) => tableLines({rows, columns, width, height, theme});

describe('a table', () => {
	test('aligns names left and numbers right, wide characters included', () => {
		expect(draw(36)).toEqual([
			'product                        units',
			'Teapot                ======  12,345',
			'株式会社ティーポット  ======       7',
		]);
	});

	test('cuts names when it gets narrow', () => {
		expect(draw(24)).toEqual([
			'product            units',
			'Teapot    ======  12,345',
			'株式会…   ======       7',
		]);
	});

	test('then writes numbers short, then leaves columns out by rank, and never cuts a number', () => {
		expect(draw(20)).toEqual(['product        units', 'Teapot   ====    12K', '株式会…  ====      7']);
		expect(draw(14)).toEqual(['product  units', 'Teapot     12K', '株式会…      7']);
		expect(draw(8)).toEqual(['product', 'Teapot', '株式会…']);
	});

	test('shows no more lines than it has room for', () => {
		expect(draw(36, 2)).toHaveLength(2);
		expect(draw(36, 1)).toEqual(['product                       units']);
		expect(draw(36, 0)).toEqual([]);
	});
});
