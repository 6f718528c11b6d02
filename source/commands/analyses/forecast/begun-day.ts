import type {Forecast, ForecastPoint} from '../../../analytics/forecast/forecast.ts';
import {dayMs, localDay, type Zone} from '../../../business-time.ts';
import {readSalesHistory} from '../../../dashboard/read-sales-history.ts';
import type {Money} from '../../../money.ts';
import type {Store} from '../../../store/open-store.ts';
import type {ForecastSource} from './forecast-source.ts';

/** The first day of a forecast where a part of it has passed: what it brought, and with that all it will bring. */
export type BegunDay = ForecastPoint & {readonly soFar: Money};

/** Reads what a day has brought by a moment, to be joined to what is forecast of the whole day, as a screen does. */
export function begunDay(store: Store, zone: Zone, moment: number) {
	const history = readSalesHistory(store, zone, moment);
	const today = localDay(zone, moment);
	const soFar = history.byHour('revenue', moment).today;

	return (forecast: Forecast, {firstDay, values}: ForecastSource): BegunDay | undefined => {
		if (forecast.status !== 'ready' || soFar === 0 || firstDay + values.length !== today) {
			return undefined;
		}
		const begun = history.nextDays(moment, {forecast, startsAt: today * dayMs}).forecast;
		return begun.status === 'ready' ? {...begun.points[0]!, soFar} : undefined;
	};
}
