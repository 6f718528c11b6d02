import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {copyOf, type Dataset, storeDefaults} from './dataset.ts';
import {shopOf, source} from './shop.ts';

/** A copy that goes on to this moment, as a program that looks at the clock needs it. */
export function copyUpToNow(dataset: Dataset, purpose: string): Dataset {
	const copy = copyOf(dataset, purpose);
	const store = openStore(copy.file, storeDefaults);
	const until = Date.now();
	const shop = shopOf(copy, store, {run: 'since', ordersBefore: copy.orders});
	const moments = [...shop.history({from: copy.until, to: until})];
	const made = openOrderRecorder(store).record(
		source,
		moments.flatMap(moment => ('order' in moment ? [moment.order] : [])),
		moments.flatMap(moment => ('restock' in moment ? [moment.restock] : [])),
	);
	store.db.pragma('wal_checkpoint(TRUNCATE)');
	store.close();
	return {...copy, until, orders: copy.orders + made.orders, lines: copy.lines + made.lines};
}
