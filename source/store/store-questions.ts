import type {Database} from 'better-sqlite3';
import {customerSales} from './customers/customer-sales.ts';
import {customerTotals} from './customers/customer-totals.ts';
import {filterNames} from './filter-names.ts';
import {categoryHours} from './groups/category-hours.ts';
import {regionHours} from './groups/region-hours.ts';
import {importHistory} from './importing/import-history.ts';
import {names} from './names.ts';
import {arrivalsAbove, extent, firstOrderAt, nextOrderAt, ordersBetween} from './orders/extent.ts';
import {matchingOrders} from './orders/matching-orders.ts';
import {orderRanges} from './orders/order-ranges.ts';
import {orderTotals} from './orders/order-totals.ts';
import {ordersWithLines} from './orders/orders-with-lines.ts';
import {slotTotals} from './orders/slot-totals.ts';
import {productSales, productSalesOfDays} from './products/product-sales.ts';
import {restocked} from './products/restocked.ts';
import {stockLevels} from './products/stock-levels.ts';

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
