import type {Zone} from '../../../business-time.ts';
import type {ImportedLine} from '../../../imported-line.ts';
import type {KnownOrder} from '../orders/imported-orders.ts';
import {isSameOrder, orderKeys} from '../orders/order-keys.ts';
import type {LinesHeld, VanishedLine} from './lines-held.ts';
import type {KnownLine, SortingQuestions} from './sort-lines.ts';

/** More orders than this do not come to nothing between two exports. */
const mostLines = 100_000;

/** Lines that are loaded and of which the source says now that their order came to nothing. */
export function undoneLines(
	zone: Zone,
	{findOrder, productIdOf}: Pick<SortingQuestions, 'findOrder' | 'productIdOf'>,
	held: LinesHeld,
) {
	const known: KnownLine[] = [];

	const orderOf = (line: ImportedLine): KnownOrder | undefined => {
		for (const key of orderKeys(line, zone)) {
			const order = findOrder(key);
			if (!order || isSameOrder(line.order, order, line, zone)) {
				return order;
			}
		}
		return undefined;
	};

	return {
		/** @returns the lines of orders that the database holds */
		hear(lines: readonly ImportedLine[]) {
			let last: {readonly line: ImportedLine; readonly order: KnownOrder | undefined} | undefined;
			return lines.flatMap(line => {
				// The lines of an order follow one another.
				const isSame = last?.line.order === line.order && isSameOrder(line.order, last.line, line, zone);
				const order = isSame ? last!.order : orderOf(line);
				last = {line, order};
				if (!order) {
					return [];
				}
				if (known.length < mostLines) {
					known.push({orderId: order.orderId, sold: {line, productId: productIdOf(line)}});
				}
				return [{orderId: order.orderId, line}];
			});
		},
		/**
		 * Only when all of the source was read: another line of it may stand for what an order holds.
		 *
		 * @returns what the database holds of them
		 */
		settle: (): readonly VanishedLine[] =>
			known.flatMap(({orderId, sold: {line, productId}}) => {
				const {quantity, unitPrice, discount} = line;
				const same = {quantity, unitPrice, discount};
				const loaded = held.takes(orderId, productId, line) ? same : held.changedBy(orderId, productId, line);
				return loaded ? [{...loaded, orderId, productId, count: 1}] : [];
			}),
	};
}
