import type {Field} from '../../mapping/fields.ts';
import type {TableUnderstanding} from '../table-understanding.ts';

/** What people call a field. */
export function wordOf(field: Field): string {
	return field === 'at' ? 'date' : field === 'unitPrice' ? 'price' : field;
}

/** The header of the column that holds a field; the field itself where none does. */
export function nameOf({columns, header}: TableUnderstanding, field: Field): string {
	const place = columns[field];
	return place === undefined ? field : (header[place]?.trim() ?? field);
}
