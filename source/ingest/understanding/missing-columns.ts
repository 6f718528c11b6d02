import type {Field} from '../mapping/fields.ts';
import {headerKey} from '../mapping/header-key.ts';
import {SourceError} from '../source-error.ts';
import {headerlessMessage, missingColumnsMessage, seemsHeaderless} from './missing-columns-message.ts';
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

/**
 * @throws SourceError that says what the table is that is no sales, or has no column that was asked for;
 * MissingColumnsError that says which columns there are and how to name the right ones
 */
export function assertComplete(table: TableUnderstanding): void {
	const {header, name} = table;
	for (const [field, asked] of Object.entries(table.asked)) {
		if (!header.some(text => headerKey(text) === headerKey(asked))) {
			throw new SourceError(
				`${name} has no column "${asked}" for ${field}; its header is: ${header.map(text => text.trim()).join(', ')}`,
			);
		}
	}
	if (table.otherBooks !== undefined) {
		throw new SourceError(otherBooksMessage(table, table.otherBooks));
	}
	const missing = missingFields(table);
	if (missing.length > 0) {
		const message = seemsHeaderless(header)
			? headerlessMessage(table)
			: missingColumnsMessage(table, missing);
		throw new MissingColumnsError(message, missing, header);
	}
}

function otherBooksMessage({name, columns, header}: TableUnderstanding, otherBooks: string): string {
	const known = (['product', 'quantity', 'unitPrice', 'total', 'at'] as const)
		.filter(field => columns[field] !== undefined)
		.map(field => `${field}=${header[columns[field]!]!.trim()}`);
	return `${name} seems to be ${otherBooks}, and no sales; to load it all the same, say which column is which: --map "${known.join(',')}"`;
}

/** What no sale can do without, and no column holds. */
function missingFields(table: TableUnderstanding): readonly Field[] {
	const {columns} = table;
	const isPriced = columns.unitPrice !== undefined || columns.total !== undefined;
	return [
		...(columns.product === undefined ? (['product'] as const) : []),
		...(isPriced ? [] : (['unitPrice'] as const)),
		...(columns.at === undefined ? (['at'] as const) : []),
		...(columns.quantity === undefined && isOtherThanPrice(table) ? (['quantity'] as const) : []),
	];
}

const mostlyWrong = 0.5;

/** Whether rows cannot be one unit each: most of them have another total than price. */
function isOtherThanPrice({columns, amount}: TableUnderstanding): boolean {
	return (
		columns.unitPrice !== undefined &&
		columns.total !== undefined &&
		amount.agreement !== undefined &&
		amount.agreement < mostlyWrong
	);
}
