import type {Money} from '../../money.ts';

/**
 * Parts a discount among lines by what they are worth, to the last count: the largest remainders take what
 * rounding leaves. No line takes more than it is worth.
 *
 * @param worths of the lines, none below zero
 */
export function spreadDiscount(discount: Money, worths: readonly Money[]): readonly Money[] {
	return partsOf(Math.min(discount, sumOf(worths)), worths);
}

/** Parts an amount by weights, to the last count. */
export function partsOf(due: Money, weights: readonly number[]): readonly Money[] {
	const all = sumOf(weights);
	if (due <= 0 || all <= 0) {
		return weights.map(() => 0);
	}
	// The product of two amounts is beyond what a plain number holds exactly.
	const parts = weights.map(weight => BigInt(due) * BigInt(weight));
	const shares = parts.map(part => Number(part / BigInt(all)));
	const remainders = parts.map(part => Number(part % BigInt(all)));
	const left = due - shares.reduce((sum, share) => sum + share, 0);
	const next = [...weights.keys()].sort((one, other) => remainders[other]! - remainders[one]! || one - other);
	for (const place of next.slice(0, left)) {
		shares[place]!++;
	}
	return shares;
}

function sumOf(weights: readonly number[]): number {
	return weights.reduce((sum, weight) => sum + weight, 0);
}
