import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {type Dataset, storeDefaults} from '../dataset/dataset.ts';
import {moreSales, source} from '../dataset/shop.ts';
import {answer} from '../measure-apart.ts';
import {type Spread, spread} from '../statistics.ts';

export type InsertsQuestion = {
	/** A copy, which is written to. */
	readonly dataset: Dataset;
	readonly ordersPerCall: number;
	readonly calls: number;
};

export type InsertsAnswer = {
	readonly linesPerSecond: number;
	/** Of one call, in milliseconds: as long, a key in the same process waits. */
	readonly call: Spread;
};

/** New sales with all their rollups, one call and one transaction after the other. */
async function measureInserts({dataset, ordersPerCall, calls}: InsertsQuestion): Promise<InsertsAnswer> {
	const store = openStore(dataset.file, storeDefaults);
	const recorder = openOrderRecorder(store);
	const sell = moreSales(dataset, store);
	let at = dataset.until;
	const batches = Array.from({length: calls}, () =>
		Array.from({length: ordersPerCall}, () => {
			at += 1000;
			return sell(at);
		}),
	).map(sales => ({
		orders: sales.map(({order}) => order),
		restocks: sales.flatMap(({restocks}) => restocks),
	}));

	const times: number[] = [];
	let lines = 0;
	const startedAt = performance.now();
	for (const {orders, restocks} of batches) {
		const calledAt = performance.now();
		lines += recorder.record(source, orders, restocks).lines;
		times.push(performance.now() - calledAt);
	}
	const linesPerSecond = lines / ((performance.now() - startedAt) / 1000);
	store.close();
	return {linesPerSecond, call: spread(times)};
}

await answer(measureInserts);
