import {countQuantile} from '../statistics/count-quantile.ts';
import {type Demand, demandOver} from './demand.ts';

/** How stock is kept. */
export type StockRule = {
	/** Days from ordering to arrival. */
	readonly leadDays: number;
	/** Days that an order is to last besides. */
	readonly reviewDays: number;
	/** Of the times that something is on order, how many nothing runs out: from 0.5 to below 1. */
	readonly serviceLevel: number;
};

export type OrderPlan = {
	/** At so many units, or fewer, it is time to order. */
	readonly reorderPoint: number;
	/** Of the reorder point, what is kept against chance. */
	readonly safetyStock: number;
	/** Units to order now; 0 while there are more than the reorder point. */
	readonly quantity: number;
};

/**
 * When to order and how much (an (R, s, S) policy; Silver, Pyke, Thomas, 4th ed., §6.5 and §6.8): the
 * reorder point s is the quantile of the demand over the lead time at the service level, the level to
 * order up to that of the lead time and the review time. For normal demand that is the textbook's
 * m·L + z·√(L·σ²); the quantile of a count also holds for what sells once a week.
 *
 * @param stock units there are; what is on its way is known to nobody here
 */
export function planOrder(stock: number, demand: Demand, rule: StockRule): OrderPlan {
	if (demand.perDay <= 0) {
		return {reorderPoint: 0, safetyStock: 0, quantity: 0};
	}
	const overLead = demandOver(rule.leadDays, demand);
	const reorderPoint = countQuantile(rule.serviceLevel, overLead);
	const upTo = countQuantile(rule.serviceLevel, demandOver(rule.leadDays + rule.reviewDays, demand));
	return {
		reorderPoint,
		safetyStock: reorderPoint - overLead.mean,
		quantity: stock <= reorderPoint ? Math.max(0, upTo - stock) : 0,
	};
}
