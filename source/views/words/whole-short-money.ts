import type {Formats} from '../../format.ts';
import {moneyScale} from '../../money.ts';

/** Short money without cents, so that what stands in a map or beside a chart has one length. */
export function wholeShortMoney(formats: Formats): (money: number) => string {
	return money =>
		Math.abs(money) < 100 * moneyScale ? formats.wholeMoney(money) : formats.shortMoney(money);
}
