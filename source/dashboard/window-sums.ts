import {hourOfDay, type Zone} from '../business-time.ts';
import type {Money} from '../money.ts';
import type {CustomerSum} from '../store/customers/customer-sales.ts';
import type {CategoryHour} from '../store/groups/category-hours.ts';
import type {RegionHour} from '../store/groups/region-hours.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {ProductSum} from '../store/products/product-sales.ts';
import {listLength} from './dashboard.ts';
import {createTopList} from './top-list.ts';

export type GroupSum = {orders: number; units: number; revenue: Money};

type ProductTotal = {lines: number; units: number; revenue: Money};
type CustomerTotal = {orders: number; revenue: Money; lastAt: number};

/**
 * What was sold in a window, by every dimension that a panel shows. Sums of the past are added once;
 * after that each order that comes, or leaves the window, costs what its own lines cost, however long
 * the window is.
 */
export type WindowSums = {
	readonly categories: ReadonlyMap<number, Readonly<GroupSum>>;
	readonly regions: ReadonlyMap<number, Readonly<GroupSum>>;
	/** Revenue by hour of the day, 24 of them. */
	readonly categoryHours: ReadonlyMap<number, readonly Money[]>;
	readonly regionHours: ReadonlyMap<number, readonly Money[]>;
	/** Revenue by category, then region. */
	readonly categoryRegions: ReadonlyMap<number, ReadonlyMap<number, Money>>;
	readonly products: ReadonlyMap<number, Readonly<ProductTotal>>;
	readonly customers: ReadonlyMap<number, Readonly<CustomerTotal>>;
	readonly topProducts: () => readonly number[];
	readonly topCustomers: () => readonly number[];

	readonly addCategoryHours: (rows: readonly CategoryHour[]) => void;
	readonly addRegionHours: (rows: readonly RegionHour[]) => void;
	readonly addProducts: (rows: readonly ProductSum[]) => void;
	readonly addCustomers: (rows: readonly CustomerSum[]) => void;
	/** Adds orders to categories, regions and heatmaps only. */
	readonly addOrdersToGroups: (orders: readonly StoredOrder[]) => void;
	/** Adds an order everywhere, or with -1 takes it away. */
	readonly addOrder: (order: StoredOrder, sign: 1 | -1) => void;
};

/**
 * Sums of nothing yet.
 *
 * @param zone whose hours the heatmaps count by
 */
export function createWindowSums(zone: Zone, categoryOf: (productId: number) => number): WindowSums {
	const categories = new Map<number, GroupSum>();
	const regions = new Map<number, GroupSum>();
	const categoryHours = new Map<number, Money[]>();
	const regionHours = new Map<number, Money[]>();
	const categoryRegions = new Map<number, Map<number, Money>>();
	const products = new Map<number, ProductTotal>();
	const customers = new Map<number, CustomerTotal>();
	const topProducts = createTopList(listLength, {
		keys: () => products.keys(),
		size: () => products.size,
		valueFor: id => products.get(id)?.revenue,
	});
	const topCustomers = createTopList(listLength, {
		keys: () => customers.keys(),
		size: () => customers.size,
		valueFor: id => customers.get(id)?.revenue,
	});

	const addToCategory = (
		{categoryId, regionId, hour}: {categoryId: number; regionId: number; hour: number},
		sum: GroupSum,
	) => {
		rowOf(categoryHours, categoryId, emptyDay)[hour]! += sum.revenue;
		const cells = rowOf(categoryRegions, categoryId, emptyCells);
		cells.set(regionId, (cells.get(regionId) ?? 0) + sum.revenue);
		if (addGroup(categories, categoryId, sum).orders === 0) {
			categories.delete(categoryId);
			categoryHours.delete(categoryId);
			categoryRegions.delete(categoryId);
		}
	};
	const addToRegion = (regionId: number, hour: number, sum: GroupSum) => {
		rowOf(regionHours, regionId, emptyDay)[hour]! += sum.revenue;
		if (addGroup(regions, regionId, sum).orders === 0) {
			regions.delete(regionId);
			regionHours.delete(regionId);
		}
	};
	const addProduct = ({productId, lines, units, revenue}: ProductSum) => {
		const total = rowOf(products, productId, emptyProduct);
		total.lines += lines;
		total.units += units;
		total.revenue += revenue;
		if (total.lines === 0) {
			products.delete(productId);
		}
		topProducts.changed(productId);
	};
	const addCustomer = ({customerId, orders, revenue, lastAt}: CustomerSum) => {
		const total = rowOf(customers, customerId, emptyCustomer);
		total.orders += orders;
		total.revenue += revenue;
		total.lastAt = Math.max(total.lastAt, lastAt);
		if (total.orders === 0) {
			customers.delete(customerId);
		}
		topCustomers.changed(customerId);
	};
	const addToGroups = (order: StoredOrder, sign: 1 | -1) => {
		const hour = hourOfDay(zone, order.at);
		const {regionId} = order;
		let units = 0;
		const counted = new Set<number>();
		for (const {productId, quantity, amount} of order.lines) {
			const categoryId = categoryOf(productId);
			const orders = counted.has(categoryId) ? 0 : sign;
			counted.add(categoryId);
			units += quantity;
			addToCategory({categoryId, regionId, hour}, {orders, units: sign * quantity, revenue: sign * amount});
		}
		addToRegion(regionId, hour, {orders: sign, units: sign * units, revenue: sign * order.revenue});
	};

	return {
		categories,
		regions,
		categoryHours,
		regionHours,
		categoryRegions,
		products,
		customers,
		topProducts: topProducts.ids,
		topCustomers: topCustomers.ids,
		addCategoryHours(rows) {
			for (const row of rows) {
				addToCategory(row, row);
			}
		},
		addRegionHours(rows) {
			for (const row of rows) {
				addToRegion(row.regionId, row.hour, row);
			}
		},
		addProducts(rows) {
			for (const row of rows) {
				addProduct(row);
			}
		},
		addCustomers(rows) {
			for (const row of rows) {
				addCustomer(row);
			}
		},
		addOrdersToGroups(orders) {
			for (const order of orders) {
				addToGroups(order, 1);
			}
		},
		addOrder(order, sign) {
			addToGroups(order, sign);
			for (const {productId, quantity, amount} of order.lines) {
				addProduct({productId, lines: sign, units: sign * quantity, revenue: sign * amount});
			}
			const {customerId, at} = order;
			if (customerId !== null) {
				addCustomer({customerId, orders: sign, revenue: sign * order.revenue, lastAt: at});
			}
		},
	};
}

const emptyDay = (): Money[] => new Array<Money>(24).fill(0);
const emptyCells = () => new Map<number, Money>();
const emptyProduct = (): ProductTotal => ({lines: 0, units: 0, revenue: 0});
const emptyCustomer = (): CustomerTotal => ({orders: 0, revenue: 0, lastAt: 0});

function rowOf<Row>(rows: Map<number, Row>, id: number, make: () => Row): Row {
	let row = rows.get(id);
	if (row === undefined) {
		row = make();
		rows.set(id, row);
	}
	return row;
}

function addGroup(groups: Map<number, GroupSum>, id: number, {orders, units, revenue}: GroupSum): GroupSum {
	const sum = rowOf(groups, id, () => ({orders: 0, units: 0, revenue: 0}));
	sum.orders += orders;
	sum.units += units;
	sum.revenue += revenue;
	return sum;
}
