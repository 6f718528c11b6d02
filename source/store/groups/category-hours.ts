import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {slotMs} from '../schema/schema.ts';

/** Sales of one category in one region and one hour of the day. */
export type CategoryHour = {
	readonly categoryId: number;
	readonly regionId: number;
	/** 0 to 23. */
	readonly hour: number;
	/** Orders with at least one line of the category. */
	readonly orders: number;
	readonly units: number;
	readonly revenue: Money;
};

/** Sales by category, region and local hour of the day; one UTC offset must hold from slot to slot. */
export const categoryHours = (db: Database) => {
	const query = db.prepare<{from: number; to: number; offsetMs: number}, CategoryHour>(`
		SELECT category_id AS categoryId, region_id AS regionId,
			(slot * ${slotMs} + @offsetMs) / 3600000 % 24 AS hour,
			sum(orders) AS orders, sum(units) AS units, sum(revenue) AS revenue
		FROM category_slots
		WHERE slot >= @from AND slot < @to
		GROUP BY categoryId, regionId, hour
	`);

	return (from: number, to: number, offsetMs: number) => query.all({from, to, offsetMs});
};
