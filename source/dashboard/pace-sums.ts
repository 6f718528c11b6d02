import {startOfDay, type Zone} from '../business-time.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {ProductUnits} from './stock-book.ts';
import {paceDays} from './stock-room.ts';
import type {ResolvedWindow} from './window.ts';

/** Units sold by product over the days that a product's pace is taken from. */
export type PaceSums = Map<number, number>;

/** When the days begin over which a product's pace is taken. */
export function paceFrom({today}: ResolvedWindow, zone: Zone): number {
	return startOfDay(zone, today - paceDays);
}

/** Adds what was sold. */
export function addToPace(pace: PaceSums, rows: readonly ProductUnits[]): void {
	for (const {productId, units} of rows) {
		pace.set(productId, (pace.get(productId) ?? 0) + units);
	}
}

/** Adds an order, or with -1 takes it away. */
export function addOrderToPace(pace: PaceSums, {lines}: StoredOrder, sign: 1 | -1): void {
	for (const {productId, quantity} of lines) {
		pace.set(productId, (pace.get(productId) ?? 0) + sign * quantity);
	}
}
