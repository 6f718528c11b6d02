import type {Money} from '../../money.ts';
import {expectedShortage} from '../statistics/expected-shortage.ts';
import {type Demand, demandOver, estimateDemand} from './demand.ts';
import {type OrderPlan, planOrder, type StockRule} from './order-plan.ts';
import {type StockOut, stockOut} from './stock-out.ts';
import {type ServiceTrial, tryService} from './try-service.ts';

/** A product whose stock is counted, as it was at one moment. Days are 24 hours back from it. */
export type StockedProduct = {
	readonly stock: number;
	/** Units sold by day, the last day first; returns are no negative demand. */
	readonly sold: Float64Array;
	/** By day, 0 where it was out of stock all day. */
	readonly available: Uint8Array;
	/** What a unit brings. */
	readonly unitRevenue: Money;
	/** List price of a unit. */
	readonly price: Money;
	/** Days since it was last sold; absent where it never was. */
	readonly daysSinceSale: number | undefined;
};

/**
 * *out*: none is left. *order*: no more than the reorder point is left. *slow*: it lasts for over half
 * a year. *dead*: none was sold for long. Otherwise there is *enough*.
 */
export const inventoryStates = ['out', 'order', 'enough', 'slow', 'dead'] as const;

export type InventoryState = (typeof inventoryStates)[number];

export type InventoryItem = OrderPlan & {
	readonly state: InventoryState;
	readonly demand: Demand;
	/** Units a day in the last four weeks against the four before: 0.1 for a tenth more. */
	readonly change: number | undefined;
	/** Absent where nothing sells. */
	readonly coverDays: number | undefined;
	readonly stockOut: StockOut | undefined;
	/** What is lost on the whole a day until an order of now arrives. */
	readonly revenueAtRisk: Money;
	/** At list price. */
	readonly stockValue: Money;
};

export type Inventory =
	| {readonly status: 'collecting'; readonly daysHave: number; readonly daysNeeded: number}
	| {
			readonly status: 'ready';
			/** In the order of the products. */
			readonly items: readonly InventoryItem[];
			/** What the service level would have held in the days just gone. */
			readonly trial: ServiceTrial | undefined;
	  };

export type InventoryRule = StockRule & {
	/** Without a sale for so many days stock is dead. */
	readonly deadDays: number;
};

/** Fewer days tell no pace. */
const daysNeeded = 14;
const slowCoverDays = 180;
const weeks4 = 28;

/**
 * How long stock lasts, what to order, and what it costs to have too little or too much.
 *
 * @param days of sales that are known: the length of `sold`
 * @param shopDays for which the shop has sold; nothing is dead in a shop younger than `deadDays`
 */
export function planInventory(
	products: readonly StockedProduct[],
	{days, shopDays}: {readonly days: number; readonly shopDays: number},
	rule: InventoryRule,
): Inventory {
	if (days < daysNeeded) {
		return {status: 'collecting', daysHave: days, daysNeeded};
	}
	return {
		status: 'ready',
		items: products.map(product => itemOf(product, shopDays, rule)),
		trial: tryService(products, days, rule),
	};
}

function itemOf(product: StockedProduct, shopDays: number, rule: InventoryRule): InventoryItem {
	const {stock, sold, available, unitRevenue, price} = product;
	const demand = estimateDemand(sold, day => available[day] === 1);
	const coverDays = demand.perDay > 0 ? Math.max(0, stock) / demand.perDay : undefined;
	const plan = planOrder(stock, demand, rule);
	const shortage =
		rule.leadDays > 0 ? expectedShortage(stock, demandOver(rule.leadDays, demand)) / rule.leadDays : 0;
	return {
		...plan,
		state: stateOf(product, plan, coverDays, shopDays, rule),
		demand,
		change: changeOf(sold, available),
		coverDays,
		stockOut: demand.perDay > 0 ? stockOut(stock, demand) : undefined,
		revenueAtRisk: shortage * unitRevenue,
		stockValue: Math.max(0, stock) * price,
	};
}

function stateOf(
	{stock, daysSinceSale}: StockedProduct,
	{reorderPoint}: OrderPlan,
	coverDays: number | undefined,
	shopDays: number,
	{deadDays}: InventoryRule,
): InventoryState {
	if (stock <= 0) {
		return 'out';
	}
	if (Math.min(daysSinceSale ?? shopDays, shopDays) >= deadDays) {
		return 'dead';
	}
	if (coverDays === undefined || coverDays > slowCoverDays) {
		return 'slow';
	}
	return stock <= reorderPoint ? 'order' : 'enough';
}

/** Days out of stock are left out on both sides. */
function changeOf(sold: Float64Array, available: Uint8Array): number | undefined {
	const paceOf = (from: number, to: number) => {
		let [units, days] = [0, 0];
		for (let day = from; day < to; day++) {
			units += available[day] === 1 ? sold[day]! : 0;
			days += available[day]!;
		}
		return days > 0 ? units / days : 0;
	};
	const before = sold.length >= 2 * weeks4 ? paceOf(weeks4, 2 * weeks4) : 0;
	return before > 0 ? paceOf(0, weeks4) / before - 1 : undefined;
}
