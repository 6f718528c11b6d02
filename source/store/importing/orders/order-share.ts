import type {Database} from 'better-sqlite3';
import {refundRepair, voucherRepair} from '../../../imported-line.ts';
import type {Share} from '../import-log.ts';

/** The rows and the amount of an order that is loaded: two rows for a line that took in a voucher, none for a refund. */
export const orderShare = (db: Database) => {
	const query = db.prepare<[orderId: number], Share>(`
		SELECT revenue AS amount, lines + (
			SELECT coalesce(sum((field = '${voucherRepair}') - (field = '${refundRepair}')), 0)
			FROM order_lines CROSS JOIN repairs USING (line_id)
			WHERE order_lines.order_id = orders.order_id
		) AS rows
		FROM orders WHERE order_id = ?
	`);

	return (orderId: number) => query.get(orderId)!;
};
