/*
 * How many days came inside the bands of forecasts, in the back-tests that the forecasts report and on
 * days after them, which nothing had seen. Prints the table of docs/analyses.md.
 *
 *     node bench/forecast/measure-calibration.ts --shops 8 --every 14
 */
import {parseArgs} from 'node:util';
import {answerForecastRequest} from '../../source/analytics/forecast/forecast-request.ts';
import {parseModelChoice} from '../../source/analytics/forecast/model-choice.ts';
import {modelLibraries} from '../../source/worker/model-libraries.ts';
import {firstSimulatedDay, simulatedDays, wholesalerDays} from '../../test/helpers/shop-days.ts';

const models = ['seasonal-naive', 'arima(5,1,0)', 'ets', 'mstl', 'prophet', 'auto'];

const {values: options} = parseArgs({
	options: {
		shops: {type: 'string', default: '8'},
		/** Days from one forecast to the next. */
		every: {type: 'string', default: '14'},
		model: {type: 'string', multiple: true, default: models},
	},
});
const seeds = Array.from({length: Number(options.shops)}, (_, index) => 100 + index);
const shops = seeds.map(seed => simulatedDays(seed, 175));

const kinds: readonly {
	readonly name: string;
	readonly known: number;
	readonly series: readonly (readonly number[])[];
}[] = [
	{name: 'simulated revenue', known: 90, series: shops.map(({revenue}) => revenue)},
	{name: 'simulated orders', known: 90, series: shops.map(({orders}) => orders)},
	{name: 'wholesalers', known: 120, series: seeds.map(seed => wholesalerDays(seed, 305))},
	{name: 'wholesalers with holidays', known: 120, series: seeds.map(seed => wholesalerDays(seed, 305, true))},
];

const libraries = await modelLibraries().load(['mstl', 'prophet']);

/** Shares of 80 and 95 % bands that held, in back-tests and afterwards. */
function heldBy(name: string, {series, known}: (typeof kinds)[number]) {
	const model = parseModelChoice(name);
	const tested = {forecasts: 0, in80: 0, in95: 0, mase: 0};
	const after = {days: 0, in80: 0, in95: 0};
	for (const all of series) {
		for (let origin = known; origin + 7 <= all.length; origin += Number(options.every)) {
			const values = all.slice(0, origin);
			const request = {
				values,
				unit: 'day',
				firstDay: firstSimulatedDay,
				model,
				horizon: 7,
				bands: 'calibrated',
			} as const;
			const forecast = answerForecastRequest(request, libraries);
			if (forecast.status !== 'ready' || !forecast.backtest) {
				throw new Error(`${name} is still collecting after ${origin} days`);
			}
			tested.forecasts++;
			tested.in80 += forecast.backtest.coverage80;
			tested.in95 += forecast.backtest.coverage95;
			tested.mase += forecast.backtest.mase;
			for (const [ahead, {lo80, hi80, lo95, hi95}] of forecast.points.entries()) {
				const actual = all[origin + ahead]!;
				// What is certain, as that a closed day sells nothing, says nothing about a band.
				if (actual > 0) {
					after.days++;
					after.in80 += actual >= lo80 && actual <= hi80 ? 1 : 0;
					after.in95 += actual >= lo95 && actual <= hi95 ? 1 : 0;
				}
			}
		}
	}
	const percent = (count: number, of: number) => ((100 * count) / of).toFixed(1);
	const {forecasts} = tested;
	return [
		(tested.mase / forecasts).toFixed(3),
		percent(tested.in80, forecasts),
		percent(tested.in95, forecasts),
		percent(after.in80, after.days),
		percent(after.in95, after.days),
		`${after.days}`,
	];
}

for (const kind of kinds) {
	console.log(`| **${kind.name}** | MASE | in 80 | in 95 | after: in 80 | in 95 | open days |`);
	for (const name of options.model) {
		console.log(`| ${name} | ${heldBy(name, kind).join(' | ')} |`);
	}
}
