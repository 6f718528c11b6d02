import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {type Dataset, storeDefaults} from '../dataset/dataset.ts';
import {moreSales, source} from '../dataset/shop.ts';

/** Sells into a database from outside the program that shows it. */
export type BenchWriter = {
	/** Records a sale of this moment. @returns when it was committed */
	readonly sell: () => number;
	/** Whether another program has sold since the last time this was asked; what analyses found is no sale. */
	readonly hasSold: () => boolean;
	readonly close: () => void;
};

export function openWriter(dataset: Dataset): BenchWriter {
	const store = openStore(dataset.file, storeDefaults);
	const recorder = openOrderRecorder(store);
	const next = moreSales(dataset, store);
	const lastOrder = store.db.prepare('SELECT max(order_id) FROM orders').pluck();
	let seen = lastOrder.get();
	return {
		sell() {
			const {order, restocks} = next(Date.now());
			recorder.record(source, [order], restocks);
			return performance.now();
		},
		hasSold() {
			const before = seen;
			seen = lastOrder.get();
			return seen !== before;
		},
		close: store.close,
	};
}
