import type {ForecastModel} from './model.ts';

/** What is used of `@bsull/augurs/prophet`, started, with its optimizer. */
export type ProphetLibrary = {
	readonly newProphet: () => {
		readonly fit: (series: {ds: number[]; y: number[]}) => void;
		readonly predict: (at: {ds: number[]}) => {readonly yhat: {readonly point: number[]}};
		readonly free: () => void;
	};
};

const fewestPeriods = 14;
const mostPeriods = 2200;
/** What a weekly season and a trend take of the freedom of the residuals. */
const coefficients = 10;

const daySeconds = 86_400;

/**
 * Prophet: a trend of straight pieces plus Fourier seasons of week and year where there are two of them
 * (Taylor and Letham 2018, The American Statistician 72, 37–45), fitted by maximum a posteriori as in
 * the original, computed by augurs with the original Stan model.
 *
 * The deviation is that of the residuals. Prophet's own bands are drawn at random; ours are calibrated
 * on back-test instead, so the same series always gets the same forecast.
 *
 * @param startOf when the n-th period of the series begins, in days since 1970-01-01
 */
export function prophetModel(library: ProphetLibrary, startOf: (index: number) => number): ForecastModel {
	return {
		name: 'prophet',
		periodsNeeded: fewestPeriods,
		fit(values, horizon) {
			const first = Math.max(0, values.length - mostPeriods);
			const recent = values.slice(first);
			const seconds = (index: number) => Math.round(startOf(first + index) * daySeconds);
			const scale = Math.max(...recent.map(Math.abs)) || 1;
			const known = recent.map((_, index) => seconds(index));
			const model = library.newProphet();
			try {
				model.fit({ds: known, y: recent.map(value => value / scale)});
				const ahead = Array.from({length: horizon}, (_, index) => seconds(recent.length + index));
				const {point} = model.predict({ds: [...known, ...ahead]}).yhat;
				const squares = recent.reduce((sum, value, index) => sum + (value / scale - point[index]!) ** 2, 0);
				const deviation =
					Math.sqrt(squares / Math.max(recent.length / 2, recent.length - coefficients)) * scale;
				return {
					means: point.slice(recent.length).map(mean => mean * scale),
					deviations: Array.from({length: horizon}, () => deviation),
				};
			} finally {
				model.free();
			}
		},
	};
}
