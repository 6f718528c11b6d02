import type {Dashboard, ForecastPoint, Trend} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import {moneyScale} from '../../money.ts';
import {type Scale, scaleOf} from './scale.ts';
import {type TimeMarks, timeMarks} from './time-marks.ts';

/** What a line chart shows: what happened and what may come, in even steps. */
export type RevenueSeries = {
	readonly past: readonly number[];
	/** The first is right after the last of the past. */
	readonly ahead: readonly ForecastPoint[];
	/** When each of the two together begins. */
	readonly marks: TimeMarks;
};

/**
 * The points to draw: the open bucket is only begun, and would be a fall at every new hour.
 *
 * One closed bucket alone makes no line, so then the open one stays.
 */
export function closedPoints(points: Trend['points']): Trend['points'] {
	return points.length > 2 ? points.slice(0, -1) : points;
}

/** The series of a trend; where there is an outlook, it begins at the open bucket. */
export function revenueSeries(trend: Dashboard['trend'], formats: Formats): RevenueSeries {
	const {points, outlook, outlookStarts} = trend;
	const closed = closedPoints(points);
	const isForecast = outlook?.status === 'ready' && closed.length < points.length;
	// What may come must not crowd out what happened.
	const ahead = isForecast ? outlook.points.slice(0, Math.max(2, Math.ceil(closed.length / 2))) : [];
	const starts = [...closed.map(point => point.from), ...outlookStarts.slice(0, ahead.length)];
	return {
		past: closed.map(point => finite(point.revenue)),
		ahead: ahead.map(point => ({
			mean: finite(point.mean),
			lo80: finite(point.lo80),
			hi80: finite(point.hi80),
			lo95: finite(point.lo95),
			hi95: finite(point.hi95),
		})),
		marks: timeMarks(starts, trend.unit, formats),
	};
}

/** The scale that holds the past and the forecast with its band; no finer than one unit of the currency. */
export function scaleOfSeries({past, ahead}: RevenueSeries): Scale {
	return scaleOf([...past, ...ahead.flatMap(point => [point.mean, point.hi80])], moneyScale);
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0);
