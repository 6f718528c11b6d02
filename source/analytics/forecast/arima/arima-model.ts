import type {ForecastModel} from '../model.ts';
import {arimaPeriodsNeeded, estimateArima, forecastArima} from './arima.ts';
import {type ArimaOrder, arimaName} from './arima-order.ts';

/** So many periods fix the coefficients well enough for all folds of a back-test. */
const enoughToSettle = 300;

/** An ARIMA model of fixed order; see `estimateArima`. */
export function arimaModel(order: ArimaOrder): ForecastModel {
	const model: ForecastModel = {
		name: arimaName(order),
		periodsNeeded: arimaPeriodsNeeded(order),
		fit: (values, horizon) => forecastArima(values, estimateArima(values, order), horizon),
	};
	return {
		...model,
		settledOn(values) {
			if (values.length < enoughToSettle) {
				return model;
			}
			const estimate = estimateArima(values, order);
			return {...model, fit: (later, horizon) => forecastArima(later, estimate, horizon)};
		},
	};
}
