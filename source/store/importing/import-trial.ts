import type {ImportBatch, RejectedRow} from '../../imported-line.ts';
import type {WriteTransaction} from '../write-transaction.ts';
import type {LineLoader} from './lines/line-loader.ts';

/** Loads a source to see what of it contradicts what is loaded, and undoes it. */
export type ImportTrial = {
	/** @returns what would be rejected of the lines */
	readonly load: (batch: ImportBatch) => readonly RejectedRow[];
	/** @returns what would be rejected once all is loaded */
	readonly settle: () => readonly RejectedRow[];
	/** Must be called in the end. Until then no other program can write, if an order was there before. */
	readonly undo: () => void;
};

/**
 * @param begin makes what loads the source, inside the transaction
 * @param hasOrder whether the database holds an order of that number
 */
export function importTrial(
	transaction: WriteTransaction,
	begin: () => LineLoader,
	hasOrder: (number: string) => boolean,
): ImportTrial {
	let loader: LineLoader | undefined;
	/** One row that could not be read tells as much as many. */
	let unread: RejectedRow | undefined;

	return {
		load({lines, rejected}) {
			unread ??= rejected.find(({field}) => field !== 'status');
			if (!loader && !holdsKnown({lines, rejected}, hasOrder)) {
				return [];
			}
			if (!loader) {
				transaction.begin();
				loader = transaction.within(begin);
			}
			const {load} = loader;
			return transaction.within(() => load({lines, rejected}).conflicts);
		},
		settle() {
			const {load, end, settle} = loader ?? {};
			if (!load || !end || !settle) {
				return [];
			}
			return transaction.within(() => {
				load({lines: [], rejected: unread ? [unread] : []});
				end();
				return settle().conflicts;
			});
		},
		undo() {
			if (loader) {
				transaction.rollBack();
			}
		},
	};
}

function holdsKnown({lines, rejected}: ImportBatch, hasOrder: (number: string) => boolean): boolean {
	let last: string | undefined;
	return (
		lines.some(({order}) => {
			const isNew = order !== last;
			last = order;
			return isNew && hasOrder(order);
		}) || rejected.some(({undone}) => undone !== undefined && hasOrder(undone.order))
	);
}
