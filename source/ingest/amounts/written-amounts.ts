import type {Field} from '../mapping/fields.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {bareNumber, isPercentText} from '../values/bare-number.ts';
import {presentText} from '../values/present-text.ts';
import {numberReaders} from './number-readers.ts';
import type {WrittenAmounts} from './row-amounts.ts';

/** More than four decimals, or an exponent. */
const beyondMoney = /[.,]\d{5}|[eE]/;
const digitsOnly = /^[\d.,-]*$/;
const plainWhole = /^-?\d{1,15}$/;

/** The sign or code of a currency beside the amounts of a row, the price before the total. */
export function signReader({columns}: TableUnderstanding): (cells: readonly string[]) => string | undefined {
	const places = [columns.unitPrice, columns.total].filter(place => place !== undefined);
	return cells => {
		for (const place of places) {
			const text = presentText(cells[place]);
			const sign = text === undefined || digitsOnly.test(text) ? undefined : bareNumber(text)?.currency;
			if (sign !== undefined) {
				return sign;
			}
		}
		return undefined;
	};
}

/** Reads the numbers of a row that make its amount. */
export function amountsReader(
	table: TableUnderstanding,
	isOneUnit: boolean,
): (cells: readonly string[]) => WrittenAmounts {
	const {columns} = table;
	const readers = numberReaders(table);
	const moneyIn = (field: Field) => {
		const place = columns[field];
		const read = readers[field]?.money;
		return place === undefined || !read
			? () => undefined
			: (cells: readonly string[]) => {
					const text = presentText(cells[place]);
					return text === undefined ? undefined : (read(text) ?? Number.NaN);
				};
	};
	const numberIn = (field: Field) => {
		const place = columns[field];
		const read = readers[field]?.plain;
		const isInUnits = table.minorUnits[field] === undefined;
		return place === undefined || !read
			? () => undefined
			: (cells: readonly string[]) => {
					const text = presentText(cells[place]);
					return text === undefined
						? undefined
						: isInUnits && plainWhole.test(text)
							? Number(text)
							: Number(read(text) ?? Number.NaN);
				};
	};
	const quantity = numberIn('quantity');
	const unitPrice = moneyIn('unitPrice');
	const total = moneyIn('total');
	const discount = numberIn('discount');
	const tax = moneyIn('tax');
	const isPercent = (cells: readonly string[]) =>
		columns.discount !== undefined && isPercentText(presentText(cells[columns.discount]));
	const hasQuantity = columns.quantity !== undefined;
	const fineOf = readers.unitPrice?.fineMoney;
	const finePrice = (cells: readonly string[]) => {
		const text = columns.unitPrice === undefined ? undefined : presentText(cells[columns.unitPrice]);
		if (text === undefined || !beyondMoney.test(text)) {
			return undefined;
		}
		const counts = fineOf?.(text);
		// What floating point leaves behind in sheets and JSON is no decimal of the price.
		return counts === undefined || Math.abs(counts - Math.round(counts)) < 1e-6 ? undefined : counts;
	};
	const oneUnit = (written: number | undefined) =>
		hasQuantity && !isOneUnit ? undefined : written !== undefined && written < 0 ? -1 : 1;
	return cells => {
		const written = total(cells);
		return {
			// A row without a count is one unit, and a negative one is taken back.
			quantity: (hasQuantity ? quantity(cells) : undefined) ?? oneUnit(written),
			unitPrice: unitPrice(cells),
			finePrice: finePrice(cells),
			total: written,
			discount: discount(cells),
			isDiscountShare: isPercent(cells),
			tax: tax(cells),
		};
	};
}

/** With the signs of a return, which some sources leave to its kind. */
export function givenBack(written: WrittenAmounts): WrittenAmounts {
	const below = (amount: number | undefined) => (amount === undefined ? undefined : -Math.abs(amount));
	const above = (amount: number | undefined) => (amount === undefined ? undefined : Math.abs(amount));
	return {
		quantity: below(written.quantity),
		unitPrice: above(written.unitPrice),
		finePrice: above(written.finePrice),
		total: below(written.total),
		discount: above(written.discount),
		isDiscountShare: written.isDiscountShare,
		tax: below(written.tax),
	};
}

/** Some shops write what they take off with a minus; then all of the column is. */
export function hasNegativeDiscounts(table: TableUnderstanding): boolean {
	if (table.amount.discountBy === 'column') {
		return true;
	}
	const place = table.columns.discount;
	const read = numberReaders(table).discount?.plain;
	if (place === undefined || !read) {
		return false;
	}
	const discounts = table.samples[place]!.present.map(text => Number(read(text) ?? 0)).filter(Boolean);
	return discounts.length > 1 && discounts.every(discount => discount < 0);
}
