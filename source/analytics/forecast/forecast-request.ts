import {arimaModel} from './arima/arima-model.ts';
import {longestEtsSeason} from './ets/ets.ts';
import {etsModel} from './ets/ets-model.ts';
import type {Forecast} from './forecast.ts';
import {makeForecast} from './make-forecast.ts';
import type {ForecastModel} from './model.ts';
import {arimaCandidates, type ModelChoice} from './model-choice.ts';
import {type MstlLibrary, mstlModel} from './mstl-model.ts';
import {type ProphetLibrary, prophetModel} from './prophet-model.ts';
import {seasonalNaiveModel} from './seasonal-naive-model.ts';
import {mainSeason, periodStart, type Unit, visibleSeasons} from './unit.ts';

/** A forecast to make; plain data, so that it can be sent to another thread. */
export type ForecastRequest = {
	/** Complete periods, oldest first, without gaps. */
	readonly values: readonly number[];
	readonly unit: Unit;
	/** When the first period begins, in days since 1970-01-01. */
	readonly firstDay: number;
	readonly model: ModelChoice;
	/** Periods ahead. */
	readonly horizon: number;
	/**
	 * `calibrated` bands hold what they promise on back-test; `model` leaves them as the literature
	 * defines them for the model.
	 */
	readonly bands: 'calibrated' | 'model';
};

/** The models that are not written here; absent where they are not needed. */
export type ModelLibraries = {readonly mstl?: MstlLibrary; readonly prophet?: ProphetLibrary};

/** Which libraries a choice needs. */
export function librariesFor({kind}: ModelChoice): readonly (keyof ModelLibraries)[] {
	return kind === 'auto' ? ['mstl', 'prophet'] : kind === 'mstl' || kind === 'prophet' ? [kind] : [];
}

/** @throws Error that says why, where the one model that is asked for breaks down on this series */
export function answerForecastRequest(request: ForecastRequest, libraries: ModelLibraries): Forecast {
	const {values, unit, horizon, bands} = request;
	return makeForecast({
		values,
		season: mainSeason(unit, values.length),
		horizon,
		models: modelsFor(request, libraries),
		isCalibrated: bands === 'calibrated',
	});
}

/** Simplest first. */
function modelsFor(
	{model, unit, values, firstDay}: ForecastRequest,
	libraries: ModelLibraries,
): ForecastModel[] {
	const season = mainSeason(unit, values.length);
	const ets = () =>
		etsModel(visibleSeasons(unit, values.length).findLast(length => length <= longestEtsSeason) ?? 1);
	const mstl = () =>
		libraries.mstl && (visibleSeasons(unit, values.length).length > 0 || model.kind === 'mstl')
			? [mstlModel(libraries.mstl, length => visibleSeasons(unit, length))]
			: [];
	const prophet = () =>
		libraries.prophet ? [prophetModel(libraries.prophet, index => periodStart(unit, firstDay, index))] : [];
	switch (model.kind) {
		case 'seasonal-naive':
			return [seasonalNaiveModel(season)];
		case 'arima':
			return [arimaModel(model.order)];
		case 'ets':
			return [ets()];
		case 'mstl':
			return mstl();
		case 'prophet':
			return prophet();
		case 'auto':
			return [
				seasonalNaiveModel(season),
				...arimaCandidates(season).map(arimaModel),
				ets(),
				...mstl(),
				...prophet(),
			];
	}
}
