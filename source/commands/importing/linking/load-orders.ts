import type {RejectedRow} from '../../../imported-line.ts';
import type {OrderHeader} from '../../../ingest/linking/linked-tables.ts';
import {orderReader} from '../../../ingest/linking/order-reader.ts';
import type {Part} from '../../../ingest/linking/plan-import.ts';
import {readPart} from '../../../ingest/linking/read-part.ts';
import {reasons} from '../../../ingest/rows/reasons.ts';
import {type LinkedJob, loadPart} from './load-part.ts';

/** Accounts for a table of orders, all lines of which are loaded. */
export async function loadOrders(part: Part, job: LinkedJob): Promise<void> {
	const {zone, tables, isRefused} = job;
	await loadPart(part, job, async (into, found) => {
		const reader = orderReader(part.table, zone, tables, () => false);
		for await (const {entries, rejected, repaired} of readPart(part, withRow(reader))) {
			const orders = isRefused ? {loaded: 0, duplicate: 0, rejected: []} : ordersOf(entries, tables.orders!);
			const all = [...rejected, ...orders.rejected];
			found.reject(all);
			into.count({...orders, refused: isRefused ? entries.length : 0, rejected: all, repaired});
		}
	});
}

type NumberedOrder = {readonly number: string; readonly lineNumber: number; readonly raw: string};

/** Keeps with each order where it stands. */
function withRow(reader: ReturnType<typeof orderReader>) {
	return (record: Parameters<typeof reader>[0]) => {
		const row = reader(record);
		return 'entry' in row
			? {entry: {number: row.entry.number, lineNumber: record.line, raw: record.raw} satisfies NumberedOrder}
			: row;
	};
}

/** An order is loaded with its lines; one without any is none. */
function ordersOf(orders: readonly NumberedOrder[], headers: ReadonlyMap<string, OrderHeader>) {
	const rejected: RejectedRow[] = [];
	let loaded = 0;
	let duplicate = 0;
	for (const {number, lineNumber, raw} of orders) {
		const header = headers.get(number);
		if (!header?.isUsed) {
			rejected.push(
				header?.isNothing
					? {lineNumber, field: 'status', reason: reasons.cameToNothing, value: number, raw, amount: 0}
					: {lineNumber, field: 'order', reason: reasons.noLines, value: number, raw, amount: 0},
			);
		} else if (header.isKnown) {
			duplicate++;
		} else {
			loaded++;
		}
	}
	return {loaded, duplicate, rejected};
}
