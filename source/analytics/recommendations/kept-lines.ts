import type {Purchases} from './purchases.ts';

/**
 * Which lines are purchases that stand: 1, not returns (0) and not what was brought back whole (0).
 *
 * A return takes its units off the latest purchase of that product by that customer before it, then
 * off the one before. A guest is nobody, so theirs settle within one order.
 */
export function keptLines(purchases: Purchases): Uint8Array {
	const {customerCount, productCount, customerOf, at, orderOf, productOf, quantity} = purchases;
	const kept = new Uint8Array(quantity.length);
	const groupOf = (line: number) => {
		const order = orderOf[line]!;
		const customer = customerOf[order]!;
		return customer < 0 ? customerCount + order : customer;
	};
	const keyOf = (line: number) => groupOf(line) * productCount + productOf[line]!;
	const linesByKey = new Map<number, number[]>();
	const hasReturned = new Uint8Array(customerCount + customerOf.length);
	for (let line = 0; line < quantity.length; line++) {
		if (quantity[line]! > 0) {
			kept[line] = 1;
		} else {
			linesByKey.set(keyOf(line), []);
			hasReturned[groupOf(line)] = 1;
		}
	}
	for (let line = 0; line < quantity.length; line++) {
		if (hasReturned[groupOf(line)] === 1) {
			linesByKey.get(keyOf(line))?.push(line);
		}
	}
	for (const lines of linesByKey.values()) {
		lines.sort(
			(one, other) =>
				at[orderOf[one]!]! - at[orderOf[other]!]! || orderOf[one]! - orderOf[other]! || one - other,
		);
		settle(lines, quantity, kept);
	}
	return kept;
}

/** @param lines of one customer and product, in the order of time */
function settle(lines: readonly number[], quantity: Float64Array, kept: Uint8Array): void {
	const open: {readonly line: number; units: number}[] = [];
	for (const line of lines) {
		const units = quantity[line]!;
		if (units > 0) {
			open.push({line, units});
			continue;
		}
		for (let back = -units; back > 0 && open.length > 0; ) {
			const latest = open.at(-1)!;
			const taken = Math.min(back, latest.units);
			latest.units -= taken;
			back -= taken;
			if (latest.units === 0) {
				kept[latest.line] = 0;
				open.pop();
			}
		}
	}
}
