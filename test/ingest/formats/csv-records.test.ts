import Papa from 'papaparse';
import {expect, test} from 'vitest';
import {createCsvSplitter, csvProblems} from '../../../source/ingest/formats/csv-records.ts';
import fc from '../../helpers/property.ts';

/** Rows of a text that comes in pieces of some length. */
function records(
	text: string,
	{delimiter = ',', newline = '\n' as '\n' | '\r', pieceLength = text.length || 1} = {},
) {
	const splitter = createCsvSplitter({delimiter, newline});
	const found = [];
	for (let start = 0; start < text.length; start += pieceLength) {
		found.push(...splitter.push(text.slice(start, start + pieceLength)));
	}
	return [...found, ...splitter.end()];
}

const cellsOf = (text: string, options?: Parameters<typeof records>[1]) =>
	records(text, options).map(({cells}) => cells);

test('a row knows its line and its own text, quoted line ends included', () => {
	expect(records('a,b\r\n1,"two\r\nlines"\r\n\r\n3,4')).toEqual([
		{line: 1, raw: 'a,b', cells: ['a', 'b'], problem: undefined, isHeader: true},
		{line: 2, raw: '1,"two\r\nlines"', cells: ['1', 'two\r\nlines'], problem: undefined, isHeader: false},
		{line: 5, raw: '3,4', cells: ['3', '4'], problem: undefined, isHeader: false},
	]);
});

test('quotes, doubled quotes, delimiters inside quotes and inch signs are read as they are meant', () => {
	expect(cellsOf('a,b\n"x, y","say ""hi"""\n5" pipe,"",\n')).toEqual([
		['a', 'b'],
		['x, y', 'say "hi"'],
		['5" pipe', ''],
	]);
});

test('lines that end in a carriage return alone are lines', () => {
	expect(cellsOf('a;b\r1;2\r', {delimiter: ';', newline: '\r'})).toEqual([
		['a', 'b'],
		['1', '2'],
	]);
});

test('a row with too few or too many values is a problem of its own, and never runs into the next', () => {
	expect(records('a,b,c\n1,2\n1,2,3,4\n5,6,7\n').map(({line, raw, problem}) => [line, raw, problem])).toEqual(
		[
			[1, 'a,b,c', undefined],
			[2, '1,2', csvProblems.ragged],
			[3, '1,2,3,4', csvProblems.ragged],
			[4, '5,6,7', undefined],
		],
	);
});

test('empty values beyond the header are dropped', () => {
	expect(cellsOf('a,b\n1,2,,\n')).toEqual([
		['a', 'b'],
		['1', '2'],
	]);
});

test.each([3, 7, 1000])('a quote that is never closed costs its line only, in pieces of %i', pieceLength => {
	const text = 'a,b\n1,"open\n3,4\n5,"fine, too"\n7,8\n';
	expect(records(text, {pieceLength}).map(({line, raw, problem}) => [line, raw, problem])).toEqual([
		[1, 'a,b', undefined],
		[2, '1,"open', csvProblems.quotes],
		[3, '3,4', undefined],
		[4, '5,"fine, too"', undefined],
		[5, '7,8', undefined],
	]);
});

test('an open quote before much text is given up before all of it is held in memory', () => {
	const lines = Array.from({length: 200_000}, (_, index) => `${index},value`).join('\n');
	const found = records(`a,b\n1,"open\n${lines}\n`, {pieceLength: 1 << 18});
	expect(found.filter(({problem}) => problem !== undefined).map(({line}) => line)).toEqual([2]);
	expect(found).toHaveLength(200_002);
	expect(found.at(-1)).toMatchObject({line: 200_002, cells: ['199999', 'value']});
});

test('a last row that breaks off inside a quote is a problem', () => {
	expect(records('a,b\n1,"cut o').at(-1)).toMatchObject({line: 2, problem: csvProblems.quotes});
});

test.each([1 << 18, 5 << 20])('a line without an end costs itself, in pieces of %i', pieceLength => {
	const found = records(`a,b\n1,2\n3,${'x'.repeat(3 << 20)}\n5,6\n`, {pieceLength});
	expect(found.map(({line, problem}) => [line, problem])).toEqual([
		[1, undefined],
		[2, undefined],
		[3, pieceLength > 3 << 20 ? undefined : csvProblems.endless],
		[4, undefined],
	]);
	expect(found.at(-1)).toMatchObject({raw: '5,6', cells: ['5', '6']});
});

test('of a line without an end only the beginning is kept', () => {
	const found = records('x'.repeat(3 << 20), {pieceLength: 1 << 18});
	expect(found.map(({raw, problem}) => [raw.length, problem])).toEqual([[1 << 20, csvProblems.endless]]);
});

test('any table comes back as it was written, however the text is cut', () => {
	const value = fc.string({
		unit: fc.constantFrom('a', '1', ' ', ',', ';', '"', '\n', '\r', 'é', '€'),
		maxLength: 8,
	});
	const row = fc
		.array(value, {minLength: 3, maxLength: 3})
		.filter(([first = '', , last = '']) => first.trim() !== '' && last.trim() !== '');
	fc.assert(
		fc.property(
			fc.array(row, {minLength: 1, maxLength: 12}),
			fc.integer({min: 1, max: 40}),
			(rows, pieceLength) => {
				const text = Papa.unparse(rows, {newline: '\n'});
				expect(cellsOf(text, {pieceLength})).toEqual(rows);
			},
		),
		{seed: 1},
	);
});
