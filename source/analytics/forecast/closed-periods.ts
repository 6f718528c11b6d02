import type {Fit, ForecastModel} from './model.ts';

/** Seasons in a row without anything that make a place of the season one where nothing is sold. */
const seasonsToBeClosed = 4;

/**
 * The same model, but sure of nothing on days that are closed: where a place of the season, as Saturday
 * in a shop that does not open then, held 0 in each of the last seasons, 0 is what comes. Without
 * this, a band for open days is drawn around a day that is not one.
 *
 * @param season periods in a season
 */
export function withClosedPeriods(model: ForecastModel, season: number): ForecastModel {
	const {settledOn} = model;
	return {
		...model,
		fit: (values, horizon) => closed(model.fit(values, horizon), values, season),
		...(settledOn && {settledOn: values => withClosedPeriods(settledOn(values), season)}),
	};
}

function closed(fit: Fit, values: readonly number[], season: number): Fit {
	const start = values.length - seasonsToBeClosed * season;
	if (season === 1 || start < 0) {
		return fit;
	}
	const recent = values.slice(start);
	const sold = recent.reduce<Set<number>>(
		(places, value, index) => (value === 0 ? places : places.add(index % season)),
		new Set(),
	);
	if (sold.size === 0) {
		return fit;
	}
	const orZero = (part: number, ahead: number) => (sold.has(ahead % season) ? part : 0);
	return {means: fit.means.map(orZero), deviations: fit.deviations.map(orZero)};
}
