import {maskDigits} from '../../masked-formats.ts';
import {pseudonymOf} from '../../pseudonym.ts';
import type {RowFormat} from './print-rows.ts';

/** Money as `moneyToDecimal` writes it: a text in JSON. */
const moneyInJson = /"-?\d+\.\d{4}"/g;

/** In CSV nothing tells text from numbers: each figure of four digits after the point is taken for money. */
const moneyInCsv = /(?<=^|,)-?\d+\.\d{4}(?=,|$)/gm;

/** Masks the digits of money in what is printed for programs; tables are written with masked formats. */
export function maskPrinted(printed: string, format: RowFormat): string {
	switch (format) {
		case 'json':
		case 'ndjson':
			return printed.replaceAll(moneyInJson, money => maskDigits(money));
		case 'csv':
			return printed.replaceAll(moneyInCsv, money => maskDigits(money));
		default:
			return printed;
	}
}

/**
 * A kept result as JSON without money and names: customers by their pseudonyms, sentences in the words
 * that were written for it.
 */
export function maskKept(kept: unknown): unknown {
	if (Array.isArray(kept)) {
		return kept.map(maskKept);
	}
	if (typeof kept === 'string') {
		return JSON.parse(maskPrinted(JSON.stringify(kept), 'json')) as string;
	}
	if (typeof kept !== 'object' || kept === null) {
		return kept;
	}
	const {masked, ...fields} = Object.fromEntries(
		Object.entries(kept).map(([name, value]) => [name, maskKept(value)]),
	);
	const {customer, kind, name, evidence} = fields;
	if (kind === 'customer' && typeof name === 'string') {
		return {...fields, name: pseudonymOf(name)};
	}
	if (typeof customer === 'string') {
		const pseudonym = pseudonymOf(typeof name === 'string' ? name : customer);
		return {...fields, customer: pseudonym, ...('name' in fields && {name: pseudonym})};
	}
	if (typeof masked === 'object' && masked !== null) {
		if (!('evidence' in masked)) {
			return {...fields, ...masked};
		}
		const {evidence: words, ...told} = masked;
		return {...fields, ...told, evidence: {...(evidence as object), words}};
	}
	return fields;
}
