import {fewestPurchaseDays} from '../analytics/insights/overdue-customers.ts';
import {learnSalePace} from '../analytics/insights/sale-pace.ts';
import type {
	GroupDays,
	OrderValues,
	PresentSilence,
	ProductPeriods,
	ShopDays,
	ShopHistory,
	TargetDays,
} from '../analytics/insights/shop-history.ts';
import {dayMs, hourMs, hourOfDay, localDay, startOfDay, type Zone} from '../business-time.ts';
import type {CalendarSpan, Target} from '../configuration/configuration.ts';
import type {Formats} from '../format.ts';
import {customerHabits} from '../store/customers/customer-habits.ts';
import {customerSales} from '../store/customers/customer-sales.ts';
import {categoryDays, type GroupDay, regionDays} from '../store/groups/group-days.ts';
import {names} from '../store/names.ts';
import type {Store} from '../store/open-store.ts';
import {firstOrderAt} from '../store/orders/extent.ts';
import {latestSaleTimes} from '../store/orders/latest-sale-times.ts';
import {orderValueSums} from '../store/orders/order-values.ts';
import {slotTotals} from '../store/orders/slot-totals.ts';
import {linesOfProduct, productCalled} from '../store/products/product-called.ts';
import {productSales, productSalesOfDays} from '../store/products/product-sales.ts';
import {slotMs} from '../store/schema/schema.ts';
import type {Span} from './dashboard.ts';
import {expectSales} from './expect-sales.ts';
import {alongDays, pieces} from './pieces.ts';
import {presentMoment} from './present-moment.ts';

export type ShopHistoryRequest = {
	readonly store: Store;
	/** Whose days and hours count. */
	readonly zone: Zone;
	readonly formats: Formats;
	/** UTC milliseconds; orders at or after it count as unknown. */
	readonly asOf: number;
	/** How many closed days are asked about; where nobody asks, as many as the past lets compare, 28 at most. */
	readonly windowDays: number | undefined;
	readonly targets: readonly Target[];
};

/** How many days back patterns are looked for: half a year. */
const historyDays = 26 * 7;

const defaultWindowDays = 28;

/** How many of the latest sales tell the present pace. */
const salesLooked = 21;

/** Days by which a target's span is divided; a month is a twelfth of the mean year. */
const daysOfSpan: Readonly<Record<CalendarSpan, number>> = {day: 1, week: 7, month: 365.25 / 12};

/** Reads all that insights are found in, from the rollups wherever they hold it. */
export function readShopHistory(request: ShopHistoryRequest): ShopHistory & {readonly isPast: boolean} {
	const {store, zone, formats, targets} = request;
	const {db} = store;
	const saleTimes = latestSaleTimes(db)(request.asOf, salesLooked);
	const [lastSaleAt] = saleTimes;
	const asOf = presentMoment(lastSaleAt, request.asOf);
	const isPast = asOf !== request.asOf;
	// The last day of a shop that has ended counts as closed.
	const endDay = localDay(zone, asOf) + (isPast ? 1 : 0);
	const firstAt = firstOrderAt(db)();
	// The shop may have begun in the middle of its first day.
	const firstDay = firstAt === undefined ? endDay : Math.min(endDay, localDay(zone, firstAt) + 1);
	const wanted = Math.max(historyDays, 2 * shiftOf(request.windowDays ?? 0));
	const first = Math.max(firstDay, endDay - wanted);
	const {windowDays, shiftDays} = periodsOf(endDay - first, request.windowDays);
	const spanOf = (from: number, to: number): Span => ({
		from: startOfDay(zone, from),
		to: startOfDay(zone, to),
	});
	const whole = spanOf(first, endDay);
	const window = spanOf(endDay - windowDays, endDay);
	const before =
		shiftDays === undefined ? undefined : spanOf(endDay - windowDays - shiftDays, endDay - shiftDays);
	const days = readDays(store, zone, whole, first, endDay);
	const nameOf = names(db);
	const categories = readGroups(categoryDays(db), nameOf.category, whole, zone, days);
	return {
		isPast,
		zone,
		formats,
		days,
		windowDays,
		shiftDays,
		regions: readGroups(regionDays(db), nameOf.region, whole, zone, days),
		categories,
		products: before ? readProducts(store, window, before) : [],
		targets: targets.flatMap(target => readTarget(target, {store, zone, window, windowDays, categories})),
		orderValues: before && {
			window: readOrderValues(store, window),
			before: readOrderValues(store, before),
		},
		customers: customerHabits(store, zone)(whole.from, asOf, fewestPurchaseDays).map(
			({customerId, code, name, ...habit}) => ({
				...habit,
				id: customerId,
				name: name ?? code ?? `customer ${customerId}`,
			}),
		),
		customerRevenues: customerSales(db)(window)
			.map(({revenue}) => revenue)
			.sort((a, b) => b - a),
		silence: isPast ? undefined : silenceAt(asOf, saleTimes, days, zone),
	};
}

/** Whole weeks, so that weekdays meet their own. */
function shiftOf(windowDays: number): number {
	return Math.ceil(windowDays / 7) * 7;
}

function periodsOf(
	known: number,
	asked: number | undefined,
): {windowDays: number; shiftDays: number | undefined} {
	const fitting = Math.min(defaultWindowDays, Math.max(7, Math.floor(known / 14) * 7));
	const windowDays = Math.max(0, Math.min(known, asked ?? fitting));
	const shiftDays = shiftOf(windowDays);
	return {windowDays, shiftDays: windowDays + shiftDays <= known && windowDays > 0 ? shiftDays : undefined};
}

function readDays({db}: Store, zone: Zone, span: Span, first: number, end: number): ShopDays {
	const length = Math.max(0, end - first);
	const column = () => Array.from({length}, () => 0);
	const days = {
		first,
		orders: column(),
		revenue: column(),
		returns: column(),
		hours: Array.from({length}, () => Array.from({length: 24}, () => 0)),
	};
	for (const {slot, orders, revenue, returns} of slotTotals(db)(span.from / slotMs, span.to / slotMs)) {
		const at = slot * slotMs;
		const place = localDay(zone, at) - first;
		days.orders[place]! += orders;
		days.revenue[place]! += revenue;
		days.returns[place]! += returns;
		days.hours[place]![hourOfDay(zone, at)]! += orders;
	}
	return days;
}

function readGroups(
	query: (from: number, to: number, offsetMs: number) => readonly GroupDay[],
	nameOf: (id: number) => string,
	span: Span,
	zone: Zone,
	days: ShopDays,
): GroupDays[] {
	const groups = new Map<number, number[]>();
	// One UTC offset holds in a piece.
	for (const {from, to} of pieces(span, zone)) {
		for (const {id, day, revenue} of query(from / slotMs, to / slotMs, zone.offsetAt(from))) {
			const revenues = groups.get(id) ?? days.revenue.map(() => 0);
			groups.set(id, revenues);
			revenues[day - days.first]! += revenue;
		}
	}
	return [...groups].map(([id, revenue]) => ({name: nameOf(id), revenue}));
}

function readProducts({db}: Store, window: Span, before: Span): ProductPeriods[] {
	const [ofDays, between, nameOf] = [productSalesOfDays(db), productSales(db), names(db)];
	const sumsOf = (span: Span) => {
		const sums = new Map<number, {lines: number; revenue: number}>();
		const {head, whole, tail} = alongDays(span);
		for (const rows of [between(head), ofDays(whole.from / dayMs, whole.to / dayMs), between(tail)]) {
			for (const {productId, lines, revenue} of rows) {
				const sum = sums.get(productId) ?? {lines: 0, revenue: 0};
				sums.set(productId, {lines: sum.lines + lines, revenue: sum.revenue + revenue});
			}
		}
		return sums;
	};
	const [now, then] = [sumsOf(window), sumsOf(before)];
	return [...then].map(([id, {lines, revenue}]) => {
		const {name, stock} = nameOf.product(id);
		const sold = now.get(id);
		return {
			id,
			name,
			linesBefore: lines,
			lines: sold?.lines ?? 0,
			revenueBefore: revenue,
			revenue: sold?.revenue ?? 0,
			stock: stock ?? undefined,
		};
	});
}

type TargetContext = {
	readonly store: Store;
	readonly zone: Zone;
	readonly window: Span;
	readonly windowDays: number;
	readonly categories: readonly GroupDays[];
};

/** Nothing for a category that the database does not have. */
function readTarget(target: Target, context: TargetContext): TargetDays[] {
	const {store, zone, window, windowDays, categories} = context;
	const {name, of} = target;
	const dailyTarget = target.revenue / daysOfSpan[target.per];
	if (of === 'category') {
		const category = categories.find(known => known.name === name);
		return category ? [{name, of, dailyTarget, revenue: category.revenue.slice(-windowDays)}] : [];
	}
	const revenue = Array.from({length: windowDays}, () => 0);
	const firstDay = localDay(zone, window.from);
	for (const {at, amount} of linesOfProduct(store.db)(name, window.from, window.to)) {
		revenue[localDay(zone, at) - firstDay]! += amount;
	}
	return [{name, of, id: productCalled(store.db)(name), dailyTarget, revenue}];
}

function readOrderValues({db}: Store, {from, to}: Span): OrderValues {
	const {n, sum, squares} = orderValueSums(db)(from, to);
	const mean = n === 0 ? 0 : sum / n;
	return {n, mean, variance: n < 2 ? 0 : Math.max(0, squares - n * mean ** 2) / (n - 1)};
}

function silenceAt(
	asOf: number,
	saleTimes: readonly number[],
	days: ShopDays,
	zone: Zone,
): PresentSilence | undefined {
	const [lastSaleAt] = saleTimes;
	const pace = learnSalePace(days.hours.flat(), (days.first + days.orders.length) * 24);
	const expected = expectSales(pace, saleTimes, asOf, zone);
	return pace && expected && lastSaleAt !== undefined
		? {
				silenceMs: asOf - lastSaleAt,
				usualGapMs: hourMs / expected.usualHourly,
				usualSales: expected.usualSince,
				level: expected.level,
				day: localDay(zone, asOf),
				hour: hourOfDay(zone, asOf),
				weeks: pace.weeks,
			}
		: undefined;
}
