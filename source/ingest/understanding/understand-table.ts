import type {Money} from '../../money.ts';
import {type AmountRule, type DiscountKind, decideAmountRule} from '../amounts/amount-rule.ts';
import {type ShownPrice, withChargedTotal, withNetPrice} from '../amounts/net-price.ts';
import {rowNumbers} from '../amounts/number-readers.ts';
import {withOrderTotals} from '../amounts/order-totals.ts';
import {withProvenMarks} from '../amounts/prove-marks.ts';
import {totalEvidence} from '../amounts/total-evidence.ts';
import {hasUnsignedReturns} from '../amounts/unsigned-returns.ts';
import {hasDiscountLines} from '../discounts/discount-lines.ts';
import {
	discountShownByOrders,
	orderDiscountOf,
	withOrderDiscount,
} from '../discounts/order-discount-column.ts';
import type {OrderDiscountRule} from '../discounts/order-discount-rule.ts';
import {withProvenDiscount} from '../discounts/prove-discount.ts';
import type {ColumnSample, TableSample} from '../mapping/column-sample.ts';
import {type Columns, type Field, reasonLeftOut} from '../mapping/fields.ts';
import {knownShopOf} from '../mapping/known-shops.ts';
import {type AskedColumns, type Match, type Misfit, matchColumns} from '../mapping/match-columns.ts';
import {withProvenQuantity} from '../mapping/prove-quantity.ts';
import {decideRefunds, type RefundRule} from '../refunds/refund-rule.ts';
import {otherBooksIn} from '../shapes/other-books.ts';
import {nounOfTable, qualified, shapeOf, type TableNoun, type TableShape} from '../shapes/table-shape.ts';
import {isPercentText} from '../values/bare-number.ts';
import {currencyOf, currencyTextIn} from '../values/currency-of.ts';
import {
	type DateOrder,
	type DateSample,
	type DateStyle,
	decideDateStyle,
	orderShownBy,
} from '../values/date-column.ts';
import type {DecimalMark} from '../values/decimal-mark.ts';
import {countsMinorUnits, type MinorUnits, minorUnitsOf} from '../values/minor-units.ts';
import {decideNumberStyle, type NumberStyle} from '../values/number-column.ts';
import {presentText} from '../values/present-text.ts';
import type {Beside, Precedent, Writing} from './writing.ts';

/** What somebody has said of a source, and what need not be found out. */
export type AskedUnderstanding = {
	readonly columns?: AskedColumns | undefined;
	/** By which another table of the same import knows the products. */
	readonly productKey?: string | undefined;
	/** By which another table of the same import knows the orders. */
	readonly orderKey?: string | undefined;
	/** What the table is about, where others show it. */
	readonly noun?: TableNoun | undefined;
	readonly discount?: DiscountKind | undefined;
	readonly dateOrder?: DateOrder | undefined;
	/** Whether orders are loaded that were cancelled or came to nothing otherwise. */
	readonly allStates?: boolean | undefined;
	/** The sign before the decimals. */
	readonly decimal?: DecimalMark | undefined;
	/** How the source was read that rejected the rows of this one, which must be read alike. */
	readonly original?: Writing | undefined;
	/** Of the orders of corrected rows. */
	readonly discountsTaken?: DiscountsTaken | undefined;
	/** What sources with the same columns show, for what this one leaves open. */
	readonly precedent?: Precedent | undefined;
	/** What other tables of the same workbook or folder show. */
	readonly beside?: Beside | undefined;
};

/** What the lines of orders that are loaded already have taken of discounts, by the order's number. */
export type DiscountsTaken = Readonly<Record<string, Money>>;

/** How a table was understood. */
export type TableUnderstanding = {
	/** The source that it is in, or a part of one. */
	readonly name: string;
	readonly header: readonly string[];
	readonly asked: AskedColumns;
	readonly shape: TableShape;
	/** What it seems to be that has dates and amounts and is no sales, such as `a bank statement`. */
	readonly otherBooks: string | undefined;
	readonly columns: Columns;
	readonly matches: readonly Match[];
	readonly misfits: readonly Misfit[];
	/** The shop whose export it is, where that is known. */
	readonly shop: string | undefined;
	readonly numbers: Readonly<Partial<Record<Field, NumberStyle>>>;
	/** Columns of money that count cents. */
	readonly minorUnits: MinorUnits;
	readonly dates: DateStyle | undefined;
	/** Moments without an offset are in UTC, as the header says. */
	readonly isUtc: boolean;
	readonly amount: AmountRule;
	/** The total is of a whole order, and each of its lines takes a part of it. */
	readonly isTotalShared: boolean;
	/** A price that is not what its name says. */
	readonly shownPrice: ShownPrice | undefined;
	/** Where orders have discounts of their own. */
	readonly orderDiscount: OrderDiscountRule | undefined;
	/** What was taken off orders of which the rows here are corrected. */
	readonly discountsTaken: DiscountsTaken | undefined;
	/** Orders that came to nothing are loaded like others. */
	readonly allStates: boolean;
	/** What most rows say, where a column says it; ISO 4217. */
	readonly currency: string | undefined;
	/** Rows of negative quantity are returns, whatever signs their amounts have. */
	readonly hasUnsignedReturns: boolean;
	/** Some lines are what is taken off their order, as its total may show. */
	readonly hasDiscountLines: boolean;
	/** What was given back later, as the rows of the sales say. */
	readonly refunds: RefundRule;
	/** Rows without a number of their order and a date belong to the order above them. */
	readonly hasMergedOrders: boolean;
	/** Some quantities are fractions. */
	readonly isWeighed: boolean;
	/** Rows without a code of the product go by its name. */
	readonly usesNameForCode: boolean;
	/** Of a few rows, so that a ragged one can be held against them. */
	readonly samples: readonly ColumnSample[];
	/** Whether the values of any row begin with a space. */
	readonly beginsWithSpace: boolean;
	/** What separates the values of a text. */
	readonly delimiter: string | undefined;
};

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
] as const;

const numberFields = ['quantity', ...moneyFields, 'age', 'stock'] as const;

/** From this share of blank codes on, with names in their place, the names are the codes. */
const manyBlanks = 0.05;

/**
 * Decides what the columns of a table hold and how they are written.
 *
 * @param delimiter what separates the values of a text
 */
export function understandTable(
	name: string,
	{header, columns: samples, records}: TableSample,
	asked: AskedUnderstanding,
	delimiter?: string,
): TableUnderstanding {
	const noun = asked.noun ?? nounOfTable(name, header);
	const shop = knownShopOf(header);
	const {original, precedent} = asked;
	const askedColumns = {...original?.columns, ...asked.columns};
	const cells = records.filter(({problem}) => problem === undefined).map(record => record.cells);
	const {columns, matches, misfits} = withProvenQuantity(
		matchColumns(samples, askedColumns, {
			columns: shop?.columns ?? {},
			without: [
				...(shop?.without ?? []),
				...(original ? (['unitPrice', 'discount'] as const).filter(field => !original.columns[field]) : []),
			],
			shared: {
				...(asked.productKey !== undefined && {product: asked.productKey}),
				...(asked.orderKey !== undefined && {order: asked.orderKey}),
			},
			nounOf: text => qualified(text, noun),
		}),
		samples,
		cells,
	);
	const sampleOf = (field: Field) => (columns[field] === undefined ? undefined : samples[columns[field]]);
	const at = sampleOf('at');
	const currency = original
		? (original.currency ?? undefined)
		: (currencyIn(sampleOf('currency'), samples) ??
			currencyInHeaders([sampleOf('unitPrice'), sampleOf('total')]));
	const markHint = usualMark(delimiter, at?.dates, currency);
	const inNumbers = samples.filter(({numbers, present}) => numbers.numbers > present.length / 2);
	const numbers = Object.fromEntries(
		numberFields
			.filter(field => sampleOf(field))
			.map(field => [
				field,
				decideNumberStyle(
					sampleOf(field)!.numbers,
					inNumbers.map(sample => sample.numbers),
					{
						flag: asked.decimal,
						original: original?.decimalMarks[field]?.is,
						precedent: precedent?.decimalMarks[field],
						beside: asked.beside?.decimalMark,
						hint: markHint,
					},
				),
			]),
	);
	const shape = shapeOf(columns, noun, field =>
		matches.some(match => match.field === field && match.by === 'standIn'),
	);
	const isOpen = Object.keys(askedColumns).length === 0 && shop === undefined;
	const otherBooks =
		isOpen && (shape === 'sales' || shape === 'orders') ? otherBooksIn(columns, samples) : undefined;
	const found = {
		name,
		header,
		asked: askedColumns,
		shape: otherBooks === undefined ? shape : 'other',
		otherBooks,
		columns,
		matches,
		misfits,
		shop: shop?.name,
		numbers,
		minorUnits: Object.fromEntries(
			moneyFields
				.filter(field => {
					const column = sampleOf(field);
					return column && (countsMinorUnits(column.header) || (shop?.countsMinorUnits?.(samples) ?? false));
				})
				.map(field => [field, minorUnitsOf(currency)]),
		),
		dates:
			at &&
			decideDateStyle(at.dates, {
				order: asked.dateOrder,
				originals: original && ordersIn(original),
				precedents: precedent?.dateOrders,
				others: orderShownBy(samples.filter(isOfDates).map(({dates}) => dates)),
				beside: asked.beside?.dateOrder,
				hint: orderHint(at.dates, numbers, currency),
			}),
		allStates: asked.allStates ?? false,
		isUtc: at !== undefined && /\butc\b|\bgmt\b/i.test(at.header),
		currency,
		usesNameForCode:
			columns.product !== columns.productName &&
			(sampleOf('product')?.filledShare ?? 1) < 1 - manyBlanks &&
			(sampleOf('productName')?.filledShare ?? 0) > (sampleOf('product')?.filledShare ?? 1),
		samples,
		beginsWithSpace: records.some(
			({cells, problem}) => problem === undefined && cells.some(cell => cell.startsWith(' ')),
		),
		delimiter,
	};
	const totalled = withOrderTotals(withOrderDiscount(withProvenMarks(found, cells), cells, asked), cells);
	const understanding = withChargedTotal(withProvenDiscount(withNetPrice(totalled, cells), cells), cells);
	const rows = cells.map(row => rowNumbers(understanding, row));
	const discountAt = understanding.columns.discount;
	const discount = discountAt === undefined ? undefined : samples[discountAt];
	const isPercent = discount !== undefined && discount.numbers.percents > discount.numbers.numbers / 2;
	// Percents among amounts do not tell how the others are written.
	const alike =
		isPercent || discountAt === undefined || discount?.numbers.percents === 0
			? rows
			: rows.filter((_, place) => !isPercentText(presentText(cells[place]![discountAt])));
	const amount = decideAmountRule(alike, {
		discountHeader: discount?.header ?? '',
		isPercent,
		asked: asked.discount ?? original?.discount.is,
		precedent: precedent?.discount,
	});
	const isBeforeDiscount = shop?.isBeforeDiscount === true && columns.unitPrice === undefined;
	const shown = isBeforeDiscount ? undefined : totalEvidence(understanding, cells);
	const total = isBeforeDiscount
		? 'gross'
		: original
			? (original.total ?? undefined)
			: (shown?.total ?? amount.total);
	const isGuess = amount.discountBy === 'guess';
	const isDiscountShown = shown?.discount !== undefined && isGuess;
	const byOrders = isGuess ? discountShownByOrders(understanding, cells) : undefined;
	const isWeighed = rows.some(({quantity}) => quantity !== undefined && !isCount(quantity));
	const complete = {
		isWeighed,
		refunds: decideRefunds(understanding, cells),
		hasDiscountLines: hasDiscountLines(understanding, cells),
		hasMergedOrders: hasMergedOrders(columns, cells),
		...understanding,
		amount: {
			...amount,
			total,
			...(byOrders && {discount: byOrders, discountBy: 'totals' as const}),
			...(isDiscountShown && {discount: shown.discount!, discountBy: 'column' as const}),
		},
		discountsTaken: asked.discountsTaken,
	};
	const hasUnsigned = hasUnsignedReturns(understanding, cells, complete.amount);
	const whole = {...complete, hasUnsignedReturns: hasUnsigned};
	return {...whole, orderDiscount: orderDiscountOf(whole, cells)};
}

/** One row alone without a number and a date may be a slip; a sheet with merged cells has more of them. */
const fewestMerged = 2;

function hasMergedOrders({order, at}: Columns, cells: readonly (readonly string[])[]): boolean {
	if (order === undefined || at === undefined) {
		return false;
	}
	const nameless = cells.filter(row => presentText(row[order]) === undefined);
	return nameless.length >= fewestMerged && nameless.every(row => presentText(row[at]) === undefined);
}

/** Whether most cells of a column are dates. */
export function isOfDates({dates, present}: ColumnSample): boolean {
	return dates.dates > present.length / 2;
}

function isCount(quantity: number): boolean {
	return Number.isNaN(quantity) || Math.abs(quantity - Math.round(quantity)) < 1e-9;
}

function ordersIn({dateOrders}: Writing): Readonly<Record<string, DateOrder>> {
	return Object.fromEntries(Object.entries(dateOrders).map(([sign, {is}]) => [sign, is]));
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
	numbers: TableUnderstanding['numbers'],
	currency: string | undefined,
): DateOrder | undefined {
	if (Object.values(numbers).some(({mark, by}) => mark === ',' && by === 'column')) {
		return 'dmy';
	}
	return currency === 'USD' || (currency === undefined && dates.halfDays > 0) ? 'mdy' : undefined;
}

/** The currency that a column names, or that is written beside the numbers. */
function currencyIn(column: ColumnSample | undefined, samples: readonly ColumnSample[]): string | undefined {
	const counts = new Map<string, number>();
	// Codes of things and people may begin with what is a currency elsewhere.
	const named: readonly (readonly [text: string, count: number])[] =
		column?.present.map(text => [text, 1] as const) ??
		samples
			.filter(({numbers, present}) => numbers.numbers > present.length / 2)
			.flatMap(({numbers}) => [...numbers.currencies]);
	for (const [text, count] of named) {
		const code = currencyOf(text);
		if (code !== undefined) {
			counts.set(code, (counts.get(code) ?? 0) + count);
		}
	}
	return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function currencyInHeaders(columns: readonly (ColumnSample | undefined)[]): string | undefined {
	const named = columns.map(column => column && currencyTextIn(column.header));
	return named.map(text => text && currencyOf(text)).find(currency => currency !== undefined);
}

/** Columns that are known or unknown and of which nothing is loaded. */
export function columnsLeftOut({
	header,
	matches,
	shape,
	allStates,
	refunds,
}: TableUnderstanding): readonly string[] {
	const used = new Set(
		matches.filter(({field}) => reasonLeftOut(field) === undefined).map(({place}) => place),
	);
	used.add(refunds.list ?? -1);
	const isEveryState = allStates || (shape !== 'sales' && shape !== 'orders');
	const known = new Map(
		matches.map(({place, field}) => [
			place,
			field === 'status' && isEveryState ? 'every state of an order is loaded' : reasonLeftOut(field),
		]),
	);
	return header.flatMap((text, place) => {
		if (used.has(place)) {
			return [];
		}
		const reason = known.get(place);
		return [reason === undefined ? text.trim() : `${text.trim()} (${reason})`];
	});
}
