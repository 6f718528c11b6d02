import {isOfNumbers, type SampledColumns, sampleOf} from '../mapping/column-sample.ts';
import {currencyOf, currencyTextIn} from '../values/currency-of.ts';

/** The currency that a column names, that is written beside the numbers, or in the header of the amounts; ISO 4217. */
export function tableCurrency(table: SampledColumns): string | undefined {
	return mostNamed(currenciesIn(table)) ?? currencyInHeaders(table);
}

/** What may be currencies, and how often it was found. */
type Named = readonly (readonly [text: string, count: number])[];

function currenciesIn(table: SampledColumns): Named {
	const column = sampleOf(table, 'currency');
	return (
		column?.present.map(text => [text, 1] as const) ??
		// Codes of things and people may begin with what is a currency elsewhere.
		table.samples.filter(isOfNumbers).flatMap(({numbers}) => [...numbers.currencies])
	);
}

function mostNamed(named: Named): string | undefined {
	const counts = new Map<string, number>();
	for (const [text, count] of named) {
		const currency = currencyOf(text);
		if (currency !== undefined) {
			counts.set(currency, (counts.get(currency) ?? 0) + count);
		}
	}
	return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function currencyInHeaders(table: SampledColumns): string | undefined {
	const named = (['unitPrice', 'total'] as const).map(field => {
		const header = sampleOf(table, field)?.header;
		return header && currencyTextIn(header);
	});
	return named.map(text => text && currencyOf(text)).find(currency => currency !== undefined);
}
