import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {type Dataset, storeDefaults} from '../dataset/dataset.ts';
import {moreSales, source} from '../dataset/shop.ts';

/** Sells into a database from outside the program that shows it. */
export type BenchWriter = {
	/** Records a sale of this moment. @returns when it was committed */
	readonly sell: () => number;
	/** Whether another program has written since the last time this was asked. */
	readonly hasChanged: () => boolean;
	readonly close: () => void;
};

export function openWriter(dataset: Dataset): BenchWriter {
	const store = openStore(dataset.file, storeDefaults);
	const recorder = openOrderRecorder(store);
	const next = moreSales(dataset, store);
	const dataVersion = () => store.db.pragma('data_version', {simple: true});
	let version = dataVersion();
	return {
		sell() {
			const {order, restocks} = next(Date.now());
			recorder.record(source, [order], restocks);
			return performance.now();
		},
		hasChanged() {
			const before = version;
			version = dataVersion();
			return version !== before;
		},
		close: store.close,
	};
}
