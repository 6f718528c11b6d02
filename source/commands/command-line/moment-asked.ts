import {isoDate, localDay, type Zone} from '../../business-time.ts';
import {presentMoment} from '../../dashboard/present-moment.ts';
import {namedMoment} from '../../parse-moment.ts';
import type {Store} from '../../store/open-store.ts';
import {ordersWithLines} from '../../store/orders/orders-with-lines.ts';
import {type CommonOptions, checking} from './common-options.ts';

export type AskedMoment = {
	readonly flag: string;
	/** As it was written; absent for the present. */
	readonly text: string | undefined;
	readonly now: number;
	readonly zone: Zone;
};

/**
 * The first moment that does not count: the one asked for, else now, or the end of the last sale of a
 * shop that has long been silent, which is told.
 *
 * @throws UsageError that names a moment which cannot be
 */
export function momentAsked(
	{db}: Store,
	{isQuiet}: CommonOptions,
	{flag, text, now, zone}: AskedMoment,
): number {
	if (text !== undefined) {
		return checking(() => namedMoment(flag, text, zone));
	}
	const lastSaleAt = ordersWithLines(db).latestAt(now);
	const moment = presentMoment(lastSaleAt, now);
	if (moment !== now && !isQuiet) {
		const day = isoDate(localDay(zone, moment - 1));
		console.error(`salesmon: the last sale was on ${day}: all as it was then; ${flag} says otherwise`);
	}
	return moment;
}
