import {expect, test} from 'vitest';
import type {ImportResult} from '../../../../source/commands/importing/import-source.ts';
import {importNotice} from '../../../../source/commands/importing/reporting/import-notices.ts';
import {testFormats} from '../../../helpers/dashboard.ts';

const none = {read: 0, loaded: 0, duplicate: 0, rejected: 0};

/** What is said of a source of 3000 rows. */
function noticeOf(result: Partial<ImportResult>, {maxErrors = Number.POSITIVE_INFINITY, isDry = false} = {}) {
	return importNotice(
		{
			...{source: 'sales.csv', format: 'csv', delimiter: ',', encoding: 'UTF-8', mapping: {}, decisions: []},
			rows: {...none, read: 3000, loaded: 3000},
			amount: none,
			...{repaired: 0, updated: 0, isRefused: false, elapsedMs: 1000},
			...{reasons: new Map(), firstLines: []},
			...result,
		},
		{maxErrors, isDry, formats: testFormats},
	);
}

const reasons = new Map([
	['no date', 1200],
	['no price', 3],
]);

test('a source of which all rows are loaded is not spoken of', () => {
	expect(noticeOf({})).toBeUndefined();
});

test('rejected rows are counted over all reasons, and where they are to be seen is said', () => {
	expect(noticeOf({reasons})).toBe(
		'1,203 rows of sales.csv were rejected; salesmon rejects shows what is not corrected yet, and writes it to be corrected',
	);
	expect(noticeOf({reasons}, {isDry: true})).toBe('1,203 rows of sales.csv would be rejected');
});

test('of a refused source only that is said, with what is allowed', () => {
	expect(noticeOf({reasons, isRefused: true, updated: 2}, {maxErrors: 1000})).toBe(
		'nothing of sales.csv was loaded: 1,203 rows cannot be, and --max-errors allows 1,000',
	);
});

test('a header alone is no silence', () => {
	expect(noticeOf({rows: none})).toBe('sales.csv has a header and no rows');
});

test('several things are said in one sentence', () => {
	expect(noticeOf({encoding: 'UTF-8 and Windows-1252', updated: 7})).toBe(
		'lines of sales.csv that are no UTF-8 were read as Windows-1252; --encoding says otherwise; 7 rows of sales.csv took the place of others',
	);
});
