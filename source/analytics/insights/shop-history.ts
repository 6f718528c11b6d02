import type {Zone} from '../../business-time.ts';
import type {Formats} from '../../format.ts';
import type {Money} from '../../money.ts';
import type {PaceLevel} from './sale-pace.ts';

/** Closed local days without gaps, oldest first; every list has one entry a day. */
export type ShopDays = {
	/** Days since 1970-01-01. */
	readonly first: number;
	readonly orders: readonly number[];
	readonly revenue: readonly Money[];
	/** Amounts of returned lines, so not above zero. */
	readonly returns: readonly Money[];
	/** Orders of each hour of the day, a list of 24 a day. */
	readonly hours: readonly (readonly number[])[];
};

/** Daily revenue of a region or a category, for the days of `ShopDays`. */
export type GroupDays = {readonly name: string; readonly revenue: readonly Money[]};

/** What was sold in the window and in the same time before it. */
export type ProductPeriods = {
	readonly id: number;
	readonly name: string;
	/** Order lines, returns among them. */
	readonly linesBefore: number;
	readonly lines: number;
	readonly revenueBefore: Money;
	readonly revenue: Money;
	/** Units; absent where nobody counts them. */
	readonly stock: number | undefined;
};

/** Revenue that is wanted of a product or a category, and what came. */
export type TargetDays = {
	readonly name: string;
	readonly of: 'product' | 'category';
	/** Of a product that the shop has. */
	readonly id?: number | undefined;
	readonly dailyTarget: Money;
	/** A day of the window each. */
	readonly revenue: readonly Money[];
};

/** Values of orders that bring revenue. */
export type OrderValues = {readonly n: number; readonly mean: Money; readonly variance: number};

/** How a customer has bought so far, by days with a purchase. Days since 1970-01-01. */
export type CustomerHabit = {
	readonly id: number;
	readonly name: string;
	readonly days: number;
	readonly firstDay: number;
	readonly lastDay: number;
	/** Of all their purchases. */
	readonly revenue: Money;
};

/** The time since the last sale, beside what is usual. */
export type PresentSilence = {
	readonly silenceMs: number;
	readonly usualGapMs: number;
	/** Sales that were to be expected in it. */
	readonly usualSales: number;
	readonly level: PaceLevel;
	/** Days since 1970-01-01. */
	readonly day: number;
	/** 0 to 23. */
	readonly hour: number;
	readonly weeks: number;
};

/** All that insights are found in, as of one moment. */
export type ShopHistory = {
	readonly zone: Zone;
	readonly formats: Formats;
	readonly days: ShopDays;
	/** How many days at the end of `days` are asked about. */
	readonly windowDays: number;
	/** How many days earlier the compared span is: whole weeks, so that weekdays match; absent with too short a past. */
	readonly shiftDays: number | undefined;
	readonly regions: readonly GroupDays[];
	readonly categories: readonly GroupDays[];
	readonly products: readonly ProductPeriods[];
	readonly targets: readonly TargetDays[];
	readonly orderValues: {readonly window: OrderValues; readonly before: OrderValues} | undefined;
	readonly customers: readonly CustomerHabit[];
	/** Customers with orders in the window, by revenue, the highest first; guests are not among them. */
	readonly customerRevenues: readonly Money[];
	/** Absent where too little is known of what is usual, or sales come at quite another pace. */
	readonly silence: PresentSilence | undefined;
};
