import {describe, expect, test, vi} from 'vitest';
import {answerForecastRequest} from '../../../source/analytics/forecast/forecast-request.ts';
import {parseModelChoice} from '../../../source/analytics/forecast/model-choice.ts';
import {modelLibraries} from '../../../source/worker/model-libraries.ts';
import {firstSimulatedDay as firstDay, simulatedDays, wholesalerDays} from '../../helpers/shop-days.ts';

// Some hundred fits: seconds on an idle machine, more on a busy one.
vi.setConfig({testTimeout: 60_000});

/** Forecasts week after week and counts the days that came inside the bands: data that no back-test saw. */
async function sharesHeld(
	series: readonly (readonly number[])[],
	name: string,
	known: number,
	every: number,
) {
	const model = parseModelChoice(name);
	const libraries = await modelLibraries().load(['mstl', 'prophet']);
	let [days, in80, in95] = [0, 0, 0];
	for (const values of series) {
		for (let origin = known; origin + 7 <= values.length; origin += every) {
			const request = {unit: 'day', firstDay, model, horizon: 7, bands: 'calibrated'} as const;
			const forecast = answerForecastRequest({...request, values: values.slice(0, origin)}, libraries);
			if (forecast.status !== 'ready') {
				throw new Error('the forecast is still collecting');
			}
			for (const [ahead, {lo80, hi80, lo95, hi95}] of forecast.points.entries()) {
				const actual = values[origin + ahead]!;
				days++;
				in80 += actual >= lo80 && actual <= hi80 ? 1 : 0;
				in95 += actual >= lo95 && actual <= hi95 ? 1 : 0;
			}
		}
	}
	return {in80: in80 / days, in95: in95 / days};
}

describe('of the days of a simulated shop that come after, the bands hold what they promise', () => {
	const shops = [1, 2, 3].map(seed => simulatedDays(seed, 175).orders);
	test.each(['seasonal-naive', 'mstl', 'prophet', 'arima(5,1,0)'])('%s', async name => {
		const {in80, in95} = await sharesHeld(shops, name, 90, 14);
		expect(in80).toBeGreaterThan(0.72);
		expect(in80).toBeLessThan(0.88);
		expect(in95).toBeGreaterThan(0.9);
		expect(in95).toBeLessThan(0.99);
	});
});

describe('so they do on the days of a wholesaler that is closed on Saturdays', () => {
	const wholesalers = [1, 2, 3].map(seed => wholesalerDays(seed, 305));
	test.each(['seasonal-naive', 'mstl'])('%s', async name => {
		const {in80, in95} = await sharesHeld(wholesalers, name, 120, 21);
		expect(in80).toBeGreaterThan(0.72);
		expect(in80).toBeLessThan(0.88);
		expect(in95).toBeGreaterThan(0.88);
		expect(in95).toBeLessThan(0.99);
	});
});

test('auto is at least as good as seasonal-naive on every simulated shop, and says why', async () => {
	const libraries = await modelLibraries().load(['mstl', 'prophet']);
	for (const seed of [7, 8]) {
		const forecast = answerForecastRequest(
			{
				values: simulatedDays(seed, 90).orders,
				unit: 'day',
				firstDay,
				model: {kind: 'auto'},
				horizon: 7,
				bands: 'calibrated',
			},
			libraries,
		);
		if (forecast.status !== 'ready') {
			throw new Error('the forecast is still collecting');
		}
		expect(forecast.backtest!.mase).toBeLessThanOrEqual(forecast.backtest!.baseline.mase!);
		expect(forecast.reason).toContain(forecast.model);
		expect(forecast.trials!.length).toBe(6);
	}
});
