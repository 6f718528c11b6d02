import {dayMs} from '../business-time.ts';

/** A shop that has not sold for this long is shown as it was at its last sale. */
const silentAfterMs = 7 * dayMs;

/** Whether the shop has been silent for so long that its last sale is a better present than now. */
export function isSilent(lastSaleAt: number | undefined, now: number): lastSaleAt is number {
	return lastSaleAt !== undefined && now - lastSaleAt > silentAfterMs;
}

/** The first moment that does not count: now, or of a shop long silent the one after its last sale. */
export function presentMoment(lastSaleAt: number | undefined, now: number): number {
	return isSilent(lastSaleAt, now) ? lastSaleAt + 1 : now;
}
