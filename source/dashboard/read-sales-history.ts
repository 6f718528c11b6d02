import type {Zone} from '../business-time.ts';
import type {Store} from '../store/open-store.ts';
import {firstOrderAt} from '../store/orders/extent.ts';
import {orderTotals} from '../store/orders/order-totals.ts';
import {slotTotals} from '../store/orders/slot-totals.ts';
import {slotMs} from '../store/schema/schema.ts';
import {createSalesHistory, historyFrom, type SalesHistory} from './sales-history.ts';

/** The history of sales up to a moment, from the rollups: a few milliseconds. */
export function readSalesHistory({db}: Store, zone: Zone, now: number): SalesHistory {
	const history = createSalesHistory(zone, firstOrderAt(db)());
	const openSlot = Math.floor(now / slotMs);
	for (const {slot, revenue, orders} of slotTotals(db)(
		Math.floor(historyFrom(zone, now) / slotMs),
		openSlot,
	)) {
		history.add(slot * slotMs, revenue, orders);
	}
	const {revenue, orders} = orderTotals(db)({from: openSlot * slotMs, to: now});
	history.add(now, revenue, orders);
	return history;
}
