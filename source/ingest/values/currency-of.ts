const signs: Readonly<Record<string, string>> = {
	$: 'USD',
	US$: 'USD',
	A$: 'AUD',
	C$: 'CAD',
	CA$: 'CAD',
	R$: 'BRL',
	AU$: 'AUD',
	NZ$: 'NZD',
	HK$: 'HKD',
	NT$: 'TWD',
	S$: 'SGD',
	MX$: 'MXN',
	USD$: 'USD',
	'€': 'EUR',
	'£': 'GBP',
	'¥': 'JPY',
	'₹': 'INR',
	'₽': 'RUB',
	'₩': 'KRW',
	'₺': 'TRY',
	'₫': 'VND',
	'₪': 'ILS',
	'₴': 'UAH',
	'₱': 'PHP',
	'₦': 'NGN',
	'฿': 'THB',
	ZŁ: 'PLN',
	KČ: 'CZK',
	FT: 'HUF',
	RS: 'INR',
	'RS.': 'INR',
	RM: 'MYR',
	RP: 'IDR',
	TL: 'TRY',
	'FR.': 'CHF',
	'SFR.': 'CHF',
	SFR: 'CHF',
};

const codes = new Set(Intl.supportedValuesOf('currency'));

/** The ISO 4217 code of a currency as it is written beside an amount; of a plain dollar sign, the American one. */
export function currencyOf(text: string): string | undefined {
	const upper = text.trim().toUpperCase();
	return signs[upper] ?? (codes.has(upper) ? upper : undefined);
}

const inBrackets = /\(([^)]+)\)|\[([^\]]+)\]/;
/** Codes that are words too. */
const words = new Set(['ALL', 'TOP', 'CUP']);
const usual = /(?:^|[_\s-])(usd|eur|gbp|chf|inr|cad|aud|brl|jpy|sek|nok|dkk|pln)$/i;

/** The sign or code of a currency in a header: `Price ($)`, `Total [EUR]`, `Amount EUR`, `price_usd`, `Betrag in €`. */
export function currencyTextIn(header: string): string | undefined {
	const [, round, square] = inBrackets.exec(header) ?? [];
	const inside = (round ?? square)?.trim().replace(/^in /i, '');
	if (inside !== undefined && /^(?:[A-Z]{3}|.*\p{Sc})$/u.test(inside) && !words.has(inside)) {
		return inside;
	}
	return usual.exec(header.trim())?.[1] ?? /[A-Z]{0,2}\p{Sc}$/u.exec(header.trim())?.[0];
}

/** Currencies that share the sign of a better known one. */
const sharing: Readonly<Record<string, readonly string[]>> = {
	$: ['AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS'],
	'£': ['EGP', 'GIP', 'FKP', 'SHP', 'LBP'],
	'¥': ['CNY'],
	RS: ['PKR', 'LKR', 'NPR', 'MUR'],
	'RS.': ['PKR', 'LKR', 'NPR', 'MUR'],
};

/** Whether an amount with that sign or code beside it can be in the currency; an unknown sign tells nothing. */
export function canBeIn(text: string, currency: string): boolean {
	const own = currencyOf(text);
	return (
		own === undefined || own === currency || sharing[text.trim().toUpperCase()]?.includes(currency) === true
	);
}
