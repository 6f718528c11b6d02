import type {ForecastModel} from '../model.ts';
import {chooseEts, estimateEts, forecastEts} from './ets.ts';
import type {EtsForm} from './ets-form.ts';

const fewestPeriods = 10;

/** Exponential smoothing forgets; older periods than these change nothing but the time it takes. */
const mostPeriods = 800;

const growth = 1.2;

/** Exponential smoothing of the form that suits the series best; see `chooseEts`. */
export function etsModel(period: number): ForecastModel {
	const recent = (values: readonly number[]) => values.slice(-mostPeriods);
	return {
		name: 'ets',
		periodsNeeded: fewestPeriods,
		fit: (values, horizon) => forecastEts(chooseEts(recent(values), period), horizon),
		settledOn() {
			// The form is chosen again only when the series has grown by a fair part.
			let chosen: {readonly form: EtsForm; readonly length: number} | undefined;
			return {
				name: 'ets',
				periodsNeeded: fewestPeriods,
				fit(values, horizon) {
					const isStale = !chosen || values.length > growth * chosen.length;
					const estimate =
						(isStale || !chosen ? undefined : estimateEts(recent(values), chosen.form, period)) ??
						chooseEts(recent(values), period);
					chosen = isStale ? {form: estimate.form, length: values.length} : chosen;
					return forecastEts(estimate, horizon);
				},
			};
		},
	};
}
