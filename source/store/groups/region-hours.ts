import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {slotMs} from '../schema/schema.ts';

/** Sales of one region in one hour of the day. */
export type RegionHour = {
	readonly regionId: number;
	/** 0 to 23. */
	readonly hour: number;
	readonly orders: number;
	readonly units: number;
	readonly revenue: Money;
};

/** Sales by region and local hour of the day; one UTC offset must hold from slot to slot. */
export const regionHours = (db: Database) => {
	const query = db.prepare<{from: number; to: number; offsetMs: number}, RegionHour>(`
		SELECT region_id AS regionId, (slot * ${slotMs} + @offsetMs) / 3600000 % 24 AS hour,
			sum(orders) AS orders, sum(units) AS units, sum(revenue) AS revenue
		FROM order_slots
		WHERE slot >= @from AND slot < @to
		GROUP BY regionId, hour
	`);

	return (from: number, to: number, offsetMs: number) => query.all({from, to, offsetMs});
};
