import type {Database} from 'better-sqlite3';
import {customerOrders} from './customers/customer-orders.ts';
import {customerPossessions} from './customers/customer-possessions.ts';
import {customerProducts} from './customers/customer-products.ts';
import {customerProfile} from './customers/customer-profile.ts';
import {customerPurchases} from './customers/customer-purchases.ts';
import {regionOrders} from './groups/region-orders.ts';
import {orderDetail} from './orders/order-detail.ts';
import {productCompany} from './products/product-company.ts';
import {productDays} from './products/product-days.ts';
import {productLines} from './products/product-lines.ts';
import {productProfile} from './products/product-profile.ts';
import {productsOfCategory} from './products/products-of-category.ts';

/** Every question that a page asks, prepared once for a connection. */
export const pageQuestions = (db: Database) => ({
	customerOrders: customerOrders(db),
	customerPossessions: customerPossessions(db),
	customerProducts: customerProducts(db),
	customerProfile: customerProfile(db),
	customerPurchases: customerPurchases(db),
	orderDetail: orderDetail(db),
	productCompany: productCompany(db),
	productDays: productDays(db),
	productLines: productLines(db),
	productProfile: productProfile(db),
	productsOfCategory: productsOfCategory(db),
	regionOrders: regionOrders(db),
});

export type PageQuestions = ReturnType<typeof pageQuestions>;
