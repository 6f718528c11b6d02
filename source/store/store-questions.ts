import type {Database} from 'better-sqlite3';
import {categoryHours} from './category-hours.ts';
import {customerSales} from './customer-sales.ts';
import {customerTotals} from './customer-totals.ts';
import {arrivalsAbove, extent, firstOrderAt, nextOrderAt, ordersBetween} from './extent.ts';
import {filterNames} from './filter-names.ts';
import {importHistory} from './import-history.ts';
import {matchingOrders} from './matching-orders.ts';
import {names} from './names.ts';
import {orderRanges} from './order-ranges.ts';
import {orderTotals} from './order-totals.ts';
import {ordersWithLines} from './orders-with-lines.ts';
import {productSales, productSalesOfDays} from './product-sales.ts';
import {regionHours} from './region-hours.ts';
import {restocked} from './restocked.ts';
import {slotTotals} from './slot-totals.ts';
import {stockLevels} from './stock-levels.ts';

/** Every question that a dashboard asks, prepared once for a connection. */
export const storeQuestions = (db: Database) => ({
	arrivalsAbove: arrivalsAbove(db),
	categoryHours: categoryHours(db),
	customerSales: customerSales(db),
	customerTotals: customerTotals(db),
	extent: extent(db),
	filterNames: filterNames(db),
	firstOrderAt: firstOrderAt(db),
	importHistory: importHistory(db),
	matchingOrders: matchingOrders(db),
	names: names(db),
	nextOrderAt: nextOrderAt(db),
	orderRanges: orderRanges(db),
	orderTotals: orderTotals(db),
	ordersBetween: ordersBetween(db),
	ordersWithLines: ordersWithLines(db),
	productSales: productSales(db),
	productSalesOfDays: productSalesOfDays(db),
	regionHours: regionHours(db),
	restocked: restocked(db),
	slotTotals: slotTotals(db),
	stockLevels: stockLevels(db),
});

export type StoreQuestions = ReturnType<typeof storeQuestions>;
