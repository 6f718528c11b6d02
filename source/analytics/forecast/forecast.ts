/**
 * What may come, or how much more must be known before anything can be said.
 *
 * Values are in the unit of the series that was given (revenue: `Money`, not rounded).
 */
export type Forecast =
	| {readonly status: 'collecting'; readonly periodsHave: number; readonly periodsNeeded: number}
	| ReadyForecast;

export type ReadyForecast = {
	readonly status: 'ready';
	/** For example `seasonal-naive`. */
	readonly model: string;
	/** How many past periods it was made from. */
	readonly history: number;
	/** One a period, the first right after the series. */
	readonly points: readonly ForecastPoint[];
	readonly backtest: Backtest | undefined;
	/** Why this model, and how it did beside seasonal-naive, in words. */
	readonly reason?: string;
	/** Every model that was looked at, best first; those that broke down last. */
	readonly trials?: readonly Trial[];
};

/** Mean with the bounds that should hold 80 and 95 of 100 outcomes. */
export type ForecastPoint = {
	readonly mean: number;
	readonly lo80: number;
	readonly hi80: number;
	readonly lo95: number;
	readonly hi95: number;
};

/** How the model did on periods that it had not seen. */
export type Backtest = {
	/** How many starting points were tried. */
	readonly folds: number;
	/** Periods ahead in each. */
	readonly horizon: number;
	/** Mean absolute error over that of the in-sample seasonal-naive; below 1 is better than it. */
	readonly mase: number;
	/** Symmetric mean absolute percentage error, in percent, 0 to 200. */
	readonly smape: number;
	/** Share of outcomes inside the band, 0 to 1. */
	readonly coverage80: number;
	readonly coverage95: number;
	readonly baseline: {
		readonly model: 'seasonal-naive';
		readonly smape: number;
		readonly mase?: number;
	};
};

/** One model's back-test, or why there is none. */
export type Trial =
	| {readonly model: string; readonly backtest: Backtest}
	| {readonly model: string; readonly problem: string};
