import type {Field} from './fields.ts';
import {adjustmentHeaders} from './headers/adjustments.ts';
import {customerHeaders} from './headers/customers.ts';
import {momentHeaders} from './headers/moments.ts';
import {orderHeaders} from './headers/orders.ts';
import {placeHeaders} from './headers/places.ts';
import {priceHeaders} from './headers/prices.ts';
import {productHeaders} from './headers/products.ts';
import {totalHeaders} from './headers/totals.ts';

/**
 * The names under which shops export each field, best first; compared as `headerKey` writes them.
 *
 * From the exports of Shopify, WooCommerce, Magento, Square, Amazon, Etsy, Stripe, Olist, Northwind,
 * Superstore, Online Retail and of tills in German, French, Spanish, Portuguese, Italian and Dutch.
 */
export const knownHeaders: Readonly<Record<Field, readonly string[]>> = {
	...orderHeaders,
	...momentHeaders,
	...productHeaders,
	...priceHeaders,
	...totalHeaders,
	...adjustmentHeaders,
	...customerHeaders,
	...placeHeaders,
};
