import {
	learnSalePace,
	paceLevel,
	usualSales,
	usualSalesOfHour,
} from '../../../source/analytics/insights/sale-pace.ts';
import type {
	CustomerHabit,
	GroupDays,
	ProductPeriods,
	ShopHistory,
	TargetDays,
} from '../../../source/analytics/insights/shop-history.ts';
import {sampleOf} from '../../../source/analytics/statistics/sample.ts';
import {dayMs, hourMs, openZone, weekdayOfDay} from '../../../source/business-time.ts';
import {createFormats} from '../../../source/format.ts';
import {moneyScale} from '../../../source/money.ts';
import {exponential, normal} from '../../../source/producer/distributions.ts';
import {type Random, randomStream} from '../../../source/producer/random.ts';

/** A day as effects see it. */
export type SimulatedDay = {
	/** 0 for the oldest. */
	readonly place: number;
	readonly weekday: number;
	readonly isInWindow: boolean;
};

/** What a shop of pure noise is given besides; each is 1 or nothing where it is absent. */
export type Effects = {
	/** Factor on the orders of an hour. */
	readonly pace?: (day: SimulatedDay, hour: number) => number;
	/** Weight of the n-th region, category or product. */
	readonly region?: (index: number, day: SimulatedDay) => number;
	readonly category?: (index: number, day: SimulatedDay) => number;
	readonly product?: (index: number, day: SimulatedDay) => number;
	/** Factor on the value of an order. */
	readonly value?: (day: SimulatedDay) => number;
	/** Share of orders that send something back. */
	readonly returnRate?: (day: SimulatedDay) => number;
	/** Whether the n-th customer still buys. */
	readonly isThere?: (index: number, day: SimulatedDay) => boolean;
	/** How much of the buying the n-th customer does. */
	readonly customer?: (index: number) => number;
	/** Silence before the end, in hours; a random one otherwise. */
	readonly silenceHours?: number;
	readonly targets?: readonly TargetDays[];
	/** Spread of a random level of each day, as a logarithm. */
	readonly dailySpread?: number;
};

export const dayCount = 112;
export const windowDays = 28;
const [regions, categories, products, customers] = [6, 5, 40, 120];
const hourlyOrders = 3;

/** Monday 3 August 2026. */
const firstDay = Date.UTC(2026, 7, 3) / dayMs;
export const zone = openZone('UTC');
export const formats = createFormats({locale: 'en-GB', currency: 'EUR', zone});

/** Orders as a Poisson process with values of a long tail; no effect but those given. */
export function simulatedShop(seed: number, effects: Effects = {}): ShopHistory {
	const random = randomStream(seed, 'sales');
	const days = {
		first: firstDay,
		orders: zeros(dayCount),
		revenue: zeros(dayCount),
		returns: zeros(dayCount),
		hours: Array.from({length: dayCount}, () => zeros(24)),
	};
	const regionDays = groups('Region', regions);
	const categoryDays = groups('Category', categories);
	const productPeriods = Array.from({length: products}, (_, index) => ({
		id: index,
		name: `Product ${index}`,
		linesBefore: 0,
		lines: 0,
		revenueBefore: 0,
		revenue: 0,
		stock: undefined,
	}));
	const bought = Array.from({length: customers}, () => new Map<number, number>());
	const windowRevenues = zeros(customers);
	const values: {window: number[]; before: number[]} = {window: [], before: []};
	const drawCustomer = drawer(random, customers, index => effects.customer?.(index) ?? 1);
	for (let place = 0; place < dayCount; place++) {
		const day = {
			place,
			weekday: weekdayOfDay(firstDay + place),
			isInWindow: place >= dayCount - windowDays,
		};
		const isBefore = !day.isInWindow && place >= dayCount - 2 * windowDays;
		const drawRegion = drawer(random, regions, index => effects.region?.(index, day) ?? 1);
		const drawCategory = drawer(random, categories, index => effects.category?.(index, day) ?? 1);
		const drawProduct = drawer(random, products, index => effects.product?.(index, day) ?? 1);
		const level = Math.exp((effects.dailySpread ?? 0.05) * normal(random));
		for (let hour = 0; hour < 24; hour++) {
			const count = poisson(random, hourlyOrders * level * (effects.pace?.(day, hour) ?? 1));
			days.hours[place]![hour]! += count;
			days.orders[place]! += count;
			for (let order = 0; order < count; order++) {
				const value = Math.round(
					30 * moneyScale * Math.exp(0.8 * normal(random)) * (effects.value?.(day) ?? 1),
				);
				const returned = random() < (effects.returnRate?.(day) ?? 0.05) ? Math.round(0.5 * value) : 0;
				const revenue = value - returned;
				days.revenue[place]! += revenue;
				days.returns[place]! -= returned;
				regionDays[drawRegion()]!.revenue[place]! += revenue;
				categoryDays[drawCategory()]!.revenue[place]! += revenue;
				const product = productPeriods[drawProduct()]!;
				if (day.isInWindow) {
					product.lines++;
					product.revenue += revenue;
					values.window.push(revenue);
				} else if (isBefore) {
					product.linesBefore++;
					product.revenueBefore += revenue;
					values.before.push(revenue);
				}
				const customer = drawCustomer();
				if (effects.isThere?.(customer, day) ?? true) {
					bought[customer]!.set(place, (bought[customer]!.get(place) ?? 0) + revenue);
					windowRevenues[customer]! += day.isInWindow ? revenue : 0;
				}
			}
		}
	}
	return {
		zone,
		formats,
		days,
		windowDays,
		shiftDays: windowDays,
		regions: regionDays,
		categories: categoryDays,
		products: productPeriods satisfies ProductPeriods[],
		targets: effects.targets ?? [],
		orderValues: {window: sampleOf(values.window), before: sampleOf(values.before)},
		customers: bought.flatMap((byDay, index): CustomerHabit[] => {
			const places = [...byDay.keys()];
			return places.length === 0
				? []
				: [
						{
							id: index,
							name: `Customer ${index}`,
							days: places.length,
							firstDay: firstDay + Math.min(...places),
							lastDay: firstDay + Math.max(...places),
							revenue: [...byDay.values()].reduce((sum, value) => sum + value, 0),
						},
					];
		}),
		customerRevenues: windowRevenues.filter(revenue => revenue > 0).sort((a, b) => b - a),
		silence: silenceAtEnd(days.hours, effects.silenceHours ?? exponential(random, 1 / hourlyOrders)),
	};
}

function silenceAtEnd(hours: readonly (readonly number[])[], silenceHours: number): ShopHistory['silence'] {
	const end = (firstDay + dayCount) * 24;
	const pace = learnSalePace(hours.flat(), end)!;
	const now = end * hourMs + silenceHours * hourMs;
	return {
		silenceMs: silenceHours * hourMs,
		usualGapMs: hourMs / usualSalesOfHour(pace, now),
		usualSales: usualSales(pace, end * hourMs, now),
		level: paceLevel(pace, 0, 0)!,
		day: firstDay + dayCount,
		hour: Math.floor(silenceHours) % 24,
		weeks: pace.weeks,
	};
}

const zeros = (length: number): number[] => Array.from({length}, () => 0);

const groups = (noun: string, count: number) =>
	Array.from({length: count}, (_, index) => ({
		name: `${noun} ${index}`,
		revenue: zeros(dayCount),
	})) satisfies GroupDays[];

function poisson(random: Random, mean: number): number {
	let count = 0;
	for (let at = exponential(random, 1); at < mean; at += exponential(random, 1)) {
		count++;
	}
	return count;
}

/** Draws an index of so many by weights; they are looked up once, for all draws of a day. */
function drawer(random: Random, count: number, weightOf: (index: number) => number): () => number {
	const bounds: number[] = [];
	let total = 0;
	for (let index = 0; index < count; index++) {
		total += weightOf(index);
		bounds.push(total);
	}
	return () => {
		const at = random() * total;
		let index = Math.floor((at / total) * count);
		while (index > 0 && bounds[index - 1]! > at) {
			index--;
		}
		while (bounds[index]! <= at) {
			index++;
		}
		return index;
	};
}
