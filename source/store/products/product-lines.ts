import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {type ListPart, rowsEachSide} from '../list-part.ts';

/** One sale of a product: a line of an order. */
export type ProductLine = {
	readonly lineId: number;
	readonly orderId: number;
	readonly number: string | null;
	readonly at: number;
	readonly customer: string | null;
	readonly region: string;
	readonly quantity: number;
	readonly amount: Money;
};

/**
 * The lines that sold one product, the last recorded first, read around one of them.
 *
 * Only where some order is dated at or after the moment must each line's order be looked at to count
 * those before it: the index of lines knows no time.
 */
export const productLines = (db: Database) => {
	type Bounds = {productId: number; lineId: number};
	type Before = {before: number};
	const rows = `
		SELECT line_id AS lineId, order_id AS orderId, orders.number, at,
			coalesce(customers.name, customers.code) AS customer, regions.name AS region, quantity, amount
		FROM order_lines INDEXED BY lines_by_product
		CROSS JOIN orders USING (order_id)
		LEFT JOIN customers USING (customer_id)
		JOIN regions ON regions.region_id = orders.region_id
		WHERE product_id = @productId AND at < @before`;
	const older = db.prepare<Bounds & Before & {limit: number}, ProductLine>(
		`${rows} AND line_id <= @lineId ORDER BY line_id DESC LIMIT @limit`,
	);
	const newer = db.prepare<Bounds & Before & {limit: number}, ProductLine>(
		`${rows} AND line_id > @lineId ORDER BY line_id LIMIT @limit`,
	);
	const countAbove = db
		.prepare<Bounds, number>(`
			SELECT count(*) FROM order_lines INDEXED BY lines_by_product
			WHERE product_id = @productId AND line_id > @lineId
		`)
		.pluck();
	const countAboveBefore = db
		.prepare<Bounds & Before, number>(`
			SELECT count(*) FROM order_lines INDEXED BY lines_by_product CROSS JOIN orders USING (order_id)
			WHERE product_id = @productId AND line_id > @lineId AND at < @before
		`)
		.pluck();
	const hasLater = db.prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM orders WHERE at >= ?)').pluck();

	/** @param around the id of a line; the latest ones when it is left out */
	return (productId: number, before: number, around: number | undefined): ListPart<ProductLine> => {
		const isPast = hasLater.get(before) === 1;
		const count = (lineId: number) =>
			isPast ? countAboveBefore.get({productId, lineId, before})! : countAbove.get({productId, lineId})!;
		const lineId = around ?? Number.MAX_SAFE_INTEGER;
		const bounds = {productId, lineId, before};
		const above = newer.all({...bounds, limit: rowsEachSide}).reverse();
		const below = older.all({...bounds, limit: rowsEachSide + 1});
		return {
			rows: [...above, ...below],
			first: around === undefined ? 0 : count(lineId) - above.length,
			total: count(0),
		};
	};
};
