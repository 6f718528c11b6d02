/*
 * A process that records orders of the past in batches of 1,000, one batch after the other, as an
 * import does: until its input ends, and for a minute and a half at the most, since it can write a
 * gigabyte in less.
 */
import {setImmediate} from 'node:timers/promises';
import {minuteMs} from '../../source/business-time.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {type Dataset, storeDefaults} from '../dataset/dataset.ts';
import {moreSales, source} from '../dataset/shop.ts';

const ordersPerBatch = 1000;
const longestMs = 1.5 * minuteMs;

const dataset = JSON.parse(process.argv[2]!) as Dataset;
const store = openStore(dataset.file, storeDefaults);
const recorder = openOrderRecorder(store);
const next = moreSales(dataset, store);
let isOver = false;
process.stdin.resume().on('end', () => {
	isOver = true;
});

let at = dataset.since;
while (!isOver && performance.now() < longestMs) {
	const sales = Array.from({length: ordersPerBatch}, () => {
		at = at + minuteMs < dataset.until ? at + minuteMs : dataset.since;
		return next(at);
	});
	recorder.record(
		source,
		sales.map(({order}) => order),
		sales.flatMap(({restocks}) => restocks),
	);
	await setImmediate();
}
store.close();
