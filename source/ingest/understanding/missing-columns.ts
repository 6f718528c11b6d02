import {isOfDates, isOfNumbers} from '../mapping/column-sample.ts';
import type {Field} from '../mapping/fields.ts';
import {headerKey} from '../mapping/header-key.ts';
import {examplesOf} from '../mapping/match-columns.ts';
import {SourceError} from '../source-error.ts';
import {bareNumber} from '../values/bare-number.ts';
import {dateParts} from '../values/date-parts.ts';
import type {TableUnderstanding} from './table-understanding.ts';

/** A source has no column for what a sale cannot do without. */
export class MissingColumnsError extends SourceError {
	readonly fields: readonly Field[];
	readonly header: readonly string[];

	constructor(message: string, fields: readonly Field[], header: readonly string[]) {
		super(message);
		this.fields = fields;
		this.header = header;
	}
}

const mostlyWrong = 0.5;

/** @throws SourceError that says what the table is that is no sales, or MissingColumnsError that says which columns there are and how to name the right ones */
export function assertComplete(table: TableUnderstanding): void {
	const {columns, header, name, misfits} = table;
	for (const [field, asked] of Object.entries(table.asked)) {
		if (!header.some(text => headerKey(text) === headerKey(asked))) {
			throw new SourceError(
				`${name} has no column "${asked}" for ${field}; its header is: ${header.map(text => text.trim()).join(', ')}`,
			);
		}
	}
	if (table.otherBooks !== undefined) {
		const known = (['product', 'quantity', 'unitPrice', 'total', 'at'] as const)
			.filter(field => columns[field] !== undefined)
			.map(field => `${field}=${header[columns[field]!]!.trim()}`);
		throw new SourceError(
			`${name} seems to be ${table.otherBooks}, and no sales; to load it all the same, say which column is which: --map "${known.join(',')}"`,
		);
	}
	const missing: Field[] = [];
	if (columns.product === undefined) {
		missing.push('product');
	}
	if (columns.unitPrice === undefined && columns.total === undefined) {
		missing.push('unitPrice');
	}
	if (columns.at === undefined) {
		missing.push('at');
	}
	const isContradicted = columns.quantity === undefined && isOtherThanPrice(table);
	if (isContradicted) {
		missing.push('quantity');
	}
	if (missing.length === 0) {
		return;
	}
	const wanted = missing.map(field => `${field} (for example ${examplesOf(field).join(', ')})`);
	const found = header.map(text => text.trim()).join(', ');
	const wrong = misfits
		.filter(({field}) => missing.includes(field))
		.map(misfit => `; ${misfit.header} is none, it holds values like "${misfit.example}"`);
	const linked =
		table.shape === 'lines'
			? '; where the dates stand in a table of orders, import both together'
			: table.shape === 'orders'
				? '; where the products stand in a table of order lines, import both together'
				: '';
	const more = (['quantity', 'order'] as const).filter(
		field => columns[field] === undefined && !missing.includes(field),
	);
	const alone = {quantity: 'is one unit', order: 'an order of its own'};
	const besides =
		more.length === 0
			? ''
			: `, and ${more.map(field => `${field}=COLUMN`).join(' and ')} if a column holds that: else each row ${more.map(field => (field === 'order' && more.length === 1 ? `is ${alone.order}` : alone[field])).join(' and ')}`;
	const nameless = missing.includes('product')
		? `; product='Receipt', in single quotes, says that each row is a sale of what is called so`
		: '';
	const dayless =
		missing.includes('at') && !table.samples.some(column => isOfDates(column) && !isOfNumbers(column))
			? `; at='2026-03-01', in single quotes, says that all rows are of that day`
			: '';
	const unitless = isContradicted
		? `, because price × 1 is not the total in most rows (quantity='1', in single quotes, says that each is one unit)`
		: '';
	const flag = missing.map(field => `${field}=COLUMN`).join(',');
	if (looksLikeData(header)) {
		throw new MissingColumnsError(
			`${name} seems to have no header: its first row is ${found}; write the names of the columns above it, or say which is which by their numbers, such as --no-header --map "order=1,at=2,product=3,quantity=4,unitPrice=5"`,
			missing,
			header,
		);
	}
	const months = header.filter(isPeriod);
	const pivot =
		months.length > 1
			? `; it seems to be a summary with a column for each period (${months.slice(0, 3).join(', ')}): export the sales behind it, a row for each`
			: '';
	throw new MissingColumnsError(
		`${name} has no column for ${wanted.join(', nor for ')}${wrong.join('')}${pivot}; its header is: ${found}; say which with --map "${flag}"${unitless}${besides}${nameless}${dayless}${linked}${areGarbled(header) ? '; names that look wrong are written otherwise than in UTF-8: --encoding says how, such as shift_jis or windows-1250' : ''}`,
		missing,
		header,
	);
}

/** Whether rows cannot be one unit each: most of them have another total than price. */
function isOtherThanPrice({columns, amount}: TableUnderstanding): boolean {
	return (
		columns.unitPrice !== undefined &&
		columns.total !== undefined &&
		amount.agreement !== undefined &&
		amount.agreement < mostlyWrong
	);
}

/** Names of columns are neither dates nor amounts; years are both, above the columns of a summary. */
function looksLikeData(header: readonly string[]): boolean {
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
