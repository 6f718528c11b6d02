/**
 * An amount of money as a whole count of 1/10,000 of the currency unit, so that sums are exact.
 *
 * Integers up to 2^53 keep every amount below 900 billion units exact.
 */
export type Money = number;

/** How many counts of `Money` make one unit of the currency. */
export const moneyScale = 10_000;

const decimals = 4;

const [plus, minus, point, zero] = [0x2b, 0x2d, 0x2e, 0x30];

/**
 * Reads a plain decimal such as `-12.3456` exactly.
 *
 * Digits beyond the fourth are rounded half away from zero.
 *
 * @returns `undefined` for anything that is not a plain decimal or is too large to stay exact.
 */
export function parseMoney(text: string): Money | undefined {
	const first = text.charCodeAt(0);
	const start = first === minus || first === plus ? 1 : 0;
	let counts = 0;
	let pointAt = -1;
	for (let index = start; index < text.length; index++) {
		const code = text.charCodeAt(index);
		const digit = code - zero;
		if (code === point && pointAt < 0) {
			pointAt = index;
		} else if (digit < 0 || digit > 9) {
			return undefined;
		} else if (pointAt < 0 || index - pointAt <= decimals) {
			counts = counts * 10 + digit;
		} else if (index - pointAt === decimals + 1 && digit >= 5) {
			counts++;
		}
	}
	const written = pointAt < 0 ? 0 : text.length - 1 - pointAt;
	if (text.length === start || (pointAt >= 0 && written === 0)) {
		return undefined;
	}
	const money = counts * 10 ** Math.max(0, decimals - written);
	return Number.isSafeInteger(money) ? (first === minus ? -money : money) || 0 : undefined;
}

/** Writes money as a decimal string with four digits, as in the JSON contracts: `-12.3400`. */
export function moneyToDecimal(money: Money): string {
	const rounded = Math.round(Math.abs(money));
	const units = Math.floor(rounded / moneyScale);
	const fraction = String(rounded % moneyScale).padStart(4, '0');
	return `${money < 0 && rounded > 0 ? '-' : ''}${units}.${fraction}`;
}
