import {dayMs} from '../business-time.ts';
import {readyResult} from './analysed-result.ts';
import type {Analyses} from './analyses.ts';
import type {PacesBy, StockState} from './dashboard.ts';
import type {Ledger} from './ledger.ts';
import {daysOfCover, stockState} from './stock-room.ts';

/** How fast products sell, the same wherever it is shown. */
export type ProductPaces = {
	readonly by: PacesBy;
	readonly supplyOf: (productId: number, stock: number) => Supply;
};

/** How long what is there lasts. */
export type Supply = {
	/** Units a day, see `Dashboard.pacesBy`. */
	readonly dailyUnits: number;
	/** Days until the stock is used up at that pace; `Infinity` where nothing sells. */
	readonly coverDays: number;
	readonly state: StockState;
};

/** By what is planned, where that is known; a product that was not planned for goes by its mean. */
export function productPaces({pace, paceFrom, window}: Ledger, {inventory}: Analyses): ProductPaces {
	const plan = readyResult(inventory);
	const days = Math.max(1, (window.span.to - paceFrom) / dayMs);
	return {
		by: plan ? 'plan' : 'mean',
		supplyOf(productId, stock) {
			const dailyUnits = plan?.paceOf(productId) ?? Math.max(0, pace.get(productId) ?? 0) / days;
			return {
				dailyUnits,
				coverDays: daysOfCover(stock, dailyUnits),
				state: stockState(stock, dailyUnits),
			};
		},
	};
}
