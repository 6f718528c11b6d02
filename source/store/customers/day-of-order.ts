import {localDay, type Zone} from '../../business-time.ts';
import type {Store} from '../open-store.ts';

/** What SQL calls the day of an order, since 1970-01-01, in a zone: the database knows the dates of its own only. */
export function dayOfOrder({db, zone: ownZone}: Store, zone: Zone): string {
	if (zone.name === ownZone.name) {
		return 'date_id';
	}
	db.function('local_day', {deterministic: true}, at => localDay(zone, Number(at)));
	return 'local_day(at)';
}
