import type {Database} from 'better-sqlite3';
import type {ImportedOrderWriter} from '../orders/imported-order-writer.ts';
import type {LinesHeld, VanishedLine} from './lines-held.ts';
import type {KnownLine} from './sort-lines.ts';
import {type SomeLines, settleVanished, type VanishedLines} from './vanished-lines.ts';

/** Lines that are loaded and that the source lacks, or says came to nothing. */
export type SettledLines = {readonly vanished: VanishedLines; readonly undone: SomeLines};

/** What the rows of a source have shown, once all of it was read. */
type WholeSource = {
	readonly held: LinesHeld;
	/** What the database holds of orders that came to nothing. */
	readonly undone: readonly VanishedLine[];
	/** Lines of the source that were added to known orders. */
	readonly added: readonly KnownLine[];
	/** All rows of the source could be read. */
	readonly isWhole: boolean;
};

/** Settles what becomes of such lines: an update takes them out. */
export function lineSettler(db: Database, writer: ImportedOrderWriter, isUpdate: boolean) {
	const numberOf = db.prepare<[number], string>('SELECT number FROM orders WHERE order_id = ?').pluck();

	return ({held, undone, added, isWhole}: WholeSource): SettledLines => {
		const example = undone[0] && numberOf.get(undone[0].orderId);
		if (isUpdate) {
			undone.forEach(writer.undo);
		}
		const vanished = settleVanished(held, {
			known: held.knownOrders(),
			isWhole,
			isUpdate,
			added,
			takeOut: writer.takeOut,
			numberOf: orderId => numberOf.get(orderId),
		});
		return {
			vanished,
			undone: {
				orders: new Set(undone.map(({orderId}) => orderId)).size,
				lines: undone.length,
				example,
				areOut: isUpdate,
			},
		};
	};
}
