import {dayMs} from '../business-time.ts';
import type {Money} from '../money.ts';
import {type JsonFields, jsonFields} from './json-fields.ts';

/** What to order, and what lies dead. */
export type InventoryPlan =
	| {readonly status: 'collecting'; readonly daysHave: number; readonly daysNeeded: number}
	| {
			readonly status: 'ready';
			readonly leadDays: number;
			readonly serviceLevel: number;
			/** Without a sale for so long stock is dead. */
			readonly deadDays: number;
			/** Products whose stock is counted. */
			readonly products: number;
			readonly toOrder: number;
			readonly revenueAtRisk: Money;
			readonly dead: number;
			readonly deadValue: Money;
			/** Of the reorder points of one lead time ago, how many held. */
			readonly held: number | undefined;
			/** The greatest revenue at risk first. */
			readonly orders: readonly PlannedOrder[];
			/** The dearest first. */
			readonly deadStock: readonly DeadStock[];
			/** Units a day; absent where it is not known. */
			readonly paceOf: (productId: number) => number | undefined;
			/** What is planned for one product; absent where it is not counted, or only the summary was kept. */
			readonly planOf: (productId: number) => ProductPlan | undefined;
	  };

/** Days count from the moment of the analysis. */
export type ProductPlan = {
	/** Units a day. */
	readonly perDay: number;
	/** Until it runs out, in the usual case; absent beyond a year. */
	readonly runsOutDays: number | undefined;
	/** In eight of ten cases it is no more days earlier or later, on the whole. */
	readonly spreadDays: number | undefined;
	/** Units to order. */
	readonly quantity: number;
	/** Lost on the whole a day until an order of now arrives. */
	readonly revenueAtRisk: Money;
	/** Of the product that stands in. */
	readonly substituteId: number | undefined;
};

export type PlannedOrder = {
	/** Of the product. */
	readonly id: number;
	readonly name: string;
	readonly stock: number;
	/** Units a day. */
	readonly perDay: number;
	/** Units to order. */
	readonly quantity: number;
	/** Noon of the day that it runs out on as often earlier as later; absent beyond a year. */
	readonly runsOutAt: number | undefined;
	/** In eight of ten cases it is no more days earlier or later, on the whole. */
	readonly spreadDays: number | undefined;
	/** Lost on the whole a day until an order of now arrives. */
	readonly revenueAtRisk: Money;
	readonly substitute: string | undefined;
};

export type DeadStock = {
	/** Of the product. */
	readonly id: number;
	readonly name: string;
	readonly category: string;
	readonly stock: number;
	/** At list price. */
	readonly value: Money;
};

/** @throws Error where the JSON is not what `salesmon inventory` prints */
export function readInventory(json: unknown, details: unknown): InventoryPlan {
	const result = jsonFields(json);
	const {text, number, object, list} = result;
	if (text('status') === 'collecting') {
		return {status: 'collecting', daysHave: number('daysHave'), daysNeeded: number('daysNeeded')};
	}
	const totals = object('totals');
	const products = list('products');
	const planOf = productPlans(details);
	const paces = new Map(products.map(({number: figure}) => [figure('productId'), figure('dailyUnits')]));
	return {
		status: 'ready',
		leadDays: number('leadDays'),
		serviceLevel: number('serviceLevel'),
		deadDays: number('deadDays'),
		products: totals.number('products'),
		toOrder: totals.number('toOrder'),
		revenueAtRisk: totals.money('revenueAtRiskPerDay'),
		dead: totals.number('dead'),
		deadValue: totals.money('deadValue'),
		held: result.has('trial') ? object('trial').number('held') : undefined,
		orders: products.filter(product => product.number('orderQuantity') > 0).map(plannedOrder),
		deadStock: products.filter(product => product.text('state') === 'dead').map(deadStock),
		paceOf: productId => planOf(productId)?.perDay ?? paces.get(productId),
		planOf,
	};
}

function plannedOrder(product: JsonFields): PlannedOrder {
	const {text, textOr, number, money} = product;
	const noonOf = (name: string) => (product.has(name) ? Date.parse(`${text(name)}T12:00:00Z`) : undefined);
	const [earliest, latest] = [noonOf('stockOutP10'), noonOf('stockOutP90')];
	return {
		id: number('productId'),
		name: text('name'),
		stock: number('stock'),
		perDay: number('dailyUnits'),
		quantity: number('orderQuantity'),
		runsOutAt: noonOf('stockOut'),
		spreadDays: earliest === undefined || latest === undefined ? undefined : (latest - earliest) / 2 / dayMs,
		revenueAtRisk: money('revenueAtRiskPerDay'),
		substitute: textOr('substituteName', undefined),
	};
}

function deadStock({text, number, money}: JsonFields): DeadStock {
	return {
		id: number('productId'),
		name: text('name'),
		category: text('category'),
		stock: number('stock'),
		value: money('stockValue'),
	};
}

function productPlans(details: unknown): (productId: number) => ProductPlan | undefined {
	if (details === undefined) {
		return () => undefined;
	}
	const {row} = jsonFields(details).object('products');
	return productId => {
		const [perDay, earliest, usual, latest, quantity, revenueAtRisk, substituteId] =
			row(String(productId)) ?? [];
		return perDay === undefined || quantity === undefined || revenueAtRisk === undefined
			? undefined
			: {
					...{perDay, quantity, revenueAtRisk, substituteId, runsOutDays: usual},
					spreadDays: earliest === undefined || latest === undefined ? undefined : (latest - earliest) / 2,
				};
	};
}
