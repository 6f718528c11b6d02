import type {Money} from '../../money.ts';

/** Kinds of insight. Tests of one kind are one family (see `familywise`). */
export const insightKinds = [
	'silence',
	'region',
	'category',
	'product',
	'target',
	'order-value',
	'returns',
	'customers',
	'day',
	'hour',
	'weekend',
	'weekday',
	'hours',
	'concentration',
] as const;

export type InsightKind = (typeof insightKinds)[number];

/** Something that stands out, in words, with what it rests on. */
export type Finding = {
	readonly kind: InsightKind;
	/** What it is about: a region, a day, products. */
	readonly subject: string;
	/** What of it the shop keeps accounts of, the one that weighs most first. */
	readonly about?: readonly Subject[];
	readonly sentence: string;
	readonly measure: Measure;
	readonly evidence: Evidence;
	/** What it makes of revenue over the window; above zero, whichever way it goes. */
	readonly worth: Money;
	/** Whether it says how the shop always is, rather than what is new. */
	readonly isPattern: boolean;
};

/** Something that sells or buys; categories and regions go by their names, which are unique. */
export type Subject =
	| {readonly kind: 'category' | 'region'; readonly name: string}
	| {readonly kind: 'product' | 'customer'; readonly id: number; readonly name: string};

/** The number that the sentence is about, and what it is compared with, in one unit. */
export type Measure = {
	readonly unit: 'money' | 'share' | 'count' | 'duration';
	readonly value: number;
	readonly usual: number;
};

export type Evidence = {
	/** How many of what the test had: `28 days`. */
	readonly n: number;
	readonly of: string;
	/** Name of the test; none where everything was counted and nothing estimated. */
	readonly test: string | undefined;
	/** Of the test, allowing for how many places it looked in; absent without one. */
	readonly p: number | undefined;
	/** Within which the effect lies with 95 % confidence; absent where the test gives none. */
	readonly interval: Interval | undefined;
	/** Days since 1970-01-01, the last one included. */
	readonly from: number;
	readonly to: number;
};

export type Interval = {
	/** What it is of, such as `change an order`. */
	readonly of: string;
	readonly unit: 'money' | 'share';
	readonly lo: number;
	readonly hi: number;
};
