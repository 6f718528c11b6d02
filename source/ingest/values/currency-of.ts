const signs: Readonly<Record<string, string>> = {
	$: 'USD',
	US$: 'USD',
	A$: 'AUD',
	C$: 'CAD',
	CA$: 'CAD',
	R$: 'BRL',
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
	SFR: 'CHF',
};

const codes = new Set(Intl.supportedValuesOf('currency'));

/** The ISO 4217 code of a currency as it is written beside an amount; of a plain dollar sign, the American one. */
export function currencyOf(text: string): string | undefined {
	const upper = text.trim().toUpperCase();
	return signs[upper] ?? (codes.has(upper) ? upper : undefined);
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
