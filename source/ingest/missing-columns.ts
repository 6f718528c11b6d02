import type {Field} from './mapping/fields.ts';
import {headerKey} from './mapping/header-key.ts';
import {examplesOf} from './mapping/match-columns.ts';
import {SourceError} from './source-error.ts';
import type {TableUnderstanding} from './understand-table.ts';

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

/** @throws MissingColumnsError that says which columns there are and how to name the right ones */
export function assertComplete(table: TableUnderstanding): void {
	const {columns, header, name, misfits} = table;
	for (const [field, asked] of Object.entries(table.asked)) {
		if (!header.some(text => headerKey(text) === headerKey(asked))) {
			throw new SourceError(
				`${name} has no column "${asked}" for ${field}; its header is: ${header.map(text => text.trim()).join(', ')}`,
			);
		}
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
	const more = (['quantity', 'order'] as const).filter(field => columns[field] === undefined);
	const alone = {quantity: 'is one unit', order: 'an order of its own'};
	const besides =
		more.length === 0
			? ''
			: `, and ${more.map(field => `${field}=COLUMN`).join(' and ')} if a column holds that: else each row ${more.map(field => (field === 'order' && more.length === 1 ? `is ${alone.order}` : alone[field])).join(' and ')}`;
	const flag = missing.map(field => `${field}=COLUMN`).join(',');
	throw new MissingColumnsError(
		`${name} has no column for ${wanted.join(', nor for ')}${wrong.join('')}; its header is: ${found}; say which with --map "${flag}"${besides}${linked}`,
		missing,
		header,
	);
}
