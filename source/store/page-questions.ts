import type {Database} from 'better-sqlite3';
import {customerOrders} from './customer-orders.ts';
import {customerPossessions} from './customer-possessions.ts';
import {customerProducts} from './customer-products.ts';
import {customerProfile} from './customer-profile.ts';
import {customerPurchases} from './customer-purchases.ts';
import {orderDetail} from './order-detail.ts';
import {productCompany} from './product-company.ts';
import {productDays} from './product-days.ts';
import {productLines} from './product-lines.ts';
import {productProfile} from './product-profile.ts';
import {productsOfCategory} from './products-of-category.ts';
import {regionOrders} from './region-orders.ts';

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
