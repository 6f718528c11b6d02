import {dayMs, localDay, openZone} from '../../source/business-time.ts';
import {loadCatalogue} from '../../source/producer/catalogue.ts';
import {createSimulator} from '../../source/producer/simulator.ts';
import {normals} from './series.ts';

const zone = openZone('Europe/Paris');

/** The day on which simulated shops begin, in days since 1970-01-01. */
export const firstSimulatedDay = 20_301;

/** Orders and revenue of each complete day of a simulated shop. */
export function simulatedDays(
	seed: number,
	days: number,
): {readonly orders: readonly number[]; readonly revenue: readonly number[]} {
	const since = firstSimulatedDay * dayMs;
	const simulator = createSimulator({
		catalogue: loadCatalogue(),
		seed,
		zone,
		since,
		run: 't',
		ordersPerDay: 300,
	});
	const orders = Array.from({length: days}, () => 0);
	const revenue = Array.from({length: days}, () => 0);
	for (const moment of simulator.history({from: since, to: since + days * dayMs})) {
		const day = 'order' in moment ? localDay(zone, moment.order.at) - firstSimulatedDay : days;
		if ('order' in moment && day < days) {
			orders[day]!++;
			for (const {quantity, unitPrice, discount} of moment.order.lines) {
				revenue[day]! += quantity * unitPrice - discount;
			}
		}
	}
	return {orders: orders.slice(1), revenue: revenue.slice(1)};
}

/**
 * Days of a wholesaler as in Online Retail: closed on Saturdays and from Christmas until after the New
 * Year, busier before Christmas, some huge orders.
 *
 * @param hasHolidays whether it closes at Christmas, three weeks after it begins, and for the days of Easter
 */
export function wholesalerDays(seed: number, days: number, hasHolidays = false): number[] {
	const normal = normals(seed);
	const weekdays = [1, 1.1, 1.15, 1.3, 1, 0, 0.6];
	let level = 0;
	return Array.from({length: days}, (_, day) => {
		level = 0.7 * level + 0.1 * normal();
		const rise = 1 + 0.6 * Math.max(0, (day - days + 105) / 105);
		const huge = Math.abs(normal()) > 2.05 ? 1.8 : 1;
		const value = 26_000 * weekdays[day % 7]! * rise * Math.exp(level + 0.18 * normal()) * huge;
		const isHoliday = (day >= 23 && day < 34) || (day >= 142 && day < 146) || day === 152;
		return hasHolidays && isHoliday ? 0 : value;
	});
}
