import type {Database} from 'better-sqlite3';
import {dayMs, hourOfDay, isoDate, localDay, type Zone} from '../../business-time.ts';
import {moneyToDecimal} from '../../money.ts';

/** What SQL written by hand can call besides SQLite's own functions, as the help tells it. */
export const sqlFunctionNames = [
	'decimal(money)',
	'local_date(at)',
	'local_hour(at)',
	'local_time(at)',
] as const;

/** Gives SQL the money and the time of the shop: both are integers in the tables. */
export function addSqlFunctions(db: Database, zone: Zone): void {
	const add = (name: string, write: (value: number) => string | number) => {
		db.function(name, {deterministic: true}, value => (value === null ? null : write(Number(value))));
	};
	add('decimal', money => moneyToDecimal(money));
	add('local_date', at => isoDate(localDay(zone, at)));
	add('local_hour', at => hourOfDay(zone, at));
	add('local_time', at => {
		const time = (at + zone.offsetAt(at)) % dayMs;
		return `${isoDate(localDay(zone, at))} ${new Date(time).toISOString().slice(11, 19)}`;
	});
}
