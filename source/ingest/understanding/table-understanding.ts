import type {Money} from '../../money.ts';
import type {AmountRule, DiscountKind} from '../amounts/amount-rule.ts';
import type {ShownPrice} from '../amounts/shown-price.ts';
import type {OrderDiscountRule} from '../discounts/order-discount-rule.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import type {Columns, Field} from '../mapping/fields.ts';
import type {AskedColumns, Match, Misfit} from '../mapping/match-columns.ts';
import type {RefundRule} from '../refunds/refund-rule.ts';
import type {TableNoun, TableShape} from '../shapes/table-shape.ts';
import type {DateOrder} from '../values/date-parts.ts';
import type {DateStyle} from '../values/date-style.ts';
import type {DecimalMark} from '../values/decimal-mark.ts';
import type {MinorUnits} from '../values/minor-units.ts';
import type {NumberStyle} from '../values/number-style.ts';
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
