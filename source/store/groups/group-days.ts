import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {slotMs} from '../schema/schema.ts';

/** Revenue of one region or category on one local day, in days since 1970-01-01. */
export type GroupDay = {readonly id: number; readonly day: number; readonly revenue: Money};

/** Revenue by region and local day; one UTC offset must hold from slot to slot. */
export const regionDays = (db: Database) => groupDays(db, 'order_slots', 'region_id');

/** Revenue by category and local day; one UTC offset must hold from slot to slot. */
export const categoryDays = (db: Database) => groupDays(db, 'category_slots', 'category_id');

const groupDays = (db: Database, table: string, column: string) => {
	const query = db.prepare<{from: number; to: number; offsetMs: number}, GroupDay>(`
		-- A bound number is a REAL, and so would the day be.
		SELECT ${column} AS id, (slot * ${slotMs} + CAST(@offsetMs AS INTEGER)) / 86400000 AS day, sum(revenue) AS revenue
		FROM ${table}
		WHERE slot >= @from AND slot < @to
		GROUP BY id, day
	`);

	return (from: number, to: number, offsetMs: number) => query.all({from, to, offsetMs});
};
