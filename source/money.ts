/**
 * An amount of money as a whole count of 1/10,000 of the currency unit, so that sums are exact.
 *
 * Integers up to 2^53 keep every amount below 900 billion units exact.
 */
export type Money = number;

/** How many counts of `Money` make one unit of the currency. */
export const moneyScale = 10_000;

const decimalPattern = /^([+-])?(\d+)(?:\.(\d+))?$|^([+-])?\.(\d+)$/;

/**
 * Reads a plain decimal such as `-12.3456` exactly.
 *
 * Digits beyond the fourth are rounded half away from zero.
 *
 * @returns `undefined` for anything that is not a plain decimal or is too large to stay exact.
 */
export function parseMoney(text: string): Money | undefined {
	const match = decimalPattern.exec(text);
	if (!match) {
		return undefined;
	}
	const sign = (match[1] ?? match[4]) === '-' ? -1 : 1;
	const fraction = (match[3] ?? match[5] ?? '').padEnd(5, '0');
	const roundUp = fraction.charCodeAt(4) >= 53 ? 1 : 0;
	const money = Number(match[2] ?? '0') * moneyScale + Number(fraction.slice(0, 4)) + roundUp;
	return Number.isSafeInteger(money) ? sign * money || 0 : undefined;
}

/** Writes money as a decimal string with four digits, as in the JSON contracts: `-12.3400`. */
export function moneyToDecimal(money: Money): string {
	const rounded = Math.round(Math.abs(money));
	const units = Math.floor(rounded / moneyScale);
	const fraction = String(rounded % moneyScale).padStart(4, '0');
	return `${money < 0 && rounded > 0 ? '-' : ''}${units}.${fraction}`;
}
