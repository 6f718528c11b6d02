import type {Money} from '../money.ts';

/** What the first row of an order says of all of it. */
export type OrderDiscount = {
	/** Off all of its lines together. */
	readonly discount: Money;
	/** Of all of its lines, after the discount. */
	readonly subtotal: Money;
};

/** Finds the share of a line in the discount of its order; nothing where the order has none. */
export type DiscountSpreader = (
	order: string | undefined,
	worth: Money,
	said: OrderDiscount | undefined,
) => Money | undefined;

/**
 * Spreads the discount of an order over its lines by what they are worth. Each line takes what is due up
 * to it less what was taken before, so that the lines together make the subtotal exactly.
 */
export function discountSpreader(): DiscountSpreader {
	let current: (OrderDiscount & {readonly order: string | undefined}) | undefined;
	let seen = 0;
	let taken = 0;
	return (order, worth, said) => {
		if (said && said.discount > 0) {
			current = {...said, order};
			seen = 0;
			taken = 0;
		}
		if (!current || current.order !== order || !(worth > 0)) {
			return undefined;
		}
		const {discount, subtotal} = current;
		seen += worth;
		const due = Math.round(discount * Math.min(1, seen / (discount + subtotal)));
		const share = Math.min(due - taken, worth);
		taken += share;
		return share;
	};
}
