import type {Purchases} from '../../../source/analytics/recommendations/purchases.ts';

/** Customer (−1 for a guest), then products with 1 unit, or a product and its units. */
export type TestOrder = readonly [
	customer: number,
	...lines: readonly (number | readonly [number, number])[],
];

/** Orders a minute apart, written short. */
export function purchasesOf(orders: readonly TestOrder[]): Purchases {
	const lines = orders.flatMap(([, ...given], order) =>
		given.map(line => {
			const [product, quantity] = typeof line === 'number' ? [line, 1] : line;
			return {order, product, quantity};
		}),
	);
	return {
		customerCount: Math.max(-1, ...orders.map(([customer]) => customer)) + 1,
		productCount: Math.max(-1, ...lines.map(({product}) => product)) + 1,
		customerOf: Int32Array.from(orders, ([customer]) => customer),
		at: Float64Array.from(orders, (_, order) => order * 60_000),
		orderOf: Int32Array.from(lines, ({order}) => order),
		productOf: Int32Array.from(lines, ({product}) => product),
		quantity: Float64Array.from(lines, ({quantity}) => quantity),
	};
}
