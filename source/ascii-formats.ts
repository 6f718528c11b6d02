import type {Formats} from './format.ts';

/** The same formats for a terminal that may have no other characters than ASCII: `EUR 1,240.50`, `12 aout`. */
export function asciiFormats(formats: Formats): Formats {
	const toAscii = asciiWriter(formats);
	const written = Object.entries(formats).map(([name, value]) => [
		name,
		typeof value === 'function'
			? (...given: readonly unknown[]) => {
					const result = (value as (...given: readonly unknown[]) => string | number)(...given);
					return typeof result === 'string' ? toAscii(result) : result;
				}
			: value,
	]);
	return Object.fromEntries(written) as Formats;
}

/** Writes the currency by its code, and letters without their marks; of other characters the usual stand-ins. */
export function asciiWriter({
	locale,
	currency,
}: Pick<Formats, 'locale' | 'currency'>): (text: string) => string {
	const symbol = new Intl.NumberFormat(locale, {style: 'currency', currency, currencyDisplay: 'narrowSymbol'})
		.formatToParts(0)
		.find(({type}) => type === 'currency')?.value;
	const isForeign = symbol !== undefined && !plainAscii.test(symbol);
	return text =>
		plainAscii.test(text)
			? text
			: (isForeign ? withCode(text, symbol, currency) : text)
					.normalize('NFD')
					.replaceAll(/\p{M}/gu, '')
					.replaceAll(/[^ -~]/gu, character => standIns[character] ?? character);
}

const plainAscii = /^[ -~]*$/;

function withCode(text: string, symbol: string, code: string): string {
	return text
		.split(symbol)
		.reduce((before, after) => `${before}${code}${/^\d/.test(after) ? ' ' : ''}${after}`);
}

const standIns: Readonly<Record<string, string>> = {
	'\u2212': '-',
	'–': '-',
	'→': '->',
	'’': "'",
	'×': 'x',
	'±': '+/-',
	'…': '...',
};
