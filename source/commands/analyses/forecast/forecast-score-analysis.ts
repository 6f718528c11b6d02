import type {ForecastPoint} from '../../../analytics/forecast/forecast.ts';
import {type JudgedPeriod, scoreForecasts} from '../../../analytics/forecast/forecast-score.ts';
import {dayMs, isoDate, startOfDay, type Zone} from '../../../business-time.ts';
import {type DatedForecast, readDatedForecast} from '../../../dashboard/read-dated-forecast.ts';
import {moneyToDecimal} from '../../../money.ts';
import {type AnalysisResult, keptResults} from '../../../store/analysis-results.ts';
import {type AnalysedMoment, type Analysis, runAnalysis, zonedInputs} from '../analysis.ts';
import {revenueForecast, usualHorizon} from './forecast-analysis.ts';
import {databaseSource} from './forecast-source.ts';

/** How many of the latest days are held against what was forecast of them. */
const daysJudged = 28;

/** Days that a shop must have sold for before a day, for a forecast of it to be made. */
const daysNeeded = 23;

/** A forecast older than this says nothing of a day any more. */
const daysAhead = usualHorizon - 1;

type JudgedDay = JudgedPeriod & {
	readonly day: number;
	readonly model: string;
	/** Made before the day began; else it was made afterwards, from what was known before. */
	readonly isKept: boolean;
};

/**
 * The last forecast that was made before each of the latest days, against what came. Days before which
 * none was made are forecast now as they would have been then, six days at a time, and that is said of them;
 * those forecasts are kept too, so that it is done once.
 */
export const forecastScoreAnalysis: Analysis = {
	what: 'forecast-score',
	subject: revenueForecast.subject,
	isDaily: true,
	inputs: {command: 'analyse', operands: ['forecast-score'], flags: {}},
	async run(moment) {
		const {store, zone, formats, asOf} = moment;
		const source = databaseSource(store, 'revenue', {unit: 'day', zone, formats, moment: asOf});
		const {values, firstDay, span} = source;
		const end = firstDay + values.length;
		const known = forecastsOf(moment);
		const days: JudgedDay[] = [];
		for (let day = Math.max(firstDay + daysNeeded, end - daysJudged); day < end; day++) {
			const made = await known.before(day);
			const point = made && pointOf(made, day);
			if (point) {
				// The same weekday that was known by then: the day of the forecast itself was not over.
				const weekBefore = day - 7 * Math.ceil((day - made.firstDay + 1) / 7);
				days.push({
					...point,
					day,
					model: made.model,
					isKept: made.isKept,
					actual: values[day - firstDay]!,
					naive: values[weekBefore - firstDay]!,
				});
			}
		}
		return {
			span,
			model: days.at(-1)?.model,
			result: {...scoreForecasts(days), days: days.map(day => dayToJson(day, zone))},
			besides: known.looksBack,
		};
	},
};

type Made = {
	readonly points: readonly ForecastPoint[];
	readonly firstDay: number;
	readonly model: string;
	readonly isKept: boolean;
};

/** What was said, or would have been, of the days to come. */
function forecastsOf(moment: AnalysedMoment) {
	const {store, zone} = moment;
	const kept = keptResults(store.db);
	const inputs = zonedInputs(revenueForecast.inputs, zone, store);
	const looksBack: AnalysisResult[] = [];

	const latest = (before: number): AnalysisResult | undefined => {
		const found = kept.latest('forecast', revenueForecast.subject, before, inputs);
		const made = looksBack.findLast(({asOf}) => asOf <= before);
		return !found || (made && made.asOf > found.asOf) ? made : found;
	};
	const readable = (result: AnalysisResult | undefined, day: number): Made | undefined => {
		const {forecast, startsAt}: Partial<DatedForecast> = result ? readDatedForecast(result.result) : {};
		const firstDay = (startsAt ?? 0) / dayMs;
		if (!result || forecast?.status !== 'ready' || day > firstDay + daysAhead) {
			return undefined;
		}
		const {points, model} = forecast;
		return {points, firstDay, model, isKept: result.madeAt < startOfDay(zone, day)};
	};

	return {
		looksBack,
		/** The last that was made before a day began; nothing while there was too little to make one from. */
		async before(day: number): Promise<Made | undefined> {
			const before = startOfDay(zone, day) - 1;
			const made = readable(latest(before), day);
			if (made) {
				return made;
			}
			const {result} = await runAnalysis(revenueForecast, {...moment, asOf: before}, Date.now);
			looksBack.push(result);
			return readable(result, day);
		},
	};
}

function pointOf({points, firstDay}: Made, day: number) {
	const point = points[day - firstDay];
	return point && {mean: point.mean, lo80: point.lo80, hi80: point.hi80};
}

function dayToJson({day, mean, lo80, hi80, actual, naive, model, isKept}: JudgedDay, zone: Zone) {
	return {
		date: isoDate(day),
		from: new Date(startOfDay(zone, day)).toISOString(),
		mean: moneyToDecimal(mean),
		lo80: moneyToDecimal(lo80),
		hi80: moneyToDecimal(hi80),
		actual: moneyToDecimal(actual),
		naive: moneyToDecimal(naive),
		model,
		origin: isKept ? 'kept' : 'back-test',
	};
}
