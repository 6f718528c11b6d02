import type {Purchases} from './purchases.ts';

/** One customer's last order, and what they had before it. */
export type HeldOutOrder = {
	readonly order: number;
	readonly customer: number;
	/** In the order of its lines, each once. */
	readonly bought: readonly number[];
};

/**
 * The last order of each customer who ordered before: what a recommendation is tried on. Orders of
 * which nothing stands count as none.
 *
 * @param kept of each line whether it counts
 */
export function heldOutOrders(purchases: Purchases, kept: Uint8Array): readonly HeldOutOrder[] {
	const {customerCount, customerOf, at, orderOf, productOf} = purchases;
	const boughtIn = new Map<number, number[]>();
	const isCounted = new Uint8Array(customerOf.length);
	const orders = new Int32Array(customerCount);
	const last = new Int32Array(customerCount).fill(-1);
	for (let line = 0; line < orderOf.length; line++) {
		const order = orderOf[line]!;
		const customer = customerOf[order]!;
		if (kept[line] === 0 || customer < 0 || isCounted[order] === 1) {
			continue;
		}
		isCounted[order] = 1;
		orders[customer]!++;
		const latest = last[customer]!;
		if (latest < 0 || at[order]! > at[latest]! || (at[order] === at[latest] && order > latest)) {
			last[customer] = order;
		}
	}
	for (let customer = 0; customer < customerCount; customer++) {
		if (orders[customer]! > 1) {
			boughtIn.set(last[customer]!, []);
		}
	}
	for (let line = 0; line < orderOf.length; line++) {
		const bought = kept[line] === 1 ? boughtIn.get(orderOf[line]!) : undefined;
		if (bought && !bought.includes(productOf[line]!)) {
			bought.push(productOf[line]!);
		}
	}
	return [...boughtIn].map(([order, bought]) => ({order, customer: customerOf[order]!, bought}));
}
