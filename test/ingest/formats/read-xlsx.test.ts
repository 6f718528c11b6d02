import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, onTestFinished, test} from 'vitest';
import {dateOfSerial, numberText} from '../../../source/ingest/formats/xlsx/cell-text.ts';
import {isDateFormat} from '../../../source/ingest/formats/xlsx/date-styles.ts';
import {bringHere} from '../../../source/ingest/sources/bring-here.ts';
import {testFolder} from '../../helpers/store.ts';
import {tablesOf} from '../../helpers/tables.ts';
import {workbookOf} from '../../helpers/workbook.ts';

function fileOf(content: Uint8Array): string {
	const file = path.join(testFolder(), 'book.xlsx');
	writeFileSync(file, content);
	return file;
}

const text = (place: string, content: string) =>
	`<c r="${place}" t="inlineStr"><is><t>${content}</t></is></c>`;
const header = `<row r="1">${text('A1', 'order')}${text('B1', 'date')}${text('C1', 'price')}</row>`;

test('texts, numbers and dates are read as the sheet shows them', async () => {
	const rows = `${header}
		<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>40513.351388888892</v></c><c r="C2"><v>2.5499999999999998</v></c></row>
		<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="2"><v>40513</v></c><c r="C4" t="str"><f>A1</f><v>3.5</v></c></row>
		<row r="5"><c r="A5"><v>17850</v></c><c r="C5" s="3"><v>0.15</v></c></row>
		<row r="6"><c r="A6"/></row>`;
	const texts = [
		'<t>A &amp; B</t>',
		'<r><t xml:space="preserve">rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh>',
	];
	const file = fileOf(workbookOf([{name: 'Sales', rows}], {texts}));
	expect(await tablesOf(file)).toEqual({
		format: 'xlsx',
		encoding: undefined,
		tables: [
			{
				name: 'Sales',
				header: ['order', 'date', 'price'],
				rows: [
					['A & B', '2010-12-01 08:26:00', '2.55'],
					['rich text', '2010-12-01', '3.5'],
					['17850', '', '0.15'],
				],
				problems: [],
				lines: [2, 4, 5],
			},
		],
	});
});

test('the first sheet that is shown and not empty is read unless another is asked for', async () => {
	const sheet = (name: string, id: string, state?: string) => ({
		name,
		rows: id && `${header}<row r="2">${text('A2', id)}<c r="C2"><v>1</v></c></row>`,
		...(state && {state}),
	});
	const file = fileOf(
		workbookOf([sheet('Notes', ''), sheet('Lists', 'X', 'hidden'), sheet('May', 'M'), sheet('June', 'J')]),
	);
	const first = async (asked?: string) => (await tablesOf(file, {sheet: asked})).tables[0]?.rows[0]?.[0];
	expect([await first(), await first('june'), await first('4'), await first('Lists')]).toEqual([
		'M',
		'J',
		'J',
		'X',
	]);
	await expect(first('July')).rejects.toThrow(
		'--sheet July: sales has no such sheet; it has "Notes", "Lists", "May", "June"',
	);
	await expect(first('Notes')).rejects.toThrow('sales is empty: no sheet of it holds anything');
});

test('a second header in the sheet begins another table', async () => {
	const rows = `${header}<row r="2">${text('A2', 'A')}<c r="B2" s="1"><v>40513</v></c><c r="C2"><v>1</v></c></row>
		<row r="4">${text('A4', 'customer')}${text('B4', 'age')}</row><row r="5">${text('A5', 'Ada')}<c r="B5"><v>36</v></c></row>`;
	const {tables} = await tablesOf(fileOf(workbookOf([{name: 'S', rows}])));
	expect(tables).toMatchObject([
		{name: 'S', rows: [['A', '2010-12-01', '1']]},
		{name: 'S, line 4', header: ['customer', 'age'], rows: [['Ada', '36']]},
	]);
});

test.each([
	// From Microsoft's description of both systems; 29 February 1900 never was.
	[1, false, '1900-01-01'],
	[59, false, '1900-02-28'],
	[61, false, '1900-03-01'],
	[35_981, false, '1998-07-05'],
	[34_519, true, '1998-07-05'],
	[40_513.5, false, '2010-12-01 12:00:00'],
	[0.5, true, '1904-01-01 12:00:00'],
	[-1, false, undefined],
	[1e9, false, undefined],
])('day %f is a date', (serial, isFrom1904, date) => {
	expect(dateOfSerial(serial, isFrom1904)).toBe(date);
});

test.each([
	['2.5499999999999998', '2.55'],
	['1E-3', '0.001'],
	['536365', '536365'],
	['9.0071992547409931E+22', '90071992547409900000000'],
	['n/a', 'n/a'],
])('%s is shown as %s', (kept, shown) => {
	expect(numberText(kept).replace(/^(\d{15})\d{8}$/, '$100000000')).toBe(shown);
});

test.each([
	['dd/mm/yyyy', true],
	['[$-409]d-mmm-yy;@', true],
	['mmm', true],
	['0.00', false],
	['#,##0.00 "days"', false],
	['[Red]0.00', false],
	['[h]:mm:ss', false],
	['_-* #,##0.00\\ "€"_-', false],
])('whether %s shows a date', (code, isDate) => {
	expect(isDateFormat(code)).toBe(isDate);
});

test('a workbook packed by gzip is unpacked first, and cleaned up', async () => {
	const rows = `${header}<row r="2">${text('A2', 'A')}<c r="C2"><v>1</v></c></row>`;
	const file = fileOf(gzipSync(workbookOf([{name: 'S', rows}])));
	const brought = await bringHere({kind: 'file', name: file});
	onTestFinished(brought.remove);
	expect(brought.path).not.toBe(file);
	expect((await tablesOf(brought.path)).tables).toMatchObject([{rows: [['A', '', '1']]}]);
});

test('what only looks like a workbook says so', async () => {
	await expect(tablesOf(fileOf(Buffer.from('PK\u0003\u0004 and nothing more')))).rejects.toThrow(
		'sales is a workbook or ZIP file of which the end is missing',
	);
	await expect(
		tablesOf(fileOf(Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'latin1'))),
	).rejects.toThrow('sales is an old Excel file (.xls): save it as .xlsx or CSV');
});
