import type {Money} from '../../money.ts';
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

type AmountReader = (cells: readonly string[]) => number | undefined;

const nothing: AmountReader = () => undefined;

/**
 * Reads the numbers of a row that make its amount.
 *
 * @param isOneUnit rows that count no units are one, though there is a column that counts them
 */
export function amountsReader(
	table: TableUnderstanding,
	isOneUnit: boolean,
): (cells: readonly string[]) => WrittenAmounts {
	const {columns} = table;
	const quantity = plainReader(table, 'quantity');
	const unitPrice = moneyReader(table, 'unitPrice');
	const finePrice = finePriceReader(table);
	const total = moneyReader(table, 'total');
	const discount = plainReader(table, 'discount');
	const tax = moneyReader(table, 'tax');
	const isPercent = (cells: readonly string[]) =>
		columns.discount !== undefined && isPercentText(presentText(cells[columns.discount]));
	const mayLackUnits = columns.quantity === undefined || isOneUnit;
	/** A row without a count is one unit, and a negative one is taken back. */
	const oneUnit = (written: Money | undefined) =>
		mayLackUnits ? (written !== undefined && written < 0 ? -1 : 1) : undefined;
	return cells => {
		const written = total(cells);
		return {
			quantity: quantity(cells) ?? oneUnit(written),
			unitPrice: unitPrice(cells),
			finePrice: finePrice(cells),
			total: written,
			discount: discount(cells),
			isDiscountShare: isPercent(cells),
			tax: tax(cells),
		};
	};
}

/** Reads counts of money; `NaN` where a cell holds something else. */
function moneyReader(table: TableUnderstanding, field: Field): AmountReader {
	const place = table.columns[field];
	const read = numberReaders(table)[field]?.money;
	return place === undefined || !read
		? nothing
		: cells => {
				const text = presentText(cells[place]);
				return text === undefined ? undefined : (read(text) ?? Number.NaN);
			};
}

/** Reads plain numbers; `NaN` where a cell holds something else. */
function plainReader(table: TableUnderstanding, field: Field): AmountReader {
	const place = table.columns[field];
	const read = numberReaders(table)[field]?.plain;
	const isInUnits = table.minorUnits[field] === undefined;
	return place === undefined || !read
		? nothing
		: cells => {
				const text = presentText(cells[place]);
				return text === undefined
					? undefined
					: isInUnits && plainWhole.test(text)
						? Number(text)
						: Number(read(text) ?? Number.NaN);
			};
}

/** Reads prices with decimals beyond those of money, in counts of money; nothing where they have none. */
function finePriceReader(table: TableUnderstanding): AmountReader {
	const place = table.columns.unitPrice;
	const read = numberReaders(table).unitPrice?.fineMoney;
	return place === undefined || !read
		? nothing
		: cells => {
				const text = presentText(cells[place]);
				if (text === undefined || !beyondMoney.test(text)) {
					return undefined;
				}
				const counts = read(text);
				// What floating point leaves behind in sheets and JSON is no decimal of the price.
				return counts === undefined || Math.abs(counts - Math.round(counts)) < 1e-6 ? undefined : counts;
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
