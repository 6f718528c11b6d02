/** What a model says about the periods after a series. */
export type Fit = {
	/** One a period, the first right after the series. */
	readonly means: readonly number[];
	/** Standard deviation of each, as the model sees it. */
	readonly deviations: readonly number[];
};

/** A way to forecast a series of one unit of time. */
export type ForecastModel = {
	/** As it is written on the command line, for example `arima(5,1,0)`. */
	readonly name: string;
	/** Fewer periods say nothing. */
	readonly periodsNeeded: number;
	/**
	 * @param values oldest first; always begins with the first period of the series, and ends where the
	 * past of a back-test ends
	 * @throws Error where the method breaks down on these values
	 */
	readonly fit: (values: readonly number[], horizon: number) => Fit;
	/**
	 * The same model for the folds of one back-test, the shortest first: what need not be chosen anew for
	 * each is chosen on what the earliest of them knows.
	 */
	readonly settledOn?: (values: readonly number[]) => ForecastModel;
};
