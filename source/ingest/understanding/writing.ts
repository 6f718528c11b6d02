import type {DiscountKind, TotalKind} from '../amounts/amount-rule.ts';
import {isOfDates} from '../mapping/column-sample.ts';
import {type Field, reasonLeftOut} from '../mapping/fields.ts';
import type {AskedColumns} from '../mapping/match-columns.ts';
import type {DateOrder} from '../values/date-parts.ts';
import {orderShownBy} from '../values/date-style.ts';
import type {DecimalMark} from '../values/decimal-mark.ts';
import type {TableUnderstanding} from './table-understanding.ts';

/** What was decided, and whether something showed it: the rest are guesses. */
type Decided<Value> = {readonly is: Value; readonly isShown: boolean};

/** How a source was read. Plain JSON, so that it can be kept with the import. */
export type Writing = {
	readonly columns: AskedColumns;
	/** By the sign between day and month. */
	readonly dateOrders: Readonly<Record<string, Decided<DateOrder>>>;
	readonly decimalMarks: Readonly<Partial<Record<Field, Decided<DecimalMark>>>>;
	readonly discount: Decided<DiscountKind>;
	/** Nothing where the total was not used. */
	readonly total: TotalKind | null;
	/** ISO 4217; nothing where the source names none. */
	readonly currency: string | null;
};

/** What sources that are written alike show of another one. */
export type Precedent = {
	readonly dateOrders: Readonly<Partial<Record<string, DateOrder>>>;
	readonly decimalMarks: Readonly<Partial<Record<Field, DecimalMark>>>;
	readonly discount: DiscountKind | undefined;
};

/** What tables show that lie beside another one, whatever their columns are. */
export type Beside = {
	readonly dateOrder: DateOrder | undefined;
	readonly decimalMark: DecimalMark | undefined;
};

const shownDates = new Set(['flag', 'days', 'sequence', 'precedent']);
const shownMarks = new Set(['flag', 'column', 'arithmetic', 'others', 'precedent']);

/** How a table is read. */
export function writingOf({matches, dates, numbers, amount, currency}: TableUnderstanding): Writing {
	return {
		columns: Object.fromEntries(
			matches
				.filter(({field, by}) => by !== 'standIn' && reasonLeftOut(field) === undefined)
				.map(({field, header}) => [field, header]),
		),
		dateOrders: Object.fromEntries(
			[...(dates?.orders ?? [])].map(([sign, {order, by}]) => [
				sign,
				{is: order, isShown: shownDates.has(by)},
			]),
		),
		decimalMarks: Object.fromEntries(
			Object.entries(numbers)
				.filter(([, {isMixed}]) => !isMixed)
				.map(([field, {mark, by}]) => [field, {is: mark, isShown: shownMarks.has(by)}]),
		),
		discount: {is: amount.discount, isShown: amount.discountBy !== 'guess'},
		total: amount.total ?? null,
		currency: currency ?? null,
	};
}

/** What sources show, without what they contradict each other in. */
export function precedentOf(writings: readonly Writing[]): Precedent {
	return {
		dateOrders: agreed(writings.map(({dateOrders}) => dateOrders)),
		decimalMarks: agreed(writings.map(({decimalMarks}) => decimalMarks)),
		discount: agreed(writings.map(({discount}) => ({discount}))).discount,
	};
}

/** What tables show together, where none contradicts another. */
export function besideOf(tables: readonly TableUnderstanding[]): Beside {
	const writings = tables.map(writingOf);
	const orders = writings.flatMap(({dateOrders}) => Object.values(dateOrders));
	const marks = writings.flatMap(({decimalMarks}) => Object.values(decimalMarks));
	const ofOtherColumns = orderShownBy(
		tables.flatMap(({samples}) => samples.filter(isOfDates).map(({dates}) => dates)),
	);
	return {
		dateOrder: onlyOne([
			...orders,
			...(ofOtherColumns === undefined ? [] : [{is: ofOtherColumns, isShown: true}]),
		]),
		decimalMark: onlyOne(marks),
	};
}

function onlyOne<Value>(decided: readonly Decided<Value>[]): Value | undefined {
	const shown = new Set(decided.filter(({isShown}) => isShown).map(({is}) => is));
	return shown.size === 1 ? [...shown][0] : undefined;
}

function agreed<Key extends string, Value>(
	decisions: readonly Readonly<Partial<Record<Key, Decided<Value>>>>[],
): Partial<Record<Key, Value>> {
	const found = new Map<string, Set<Value>>();
	for (const [key, decided] of decisions.flatMap(each => Object.entries<Decided<Value> | undefined>(each))) {
		if (decided?.isShown) {
			found.set(key, (found.get(key) ?? new Set()).add(decided.is));
		}
	}
	return Object.fromEntries(
		[...found].filter(([, values]) => values.size === 1).map(([key, values]) => [key, [...values][0]]),
	) as Partial<Record<Key, Value>>;
}

/** Whether a table leaves open what others of the same columns may show. */
export function leavesOpen({columns, samples, dates, numbers, amount}: TableUnderstanding): boolean {
	const isEither = (field: string) => samples[columns[field as Field]!]!.numbers.either > 0;
	return (
		[...(dates?.orders.values() ?? [])].some(({by, example}) => example !== '' && !shownDates.has(by)) ||
		Object.entries(numbers).some(([field, {by}]) => !shownMarks.has(by) && isEither(field)) ||
		(columns.discount !== undefined && amount.discountBy === 'guess')
	);
}
