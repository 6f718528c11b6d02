import {type Field, reasonLeftOut} from '../mapping/fields.ts';
import type {TableUnderstanding} from './table-understanding.ts';

/** The names of the columns, by field. */
export function mappingOf({matches}: TableUnderstanding): Readonly<Partial<Record<Field, string>>> {
	return Object.fromEntries(
		matches.filter(({field}) => reasonLeftOut(field) === undefined).map(({field, header}) => [field, header]),
	);
}
