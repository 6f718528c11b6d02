import type {ImportedLine} from '../../../imported-line.ts';
import type {LinesHeld} from '../lines/lines-held.ts';
import type {NewOrder, SortedLines} from '../lines/sort-lines.ts';
import type {KnownOrder} from './imported-orders.ts';

/** An order that the database holds at another moment. */
export type MovedOrder = {readonly known: KnownOrder; readonly order: NewOrder};

/**
 * Tells an order that came again with another date, as a draft that was paid later, from a receipt whose number
 * a till has begun to give anew. Both have the number of an order that is loaded. It is the same one where store,
 * customer and all lines are equal, nothing else in the source stands for it, and it is somebody's; or a guest's,
 * if the source goes back to its date and repeats others that are loaded: then it would have to be there.
 */
export function movedOrders(findOrder: (key: string) => KnownOrder | undefined, held: LinesHeld) {
	let earliest = Number.POSITIVE_INFINITY;
	let hasRepeated = false;

	const movedFrom = (order: NewOrder): KnownOrder | undefined => {
		const {key, lines} = order;
		const {line: first} = lines[0]!;
		if (key === first.order) {
			return undefined;
		}
		const known = findOrder(first.order);
		if (!known || known.store !== first.store || known.customer !== first.customer) {
			return undefined;
		}
		const isExpected = known.customer !== undefined || (hasRepeated && earliest <= known.at);
		return isExpected && held.areAll(known.orderId, lines) ? known : undefined;
	};

	/** @param lines all those that were sorted */
	return (lines: readonly ImportedLine[], sorted: SortedLines) => {
		for (const {at} of lines) {
			earliest = Math.min(earliest, at);
		}
		hasRepeated ||= sorted.duplicates.length > 0;
		const moved: MovedOrder[] = [];
		const newOrders = sorted.newOrders.filter(order => {
			const known = movedFrom(order);
			if (known) {
				moved.push({known, order});
			}
			return !known;
		});
		return {moved, sorted: moved.length === 0 ? sorted : {...sorted, newOrders}};
	};
}
