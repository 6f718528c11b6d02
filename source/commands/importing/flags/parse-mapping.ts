import type {DiscountKind} from '../../../ingest/amounts/amount-rule.ts';
import {type Field, mappableFields} from '../../../ingest/mapping/fields.ts';
import type {AskedColumns} from '../../../ingest/mapping/match-columns.ts';
import type {AskedUnderstanding} from '../../../ingest/understanding/table-understanding.ts';
import {UsageError} from '../../command-line/command.ts';

/** Other words for the fields that people map. */
const aliases: Readonly<Record<string, Field>> = {
	date: 'at',
	price: 'unitPrice',
	amount: 'total',
	linetotal: 'total',
	sku: 'product',
	name: 'productName',
	description: 'productName',
	country: 'region',
	units: 'quantity',
	qty: 'quantity',
};

/** Fields that also say how the discounts are written. */
const discountKinds: Readonly<Record<string, DiscountKind>> = {
	discountAmount: 'amount',
	discountFraction: 'fraction',
	discountPercent: 'percent',
};

/**
 * Reads `order=InvoiceNo,product="Stock code",discountPercent=Rebate`.
 *
 * @throws UsageError that names the part which cannot be, and what can
 */
export function parseMapping(text: string): Pick<AskedUnderstanding, 'columns' | 'discount'> {
	const columns: Partial<Record<Field, string>> = {};
	let discount: DiscountKind | undefined;
	for (const part of text.match(/(?:"[^"]*"|[^,"])+/g) ?? []) {
		const at = part.indexOf('=');
		const word = part.slice(0, Math.max(0, at)).trim();
		const header = part
			.slice(at + 1)
			.trim()
			.replaceAll(/^"|"$/g, '');
		if (at < 0 || header === '') {
			throw new UsageError(`--map ${part.trim()}: write FIELD=COLUMN, such as order=InvoiceNo`);
		}
		const kind = Object.entries(discountKinds).find(
			([name]) => name.toLowerCase() === word.toLowerCase(),
		)?.[1];
		discount = kind ?? discount;
		const field = kind ? 'discount' : fieldOf(word);
		if (!field) {
			throw new UsageError(
				`--map ${part.trim()}: there is no field "${word}"; the fields are ${[...mappableFields, ...Object.keys(discountKinds)].join(', ')}`,
			);
		}
		columns[field] = header;
	}
	return {columns: columns satisfies AskedColumns, discount};
}

function fieldOf(word: string): Field | undefined {
	const lower = word.toLowerCase();
	return mappableFields.find(field => field.toLowerCase() === lower) ?? aliases[lower];
}
