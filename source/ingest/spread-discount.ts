import type {Money} from '../money.ts';

/**
 * Parts a discount among lines by what they are worth, to the last count: the largest remainders take what
 * rounding leaves. No line takes more than it is worth.
 *
 * @param worths of the lines, none below zero
 */
export function spreadDiscount(discount: Money, worths: readonly Money[]): readonly Money[] {
	const all = worths.reduce((sum, worth) => sum + worth, 0);
	const due = Math.min(discount, all);
	if (due <= 0) {
		return worths.map(() => 0);
	}
	// The product of two amounts is beyond what a plain number holds exactly.
	const parts = worths.map(worth => BigInt(due) * BigInt(worth));
	const shares = parts.map(part => Number(part / BigInt(all)));
	const remainders = parts.map(part => Number(part % BigInt(all)));
	const left = due - shares.reduce((sum, share) => sum + share, 0);
	const next = [...worths.keys()].sort((one, other) => remainders[other]! - remainders[one]! || one - other);
	for (const place of next.slice(0, left)) {
		shares[place]!++;
	}
	return shares;
}
