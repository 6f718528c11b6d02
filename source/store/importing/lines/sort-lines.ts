import type {Zone} from '../../../business-time.ts';
import type {ImportedLine} from '../../../imported-line.ts';
import type {KnownOrder} from '../orders/imported-orders.ts';
import {isSameOrder, type OrderFacts, orderKeys} from '../orders/order-keys.ts';
import type {OrderRecords} from '../orders/order-records.ts';
import type {LinesHeld} from './lines-held.ts';
import type {HeldLine} from './lines-left.ts';

/** A line with the product it sells. */
export type Sold = {readonly line: ImportedLine; readonly productId: number};

/** The lines of an order that is new, under its key. */
export type NewOrder = {readonly key: string; readonly facts: OrderFacts; readonly lines: Sold[]};

/** A line of an order that the database holds. */
export type KnownLine = {readonly orderId: number; readonly sold: Sold};

/** A line in place of another. */
export type ChangedLine = KnownLine & {readonly before: HeldLine};

export type SortedLines = {
	readonly newOrders: readonly NewOrder[];
	/** Lines that known orders lack. */
	readonly additions: readonly KnownLine[];
	/** Lines that change what known orders hold. */
	readonly changes: readonly ChangedLine[];
	/** Lines in place of all those of an order, by its id: a later record of the source holds it anew. */
	readonly renewals: ReadonlyMap<number, Sold[]>;
	/** Lines that known orders hold. */
	readonly duplicates: readonly ImportedLine[];
};

export type SortingQuestions = {
	readonly findOrder: (key: string) => KnownOrder | undefined;
	readonly productIdOf: (line: ImportedLine) => number;
	/** Whether lines that a newer export has changed replace those that are loaded. */
	readonly isUpdate: boolean;
	/** Whether the records of the source are newer than whatever is loaded, and replace it. */
	readonly isLatest: boolean;
};

/** Sorts lines into those of new orders and those of orders that the database holds, by what it holds of them. */
export function sortLines(
	lines: readonly ImportedLine[],
	zone: Zone,
	{findOrder, productIdOf, isUpdate, isLatest}: SortingQuestions,
	held: LinesHeld,
	records: OrderRecords,
): SortedLines {
	const newOrders = new Map<string, NewOrder>();
	const knownOrders = new Map<string, KnownOrder>();
	/** The key of the order of a line, and that order where the database holds it. */
	const orderOf = (line: ImportedLine): {readonly key: string; readonly known?: KnownOrder} => {
		let key = line.order;
		for (key of orderKeys(line, zone)) {
			const sibling = newOrders.get(key)?.facts;
			const known = sibling ? undefined : (knownOrders.get(key) ?? findOrder(key));
			const facts = sibling ?? known;
			if (facts === undefined || isSameOrder(line.order, facts, line, zone)) {
				return known ? {key, known} : {key};
			}
		}
		return {key};
	};
	const duplicates: ImportedLine[] = [];
	let others: KnownLine[] = [];
	const renewals = new Map<number, Sold[]>();
	let last: NewOrder | undefined;
	for (const [place, line] of lines.entries()) {
		const sold = {line, productId: productIdOf(line)};
		// Most lines follow another one of their order.
		if (last && last.key === line.order && isSameOrder(line.order, last.facts, line, zone)) {
			last.lines.push(sold);
			continue;
		}
		const {key, known} = orderOf(line);
		if (known === undefined) {
			last = newOrders.get(key) ?? {key, facts: line, lines: []};
			last.lines.push(sold);
			newOrders.set(key, last);
			continue;
		}
		const {orderId} = known;
		knownOrders.set(key, known);
		if (records.begins(orderId, lines, place)) {
			if (isUpdate || isLatest || records.isOwn(orderId)) {
				const older = others.filter(other => other.orderId === orderId).map(other => other.sold);
				duplicates.push(...[...older, ...(renewals.get(orderId) ?? [])].map(each => each.line));
				others = others.filter(other => other.orderId !== orderId);
				renewals.set(orderId, []);
			}
			held.again(orderId);
		}
		const renewal = renewals.get(orderId);
		if (renewal) {
			renewal.push(sold);
		} else if (held.takes(orderId, sold.productId, line)) {
			duplicates.push(line);
		} else {
			others.push({orderId, sold});
		}
	}
	return {newOrders: [...newOrders.values()], ...additionsAndChanges(others, held), renewals, duplicates};
}

/** Only when all lines were looked at: what is held may be a later line of the source. */
function additionsAndChanges(others: readonly KnownLine[], held: LinesHeld) {
	const additions: KnownLine[] = [];
	const changes: ChangedLine[] = [];
	for (const other of others) {
		const before = held.changedBy(other.orderId, other.sold.productId, other.sold.line);
		if (before) {
			changes.push({...other, before});
		} else {
			additions.push(other);
		}
	}
	return {additions, changes};
}
