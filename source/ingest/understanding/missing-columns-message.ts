import {isOfDates, isOfNumbers} from '../mapping/column-sample.ts';
import type {Field} from '../mapping/fields.ts';
import {examplesOf} from '../mapping/match-columns.ts';
import {bareNumber} from '../values/bare-number.ts';
import {dateParts} from '../values/date-parts.ts';
import type {TableUnderstanding} from './table-understanding.ts';

/** What is said of a table whose first row holds values in the place of names. */
export function headerlessMessage({name, header}: TableUnderstanding): string {
	return `${name} seems to have no header: its first row is ${namesIn(header)}; write the names of the columns above it, or say which is which by their numbers, such as --no-header --map "order=1,at=2,product=3,quantity=4,unitPrice=5"`;
}

/** What is said of a table without a column for some fields: what there is, and each way to help it. */
export function missingColumnsMessage(table: TableUnderstanding, missing: readonly Field[]): string {
	const {name, header, misfits} = table;
	const wanted = missing.map(field => `${field} (for example ${examplesOf(field).join(', ')})`);
	const wrong = misfits
		.filter(({field}) => missing.includes(field))
		.map(misfit => `; ${misfit.header} is none, it holds values like "${misfit.example}"`);
	const flag = missing.map(field => `${field}=COLUMN`).join(',');
	return [
		`${name} has no column for ${wanted.join(', nor for ')}`,
		...wrong,
		summaryHint(header),
		`; its header is: ${namesIn(header)}; say which with --map "${flag}"`,
		...constantHints(table, missing),
		linkedHint(table),
		encodingHint(header),
	].join('');
}

function namesIn(header: readonly string[]): string {
	return header.map(text => text.trim()).join(', ');
}

function summaryHint(header: readonly string[]): string {
	const periods = header.filter(isPeriod);
	return periods.length > 1
		? `; it seems to be a summary with a column for each period (${periods.slice(0, 3).join(', ')}): export the sales behind it, a row for each`
		: '';
}

/** What becomes of fields that a sale can do without, and how to say a value for all rows. */
function constantHints(table: TableUnderstanding, missing: readonly Field[]): readonly string[] {
	const hasDates = table.samples.some(column => isOfDates(column) && !isOfNumbers(column));
	return [
		missing.includes('quantity')
			? `, because price × 1 is not the total in most rows (quantity='1', in single quotes, says that each is one unit)`
			: '',
		besidesHint(table, missing),
		missing.includes('product')
			? `; product='Receipt', in single quotes, says that each row is a sale of what is called so`
			: '',
		missing.includes('at') && !hasDates
			? `; at='2026-03-01', in single quotes, says that all rows are of that day`
			: '',
	];
}

/** What else a column may hold, and what each row is without it. */
function besidesHint({columns}: TableUnderstanding, missing: readonly Field[]): string {
	const more = (['quantity', 'order'] as const).filter(
		field => columns[field] === undefined && !missing.includes(field),
	);
	if (more.length === 0) {
		return '';
	}
	const flags = more.map(field => `${field}=COLUMN`).join(' and ');
	const without = more.includes('quantity')
		? ['is one unit', ...(more.includes('order') ? ['an order of its own'] : [])]
		: ['is an order of its own'];
	return `, and ${flags} if a column holds that: else each row ${without.join(' and ')}`;
}

function linkedHint({shape}: TableUnderstanding): string {
	switch (shape) {
		case 'lines':
			return '; where the dates stand in a table of orders, import both together';
		case 'orders':
			return '; where the products stand in a table of order lines, import both together';
		default:
			return '';
	}
}

function encodingHint(header: readonly string[]): string {
	return areGarbled(header)
		? '; names that look wrong are written otherwise than in UTF-8: --encoding says how, such as shift_jis or windows-1250'
		: '';
}

/** Names of columns are neither dates nor amounts; years are both, above the columns of a summary. */
export function seemsHeaderless(header: readonly string[]): boolean {
	const values = header.map(text => text.trim()).filter(text => text !== '' && !isPeriod(text));
	const areNumbered = header.every((text, place) => text === String(place + 1));
	return (
		!areNumbered &&
		values.some(text => /\d/.test(text) && (dateParts(text) !== undefined || bareNumber(text) !== undefined))
	);
}

/** Whether a header is such as other encodings look when they are taken for Windows-1252. */
function areGarbled(header: readonly string[]): boolean {
	const letters = header.join('').replaceAll(/[\s\d_]/g, '');
	const strange = letters.match(/[\u0080-\u00FF\u2013-\u2122\uFFFD]/g) ?? [];
	return strange.length > letters.length / 3;
}

/** Whether a column is of a year, a quarter or a month. */
function isPeriod(header: string): boolean {
	return (
		/^(?:(?:19|20)\d\d|(?:Q[1-4]|[\p{L}]{3,9})[ .'’/-]*(?:(?:19|20)?\d\d)?|(?:19|20)\d\d[-/ ](?:Q[1-4]|\d\d?))$/u.test(
			header.trim(),
		) &&
		(/\d/.test(header) || /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(header.trim()))
	);
}
