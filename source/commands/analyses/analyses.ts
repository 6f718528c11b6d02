import type {Analysis} from './analysis.ts';
import {lifetimeValueAnalysis} from './clv/lifetime-value-analysis.ts';
import {hourlyForecast, ordersForecast, revenueForecast} from './forecast/forecast-analysis.ts';
import {forecastScoreAnalysis} from './forecast/forecast-score-analysis.ts';
import {insightsAnalysis} from './insights/insights-analysis.ts';
import {inventoryAnalysis} from './inventory/inventory-analysis.ts';
import {recommendationsAnalysis} from './recommend/recommendations-analysis.ts';

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
