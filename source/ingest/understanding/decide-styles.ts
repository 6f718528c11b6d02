import {
	type ColumnSample,
	isOfDates,
	isOfNumbers,
	type SampledColumns,
	sampleOf,
} from '../mapping/column-sample.ts';
import type {Field} from '../mapping/fields.ts';
import type {KnownShop} from '../mapping/known-shops.ts';
import type {DateOrder} from '../values/date-parts.ts';
import type {DateSample} from '../values/date-sample.ts';
import {type DateStyle, decideDateStyle, orderShownBy} from '../values/date-style.ts';
import type {DecimalMark} from '../values/decimal-mark.ts';
import {countsMinorUnits, type MinorUnits, minorUnitsOf} from '../values/minor-units.ts';
import {decideNumberStyle} from '../values/number-style.ts';
import {tableCurrency} from './table-currency.ts';
import type {AskedUnderstanding, TableUnderstanding} from './table-understanding.ts';

type Styles = Pick<TableUnderstanding, 'currency' | 'numbers' | 'minorUnits' | 'dates' | 'isUtc'>;

const moneyFields = [
	'unitPrice',
	'total',
	'discount',
	'orderDiscount',
	'orderSubtotal',
	'orderTotal',
	'shipping',
	'tax',
	'refund',
] as const satisfies readonly Field[];

const numberFields = ['quantity', ...moneyFields, 'age', 'stock'] as const satisfies readonly Field[];

/**
 * Decides how the numbers and dates of a table are written, and what its amounts are in.
 *
 * @param shop the shop whose export it is, where that is known
 * @param delimiter what separates the values of a text
 */
export function decideStyles(
	table: SampledColumns,
	asked: AskedUnderstanding,
	shop: KnownShop | undefined,
	delimiter: string | undefined,
): Styles {
	const at = sampleOf(table, 'at');
	const currency = asked.original ? (asked.original.currency ?? undefined) : tableCurrency(table);
	const numbers = numberStyles(table, asked, usualMark(delimiter, at?.dates, currency));
	return {
		currency,
		numbers,
		minorUnits: minorUnitsIn(table, shop, currency),
		dates: at && dateStyle(at, table, asked, orderHint(at.dates, numbers, currency)),
		isUtc: at !== undefined && /\butc\b|\bgmt\b/i.test(at.header),
	};
}

function numberStyles(
	table: SampledColumns,
	{decimal, original, precedent, beside}: AskedUnderstanding,
	hint: DecimalMark | undefined,
): Styles['numbers'] {
	const others = table.samples.filter(isOfNumbers).map(({numbers}) => numbers);
	return Object.fromEntries(
		numberFields.flatMap(field => {
			const column = sampleOf(table, field);
			return column
				? [
						[
							field,
							decideNumberStyle(column.numbers, others, {
								flag: decimal,
								original: original?.decimalMarks[field]?.is,
								precedent: precedent?.decimalMarks[field],
								beside: beside?.decimalMark,
								hint,
							}),
						],
					]
				: [];
		}),
	);
}

function minorUnitsIn(
	table: SampledColumns,
	shop: KnownShop | undefined,
	currency: string | undefined,
): MinorUnits {
	const isOfShop = shop?.countsMinorUnits?.(table.samples) ?? false;
	return Object.fromEntries(
		moneyFields
			.filter(field => {
				const column = sampleOf(table, field);
				return column && (isOfShop || countsMinorUnits(column.header));
			})
			.map(field => [field, minorUnitsOf(currency)]),
	);
}

function dateStyle(
	{dates}: ColumnSample,
	{samples}: SampledColumns,
	{dateOrder, original, precedent, beside}: AskedUnderstanding,
	hint: DateOrder | undefined,
): DateStyle {
	return decideDateStyle(dates, {
		order: dateOrder,
		originals:
			original && Object.fromEntries(Object.entries(original.dateOrders).map(([sign, {is}]) => [sign, is])),
		precedents: precedent?.dateOrders,
		others: orderShownBy(samples.filter(isOfDates).map(column => column.dates)),
		beside: beside?.dateOrder,
		hint,
	});
}

const currenciesWithPoint = new Set(['USD', 'GBP', 'AUD', 'CAD', 'INR', 'JPY', 'CHF']);

/** Where semicolons part the values, or dots the dates, commas stand before the decimals. */
function usualMark(
	delimiter: string | undefined,
	dates: DateSample | undefined,
	currency: string | undefined,
): DecimalMark | undefined {
	const isContinental = delimiter === ';' || dates?.orders.has('.') === true;
	return isContinental && !currenciesWithPoint.has(currency ?? '') ? ',' : undefined;
}

/** Americans write the month first, whoever has a decimal comma the day. */
function orderHint(
	dates: DateSample,
	numbers: Styles['numbers'],
	currency: string | undefined,
): DateOrder | undefined {
	if (Object.values(numbers).some(({mark, by}) => mark === ',' && by === 'column')) {
		return 'dmy';
	}
	return currency === 'USD' || (currency === undefined && dates.halfDays > 0) ? 'mdy' : undefined;
}
