import type {Analysis} from './analysis.ts';
import {hourlyForecast, ordersForecast, revenueForecast} from './forecast-analysis.ts';
import {forecastScoreAnalysis} from './forecast-score-analysis.ts';
import {insightsAnalysis} from './insights-analysis.ts';
import {inventoryAnalysis} from './inventory-analysis.ts';
import {lifetimeValueAnalysis} from './lifetime-value-analysis.ts';
import {recommendationsAnalysis} from './recommendations-analysis.ts';

/** Every analysis that `salesmon analyse` runs, those that take longest last; `analysis.ts` says how to add one. */
export const analyses: readonly Analysis[] = [
	revenueForecast,
	hourlyForecast,
	lifetimeValueAnalysis,
	recommendationsAnalysis,
	inventoryAnalysis,
	ordersForecast,
	forecastScoreAnalysis,
	insightsAnalysis,
];
