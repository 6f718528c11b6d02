import type {Columns} from '../mapping/fields.ts';
import {presentText, withoutZeroFraction} from '../values/present-text.ts';

/** The order number that a row says; nothing where it says none, or no column has them. */
export function orderNumberIn({order}: Columns, cells: readonly string[] | undefined): string | undefined {
	const text = presentText(cells?.[order ?? -1]);
	return text === undefined ? undefined : withoutZeroFraction(text);
}
