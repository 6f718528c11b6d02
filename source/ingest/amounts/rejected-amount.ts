import type {Money} from '../../money.ts';
import {largestAmount} from '../rows/sales-line-schema.ts';
import type {AmountRule} from './amount-rule.ts';

/**
 * What the row says that it comes to: its total where that is the amount of a line, else quantity × unit price −
 * discount as far as they could be read and make sense, else the total, else 0.
 */
export function rejectedAmount(
	worth: number,
	discount: Money | undefined,
	total: Money | undefined,
	{total: kind}: AmountRule,
): Money {
	const isSound = discount !== undefined && discount * worth >= 0 && Math.abs(discount) <= Math.abs(worth);
	const isAmount = kind === 'net' && total !== undefined && !Number.isNaN(total);
	const amount = Math.round(
		isAmount || Number.isNaN(worth) ? (total ?? 0) : worth - (isSound ? discount : 0),
	);
	return Math.abs(amount) <= largestAmount ? amount + 0 : 0;
}
