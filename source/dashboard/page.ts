import type {LifeStage} from '../analytics/lifetime-value/standings.ts';
import type {Association} from '../analytics/recommendations/association.ts';
import type {Money} from '../money.ts';
import type {CustomerOrder} from '../store/customers/customer-orders.ts';
import type {CustomerProduct} from '../store/customers/customer-products.ts';
import type {ListPart} from '../store/list-part.ts';
import type {OrderDetail, OrderDetailLine} from '../store/orders/order-detail.ts';
import type {ProductBesides, ProductBuyer} from '../store/products/product-company.ts';
import type {ProductLine} from '../store/products/product-lines.ts';
import type {CustomerOutlook} from './customer-outlook.ts';
import type {BucketUnit, Span, TrendPoint, ValueTier} from './dashboard.ts';
import type {ExplainedChange} from './explain-change.ts';
import type {Supply} from './product-paces.ts';

export type {CustomerOrder} from '../store/customers/customer-orders.ts';
export type {CustomerProduct} from '../store/customers/customer-products.ts';
export type {ListPart} from '../store/list-part.ts';
export type {OrderDetailLine} from '../store/orders/order-detail.ts';
export type {ProductBesides, ProductBuyer} from '../store/products/product-company.ts';
export type {ProductLine} from '../store/products/product-lines.ts';

/** One thing that a page is about. Categories and regions go by their names, which are unique. */
export type PageSubject =
	| {readonly kind: 'category' | 'region'; readonly name: string}
	| {readonly kind: 'product' | 'customer' | 'order'; readonly id: number}
	/** Why the window's revenue is not that of the span before. */
	| {readonly kind: 'change'};

/** What a screen asks for: a page, and around which row its long list is wanted. */
export type PageRequest = {
	readonly subject: PageSubject;
	/** The id of the row; the list's start when it is left out. */
	readonly around?: number | undefined;
};

/** Everything that a page shows besides what the dashboard of the same moment says. */
export type Page =
	| CategoryPage
	| RegionPage
	| ProductPage
	| CustomerPage
	| OrderPage
	| ChangePage
	| MissingPage;

type Read = {
	readonly subject: PageSubject;
	/** What it knows is from before this moment. */
	readonly asOf: number;
	/** The dashboard's window, where the page is about that. */
	readonly window: Span;
};

export type ChangePage = Read & {readonly kind: 'change'; readonly change: ExplainedChange};

/** What the page is about is not in the database, or no longer. */
export type MissingPage = Read & {readonly kind: 'missing'};

export type CategoryPage = Read & {
	readonly kind: 'category';
	/** All of them with their sales in the window, most revenue first. */
	readonly products: readonly PageProduct[];
};

export type PageProduct = {
	readonly id: number;
	readonly name: string;
	readonly units: number;
	readonly revenue: Money;
	/** Absent where nobody counts it. */
	readonly stock: number | undefined;
};

/** Sales of the window, each list with the most revenue first. */
export type RegionPage = Read & {
	readonly kind: 'region';
	readonly stores: readonly PageStore[];
	readonly products: readonly PageProduct[];
	readonly customers: readonly PageCustomer[];
};

export type PageStore = {
	readonly id: number;
	readonly name: string;
	readonly city: string;
	readonly orders: number;
	readonly revenue: Money;
};

export type PageCustomer = {
	readonly id: number;
	readonly name: string;
	/** Absent for who came after lifetime values were worked out last. */
	readonly tier: ValueTier | undefined;
	readonly orders: number;
	readonly revenue: Money;
	readonly lastAt: number;
};

export type ProductPage = Read & {
	readonly kind: 'product';
	readonly code: string | undefined;
	readonly name: string;
	readonly category: string;
	readonly price: Money;
	/** Of the window. */
	readonly units: number;
	readonly revenue: Money;
	/** Absent where nobody counts it. */
	readonly stock: ProductSupply | undefined;
	/** By UTC day: product sales are kept by those. Each stands at the middle of its day. */
	readonly trend: {readonly unit: BucketUnit; readonly points: readonly TrendPoint[]};
	/** Of all time, the last recorded first. */
	readonly lines: ListPart<ProductLine>;
	readonly buyers: readonly ProductBuyer[];
	readonly besides: readonly ProductBesides[];
	/** Among how many of its latest orders the two were counted. */
	readonly companyOrders: number;
	/** What its buyers have besides; absent while that is not known. */
	readonly companions: readonly PageCompanion[] | undefined;
	/** Absent while that is not known, or nobody counts its stock. */
	readonly plan: PageProductPlan | undefined;
};

export type PageCompanion = Association & {
	readonly productId: number;
	readonly product: string;
	/** Absent where nobody counts it. */
	readonly stock: number | undefined;
	/** `41 customers bought both`. */
	readonly reason: string;
};

/** What the analysis of the stock room says of one product. */
export type PageProductPlan = {
	/** The moment that it is about. */
	readonly asOf: number;
	/** When it runs out in the usual case; absent beyond a year. */
	readonly runsOutAt: number | undefined;
	/** In eight of ten cases it is no more days earlier or later, on the whole. */
	readonly spreadDays: number | undefined;
	/** Units to order. */
	readonly quantity: number;
	/** Lost on the whole a day until an order of now arrives. */
	readonly revenueAtRisk: Money;
	/** What stands in, by name. */
	readonly substitute: string | undefined;
};

export type ProductSupply = Supply & {readonly units: number};

export type CustomerPage = Read & {
	readonly kind: 'customer';
	readonly code: string | undefined;
	readonly name: string;
	readonly region: string | undefined;
	/** Absent for who came after lifetime values were worked out last. */
	readonly tier: ValueTier | undefined;
	/** Absent where tiers go by revenue. */
	readonly stage: LifeStage | undefined;
	/** Of all time. */
	readonly orderCount: number;
	readonly revenue: Money;
	readonly returns: Money;
	readonly firstAt: number | undefined;
	readonly lastAt: number | undefined;
	/** Mean time from one order to the next, in milliseconds; absent with fewer than two. */
	readonly meanGapMs: number | undefined;
	/** Absent while no model has been fitted. */
	readonly outlook: CustomerOutlook | undefined;
	/** Of all time, latest first. */
	readonly orders: ListPart<CustomerOrder>;
	/** What they bought for most, among their latest orders. */
	readonly products: readonly CustomerProduct[];
	/** What to offer them, besides what they have; absent while that is not known. */
	readonly offers: readonly PageOffer[] | undefined;
};

export type PageOffer = {
	readonly productId: number;
	readonly product: string;
	readonly category: string;
	/** Absent where nobody counts it. */
	readonly stock: number | undefined;
	/** The sum of similarities to what they have; 0 for a best seller. */
	readonly score: number;
	/** How many have it and that which speaks for it most. */
	readonly both: number | undefined;
	/** `goes with Bread: 41 customers bought both`. */
	readonly reason: string;
};

export type OrderPage = Read & {
	readonly kind: 'order';
	readonly order: OrderDetail;
	readonly lines: readonly OrderDetailLine[];
	/** Before discounts, returns taken off. */
	readonly listAmount: Money;
	readonly discount: Money;
};
