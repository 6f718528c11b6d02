import {type CalendarSpan, type Goal, spans} from '../../../configuration/configuration.ts';
import {moneyToDecimal, parseMoney} from '../../../money.ts';
import {UsageError} from '../../command-line/command.ts';

const pattern = /^\s*(revenue|orders)[\s:=]+([\d.]+)\s*(?:\/|\s+(?:per|a|an)\s+)\s*(day|week|month)\s*$/i;

/**
 * Reads a goal as it is written on a command line, such as `revenue 20000/day` or `orders 900 per week`.
 *
 * @throws UsageError that names the value
 */
export function parseGoal(text: string): Goal {
	const [, of, amount, per] = pattern.exec(text) ?? [];
	const parsed = of?.toLowerCase() === 'orders' ? Number(amount) : parseMoney(amount ?? '');
	if (!of || !per || parsed === undefined || !(parsed > 0)) {
		throw new UsageError(
			`"${text}" is no goal: write revenue or orders, an amount and ${spans.join(', ')}, such as "revenue 20000/day"`,
		);
	}
	return {of: of.toLowerCase() as Goal['of'], amount: parsed, per: per.toLowerCase() as CalendarSpan};
}

/** A goal as it is written on a command line. */
export function goalText({of, amount, per}: Goal): string {
	return `${of} ${of === 'revenue' ? moneyToDecimal(amount) : amount}/${per}`;
}
