import {reasonLeftOut} from '../mapping/fields.ts';
import type {TableUnderstanding} from './table-understanding.ts';

/** Columns that are known or unknown and of which nothing is loaded. */
export function columnsLeftOut({
	header,
	matches,
	shape,
	allStates,
	refunds,
}: TableUnderstanding): readonly string[] {
	const used = new Set(
		matches.filter(({field}) => reasonLeftOut(field) === undefined).map(({place}) => place),
	);
	used.add(refunds.list ?? -1);
	const isEveryState = allStates || (shape !== 'sales' && shape !== 'orders');
	const known = new Map(
		matches.map(({place, field}) => [
			place,
			field === 'status' && isEveryState ? 'every state of an order is loaded' : reasonLeftOut(field),
		]),
	);
	return header.flatMap((text, place) => {
		if (used.has(place) || text.trim() === '') {
			return [];
		}
		const reason = known.get(place);
		return [reason === undefined ? text.trim() : `${text.trim()} (${reason})`];
	});
}
