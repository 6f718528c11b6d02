import {canBeIn} from './currency-of.ts';

/** A number as it is written, without what stands around its digits. */
export type BareNumber = {
	/** Digits with at most points and commas among them, and an exponent. */
	readonly digits: string;
	readonly isNegative: boolean;
	readonly isPercent: boolean;
	/** The sign or code of a currency, as it is written. */
	readonly currency: string | undefined;
};

const currencyWords = String.raw`[A-Za-z]{0,3}\p{Sc}|[A-Za-z]{3}|Rs\.?|kr\.?|zł|Kč|Ft|RM|Rp\.?|TL|S?Fr\.?`;
const numberWords = String.raw`(?:\d[\d., \u00A0\u202F\u2009'’]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?`;
const shape = new RegExp(
	`^([-+−–]?) *(${currencyWords})? *([-+−–]?) *(${numberWords}) ?(%?)([-−–]?) *(${currencyWords})?([-−–]?)$`,
	'u',
);

const currencyCodes = new Set(Intl.supportedValuesOf('currency'));
const letterCode = /^[A-Za-z]{3}$/;

const brackets = new RegExp(`^(${currencyWords})? ?\\((.+)\\) ?(${currencyWords})?$`, 'u');
/** What Excel's accounts show for nothing: `$ -`. */
const dash = new RegExp(`^(${currencyWords}) ?[-–]$`, 'u');

/** What is not written in plain digits, or ends in a dash for no cents. */
const isUnusual = /[.,/] ?[-–—−=]|[٠-٩۰-۹०-९０-９．，٫٬￥％－]/;

const isPercentSign = /[%％]/;
const endsInLetter = /[a-zA-Z.]$/;

/** What is counted or weighed, behind a number. Grams are not: prices are of kilograms. */
const units =
	'(?:kgs?|l|ltr|lit(?:er|re)s?|pcs?\\.?|pce|stk\\.?|stück|stueck|ea|each|units?|x|un|und|uds?\\.?|szt\\.?)';
const unit = new RegExp(`(?<=\\d) ?${units}$|(?: ?/ ?| per )${units}$`, 'i');

/**
 * Finds the digits in what a sheet writes for a number: `£1,234.50`, `1.234,50 €`, `(12.00)`, `12.00-`,
 * `15 %`, `USD 5`, `1 234,5`, `CHF 12.-`, `Rs. 999/-`, `$4.00 USD`, `١٢٫٥٠`, `0.750 kg`. Nothing when it is no number.
 */
export function bareNumber(given: string): BareNumber | undefined {
	const counted = endsInLetter.test(given) ? given.replace(unit, '') : given;
	const text = isUnusual.test(counted) ? inPlainDigits(counted) : counted;
	const spaced = text.replaceAll(/[\u00A0\u202F\u2009\t]/g, ' ');
	const inside = spaced.includes('(') ? brackets.exec(spaced) : undefined;
	const match = shape.exec(inside ? inside[2]!.trim() : spaced);
	if (!match) {
		const nothing = dash.exec(spaced);
		return nothing ? {digits: '0', isNegative: false, isPercent: false, currency: nothing[1]} : undefined;
	}
	const [, before, ownCurrency, between, written, percent, behind, currencyAfter, after] = match;
	const signs = [before, between, behind, after].filter(Boolean);
	const currencies = [inside?.[1], ownCurrency, currencyAfter, inside?.[3]].filter(one => one !== undefined);
	const sign = oneCurrency(currencies);
	const digits = withoutSpaces(written!.trim());
	if (
		signs.length > 1 ||
		(inside && signs.length > 0) ||
		(currencies.length > 0 && sign === undefined) ||
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

/** Whether a number has a percent sign. */
export function isPercentText(text: string | undefined): boolean {
	return text !== undefined && isPercentSign.test(text) && bareNumber(text)?.isPercent === true;
}

/** Of a sign and a code for the same currency the code, which says more. */
function oneCurrency(written: readonly string[]): string | undefined {
	const [one, other] = written;
	if (one === undefined || other === undefined) {
		return one;
	}
	const code = [one, other].find(text => letterCode.test(text));
	const sign = [one, other].find(text => text !== code);
	return code !== undefined && sign !== undefined && written.length === 2 && canBeIn(sign, code.toUpperCase())
		? code
		: undefined;
}

/** Digits of other scripts as ours, and a dash for no cents as the zeros that it stands for. */
function inPlainDigits(text: string): string {
	return text
		.replaceAll(/[０-９]/g, digit => digitAfter(digit, '０'))
		.replaceAll(/[٠-٩]/g, digit => digitAfter(digit, '٠'))
		.replaceAll(/[۰-۹]/g, digit => digitAfter(digit, '۰'))
		.replaceAll(/[०-९]/g, digit => digitAfter(digit, '०'))
		.replaceAll(/[．٫]/g, '.')
		.replaceAll(/[，٬]/g, ',')
		.replaceAll('￥', '¥')
		.replaceAll('％', '%')
		.replaceAll('－', '-')
		.replace(/(\d) ?([.,]) ?(?:--?|[–—−])(?= |$|\p{L}|\p{Sc})/u, '$1$200')
		.replace(/(\d) ?\/[-=–](?= |$)/, '$1');
}

function digitAfter(digit: string, zero: string): string {
	return String(digit.codePointAt(0)! - zero.codePointAt(0)!);
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
