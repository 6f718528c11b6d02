/** A number as it is written, without what stands around its digits. */
export type BareNumber = {
	/** Digits with at most points and commas among them, and an exponent. */
	readonly digits: string;
	readonly isNegative: boolean;
	readonly isPercent: boolean;
	/** The sign or code of a currency, as it is written. */
	readonly currency: string | undefined;
};

const currencyWords = String.raw`[A-Za-z]{0,3}\p{Sc}|[A-Za-z]{3}|Rs\.?|kr\.?|zł|Kč|Ft|RM|Rp\.?|TL|Fr\.?`;
const numberWords = String.raw`(?:\d[\d., \u00A0\u202F\u2009'’]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?`;
const shape = new RegExp(
	`^([-+−–]?) ?(${currencyWords})? ?([-+−–]?) ?(${numberWords}) ?(%?) ?(${currencyWords})?(-?)$`,
	'u',
);

const currencyCodes = new Set(Intl.supportedValuesOf('currency'));
const letterCode = /^[A-Za-z]{3}$/;

/**
 * Finds the digits in what a sheet writes for a number: `£1,234.50`, `1.234,50 €`, `(12.00)`, `12.00-`,
 * `15 %`, `USD 5`, `1 234,5`. Nothing when it is no number.
 */
export function bareNumber(text: string): BareNumber | undefined {
	const inside = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : undefined;
	const match = shape.exec((inside ?? text).replaceAll(/[\u00A0\u202F\u2009\t]/g, ' '));
	if (!match) {
		return undefined;
	}
	const [, before, currency, between, written, percent, currencyAfter, after] = match;
	const signs = [before, between, after].filter(Boolean);
	const sign = currency ?? currencyAfter;
	const digits = withoutSpaces(written!.trim());
	if (
		signs.length > 1 ||
		(inside !== undefined && signs.length > 0) ||
		(currency && currencyAfter) ||
		digits === undefined ||
		(sign && letterCode.test(sign) && !currencyCodes.has(sign.toUpperCase()))
	) {
		return undefined;
	}
	return {
		digits,
		isNegative: inside !== undefined || (signs.length === 1 && signs[0] !== '+'),
		isPercent: percent === '%',
		currency: sign,
	};
}

/** Spaces and apostrophes may only set groups of three apart. */
function withoutSpaces(written: string): string | undefined {
	if (!/[ '’]/.test(written)) {
		return written;
	}
	return /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d*)?$/.test(written)
		? written.replaceAll(/[ '’]/g, '')
		: undefined;
}
