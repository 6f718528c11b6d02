import type {Database} from 'better-sqlite3';

/** Where an order stands in time; of those of one moment, the one with the lower id came first. */
export type OrderPlace = {readonly at: number; readonly orderId: number};

/** The ids of orders that may match a filter, by the index that leads to them. */
export const matchingOrders = (db: Database) => {
	const ofProduct = db.prepare<
		{productId: number; after: number; limit: number},
		{lineId: number; orderId: number}
	>(`
		SELECT line_id AS lineId, order_id AS orderId FROM order_lines INDEXED BY lines_by_product
		WHERE product_id = @productId AND line_id > @after
		ORDER BY line_id LIMIT @limit
	`);
	const ofCustomer = db
		.prepare<OrderPlace & {customerId: number}, number>(`
			SELECT order_id FROM orders INDEXED BY orders_by_customer
			WHERE customer_id = @customerId AND (at, order_id) < (@at, @orderId)
			ORDER BY at DESC, order_id DESC
		`)
		.pluck();
	const productsOf = db
		.prepare<[number], number>('SELECT product_id FROM products WHERE category_id = ?')
		.pluck();

	return {
		/** A page of a product's lines, after a line. */
		ofProduct: (productId: number, after: number, limit: number) => ofProduct.all({productId, after, limit}),
		/** Those before a place in time, latest first. */
		ofCustomer: (customerId: number, {at, orderId}: OrderPlace) => ofCustomer.all({customerId, at, orderId}),
		productsOf: (categoryId: number) => productsOf.all(categoryId),
	};
};
