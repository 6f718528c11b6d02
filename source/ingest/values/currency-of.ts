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
