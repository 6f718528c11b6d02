import type {Order, OrderLine, Product} from '../../source/order.ts';

/** A product; only what matters is given. */
export function product(given: Partial<Product> = {}): Product {
	return {code: 'pan', name: 'Cast-iron pan', category: 'Home & Kitchen', price: 540_000, ...given};
}

export function line({product: sold = product(), ...given}: Partial<OrderLine> = {}): OrderLine {
	return {product: sold, quantity: 1, unitPrice: sold.price, discount: 0, ...given};
}

/** An order of one line; `units` is short for its quantity. */
export function order({units = 1, ...given}: Partial<Order> & {readonly units?: number} = {}): Order {
	return {
		at: Date.UTC(2026, 10, 20, 12, 0),
		region: 'Bretagne',
		lines: [line({quantity: units})],
		...given,
	};
}
