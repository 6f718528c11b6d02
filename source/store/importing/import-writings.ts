import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {importedSource} from './open-importer.ts';

/** Older imports than these tell nothing that the later ones do not. */
const latest = 100;

/** How the values of earlier imports were read, as they were recorded. */
export const importWritings = (db: Database) => {
	const ofHeader = db
		.prepare<[string, number], string>(`
			SELECT writing FROM imports
			WHERE header = ? AND writing IS NOT NULL AND rows_loaded > 0
			ORDER BY import_id DESC LIMIT ?
		`)
		.pluck();
	const ofRejectedRow = db
		.prepare<[number], string | null>(
			'SELECT writing FROM rejected_rows JOIN imports USING (import_id) WHERE rejected_row_id = ?',
		)
		.pluck();

	const discountOf = db
		.prepare<[string], number | null>(`
			SELECT sum(discount) FROM orders JOIN order_lines USING (order_id) JOIN sources USING (source_id)
			WHERE sources.name = '${importedSource}' AND number = ?
		`)
		.pluck();

	return {
		/** What the lines that are loaded have taken of the discounts of their orders, by number. */
		discountsOf: (orders: readonly string[]): Readonly<Record<string, Money>> =>
			Object.fromEntries(orders.map(order => [order, discountOf.get(order) ?? 0])),
		/** Of sources with these columns, each way once. */
		ofHeader: (header: readonly string[]): readonly object[] =>
			[...new Set(ofHeader.all(JSON.stringify(header), latest))].map(text => JSON.parse(text) as object),
		/** Of the imports that rejected these rows, each way once. */
		ofRejectedRows: (ids: readonly number[]): readonly object[] =>
			[...new Set(ids.map(id => ofRejectedRow.get(id)))].flatMap(text =>
				typeof text === 'string' ? [JSON.parse(text) as object] : [],
			),
	};
};

export type ImportWritings = ReturnType<typeof importWritings>;
