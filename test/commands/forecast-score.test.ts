import {afterAll, expect, test} from 'vitest';
import {runAnalysis} from '../../source/commands/analyses/analysis.ts';
import {revenueForecast} from '../../source/commands/analyses/forecast/forecast-analysis.ts';
import {forecastScoreAnalysis} from '../../source/commands/analyses/forecast/forecast-score-analysis.ts';
import {readForecastScore} from '../../source/dashboard/read-forecast-score.ts';
import {createFormats} from '../../source/format.ts';
import {keepResult} from '../../source/store/analysis-results.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {stopFitting} from '../../source/worker/fit-forecast.ts';
import {line, order} from '../helpers/order.ts';
import {testStore} from '../helpers/store.ts';

afterAll(stopFitting);

/** A shop in Tokyo whose days repeat by the week, but for one of the last, on which ten times as much is sold. */
function shop(days: number, busyDay: number) {
	const store = testStore('Asia/Tokyo');
	const orders = Array.from({length: days}, (_, day) =>
		order({
			at: Date.UTC(2026, 5, 1 + day, 3),
			lines: [line({quantity: (1 + (day % 7)) * (day === busyDay ? 10 : 1), unitPrice: 10_000})],
		}),
	);
	openOrderRecorder(store).record('test', orders, []);
	return store;
}

async function scoreAt(store: ReturnType<typeof shop>, asOf: number) {
	const {zone, currency} = store;
	const formats = createFormats({locale: 'en-GB', currency, zone});
	const {result, besides} = await runAnalysis(forecastScoreAnalysis, {store, zone, formats, asOf}, Date.now);
	const record = readForecastScore(result.result);
	if (record.status !== 'ready') {
		throw new Error('it is still collecting');
	}
	return {record, besides};
}

/** Noon in Tokyo, of the n-th day. */
const noon = (day: number) => Date.UTC(2026, 5, 1 + day, 3);

test('days before which nothing was forecast are forecast as they would have been', async () => {
	const store = shop(60, 55);
	const {record, besides} = await scoreAt(store, noon(59) + 1);
	expect(record.days).toHaveLength(28);
	expect(record.days.every(({isKept}) => !isKept)).toBe(true);
	expect(besides.map(({asOf}) => asOf)).toEqual(
		[31, 37, 43, 49, 55].map(day => Date.UTC(2026, 5, day, 15) - 1),
	);
	// On all days but the busy one the week before says it all.
	expect(record.held80).toBe(27);
	const busy = record.days.find(({actual, hi80}) => actual > hi80);
	expect(busy).toMatchObject({from: Date.UTC(2026, 6, 25, 15), actual: 700_000});
});

test('what was made before a day is taken for it, and nothing that was made later', async () => {
	const store = shop(60, 55);
	const {what, subject, inputs} = revenueForecast;
	const said = (date: string, mean: string) => ({
		...{status: 'ready', model: 'told', unit: 'day', history: 50, backtest: null},
		points: [0, 1].map(ahead => ({
			date: ahead === 0 ? date : '',
			...{mean, lo80: mean, hi80: mean, lo95: mean, hi95: mean},
		})),
	});
	const keep = keepResult(store);
	const made = {what, subject, inputs, span: undefined, model: 'told', elapsedMs: 1};
	// The 29th of July is the day 58. The first forecast was made the evening before, the second at its noon.
	keep({...made, asOf: noon(57), madeAt: noon(57), result: said('2026-07-28', '3.0000')});
	keep({...made, asOf: noon(58), madeAt: noon(58), result: said('2026-07-29', '77.0000')});
	const {record} = await scoreAt(store, noon(59) + 1);
	expect(record.days.at(-1)).toMatchObject({model: 'told', mean: 30_000, actual: 30_000, isKept: true});
	expect(record.days.at(-2)).toMatchObject({isKept: false});
});

test('a shop of three weeks has nothing to judge yet', async () => {
	const store = shop(22, -1);
	const {zone} = store;
	const formats = createFormats({locale: 'en-GB', currency: 'EUR', zone});
	const {result, besides} = await runAnalysis(
		forecastScoreAnalysis,
		{store, zone, formats, asOf: noon(21) + 1},
		Date.now,
	);
	expect(result.result).toEqual({status: 'collecting', periodsHave: 0, periodsNeeded: 5, days: []});
	expect(besides).toEqual([]);
});
