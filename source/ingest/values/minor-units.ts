import type {Field} from '../mapping/fields.ts';
import {headerWords} from '../mapping/header-key.ts';
import type {NumberReader} from './number-reader.ts';

/** Of how many parts one of the currency is, by the field whose column counts such parts. */
export type MinorUnits = Readonly<Partial<Record<Field, number>>>;

const minorWords = new Set(['cents', 'cent', 'pence', 'centavos', 'minor']);

/** Whether a header says that its column counts cents or the like: `price_cents`, `Amount (pence)`. */
export function countsMinorUnits(header: string): boolean {
	return headerWords(header.replaceAll(/[()[\]]/g, ' ')).some(word => minorWords.has(word));
}

/** 100 cents are one dollar, and one yen is not divided; by ISO 4217. */
export function minorUnitsOf(currency: string | undefined): number {
	const {maximumFractionDigits = 2} =
		currency === undefined
			? {}
			: new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions();
	return 10 ** maximumFractionDigits;
}

/** Reads a column that counts cents as the amounts that they make. */
export function minorReader({plain, money, fineMoney}: NumberReader, parts: number): NumberReader {
	return {
		plain(text) {
			const decimal = plain(text);
			return decimal === undefined ? undefined : String(Number(decimal) / parts);
		},
		money(text) {
			const amount = money(text);
			return amount === undefined ? undefined : Math.round(amount / parts);
		},
		fineMoney(text) {
			const counts = fineMoney(text);
			return counts === undefined ? undefined : counts / parts;
		},
	};
}
