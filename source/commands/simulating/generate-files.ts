import {readdirSync} from 'node:fs';
import path from 'node:path';
import {isoDate, localDay, startOfDay, type Zone} from '../../business-time.ts';
import {type Money, moneyToDecimal} from '../../money.ts';
import {type Customer, lineAmount, type Order, type Product} from '../../order.ts';
import {loadCatalogue} from '../../producer/catalogue.ts';
import {createDemand} from '../../producer/demand.ts';
import {sellingMoments} from '../../producer/selling-moments.ts';
import {createSimulator} from '../../producer/simulator.ts';
import {UsageError} from '../command-line/command.ts';
import {makeFolder, writingOut} from '../command-line/writing-out.ts';
import {type LineFile, openLineFile} from './line-file.ts';

export type GenerateOptions = {
	readonly folder: string;
	readonly orders: number;
	readonly days: number;
	readonly seed: number;
	/** UTC milliseconds at which the sales end. */
	readonly until: number;
	readonly zone: Zone;
	/** A sheet for each day instead of linked tables. */
	readonly isDaily: boolean;
};

/** What was written. */
export type GeneratedTotals = {
	readonly folder: string;
	readonly files: number;
	readonly orders: number;
	readonly lines: number;
	readonly units: number;
	/** Who bought something; guests are none of them. */
	readonly customers: number;
	/** What was sold at least once. */
	readonly products: number;
	readonly revenue: Money;
};

/** Writes orders to where they belong. */
type Writer = {
	readonly write: (order: Order) => void;
	/** Writes what is known only at the end. */
	readonly finish: (sold: Sold) => void;
};

type Sold = {
	readonly customers: ReadonlyMap<string, Customer>;
	readonly products: readonly Product[];
	/** Units left, by product code. */
	readonly stock: ReadonlyMap<string, number>;
};

/**
 * Sells so many orders in a simulated shop and writes them into CSV files. The same options give the
 * same files, byte for byte.
 *
 * @throws UsageError where the folder holds other CSV files, which would be imported with these
 */
export function generateFiles(
	options: GenerateOptions,
	onProgress: (share: number) => void,
): GeneratedTotals {
	const {folder, orders: count, days, seed, until, zone} = options;
	const catalogue = loadCatalogue();
	const since = startOfDay(zone, localDay(zone, until - 1) - days + 1);
	const simulator = createSimulator({
		catalogue,
		seed,
		zone,
		since,
		run: seed.toString(36),
		ordersPerDay: count / days,
	});
	const moments = sellingMoments({
		demand: createDemand({catalogue, seed, zone, since}),
		seed,
		from: since,
		to: until,
		count,
	});
	const files = filesOf(options, since);
	prepareFolder(folder, files);
	const writer = options.isDaily ? dailySheets(options, files) : linkedTables(folder);
	const stock = new Map(simulator.products.map(({code, stock: units = 0}) => [code, units]));
	const customers = new Map<string, Customer>();
	const sold = new Set<string>();
	const totals = {orders: 0, lines: 0, units: 0, revenue: 0};
	for (const at of moments) {
		const {order, restocks} = simulator.next(at);
		writer.write(order);
		for (const {product, quantity} of restocks) {
			stock.set(product.code, stock.get(product.code)! + quantity);
		}
		if (order.customer) {
			customers.set(order.customer.code, order.customer);
		}
		for (const line of order.lines) {
			totals.lines++;
			totals.units += line.quantity;
			totals.revenue += lineAmount(line);
			stock.set(line.product.code, stock.get(line.product.code)! - line.quantity);
			sold.add(line.product.code);
		}
		totals.orders++;
		if (totals.orders % 1000 === 0) {
			onProgress(totals.orders / count);
		}
	}
	writer.finish({customers, products: simulator.products, stock});
	return {folder, files: files.length, ...totals, customers: customers.size, products: sold.size};
}

const tableNames = ['customers.csv', 'products.csv', 'orders.csv', 'order_items.csv'] as const;

function filesOf({days, isDaily, zone}: GenerateOptions, since: number): readonly string[] {
	const firstDay = localDay(zone, since);
	return isDaily
		? Array.from({length: days}, (_, index) => `${isoDate(firstDay + index)}.csv`)
		: [...tableNames];
}

function prepareFolder(folder: string, files: readonly string[]): void {
	writingOut(folder, () => makeFolder(path.resolve(folder)));
	const other = readdirSync(folder).find(name => /\.csv$/i.test(name) && !files.includes(name));
	if (other !== undefined) {
		throw new UsageError(
			`--out ${folder}: it holds ${other} already, which would be imported too; name a new folder`,
		);
	}
}

function linkedTables(folder: string): Writer {
	const open = (name: (typeof tableNames)[number], header: readonly string[]) =>
		openLineFile(path.join(folder, name), header);
	const orders = open('orders.csv', ['order_id', 'customer_id', 'region', 'ordered_at']);
	const items = open('order_items.csv', ['order_id', 'product_id', 'quantity', 'unit_price', 'discount']);
	return {
		write({number = '', customer, region, at, lines}) {
			orders.write([number, customer?.code ?? '', region, new Date(at).toISOString()]);
			for (const {product, quantity, unitPrice, discount} of lines) {
				const money = [moneyToDecimal(unitPrice), moneyToDecimal(discount)];
				items.write([number, product.code, String(quantity), ...money]);
			}
		},
		finish({customers, products, stock}) {
			orders.close();
			items.close();
			const people = open('customers.csv', ['customer_id', 'name', 'email', 'age', 'region']);
			for (const {code, name = '', email = '', age, region = ''} of customers.values()) {
				people.write([code, name, email, age === undefined ? '' : String(age), region]);
			}
			people.close();
			const goods = open('products.csv', ['product_id', 'name', 'category', 'price', 'stock']);
			for (const {code, name, category, price} of products) {
				goods.write([code, name, category, moneyToDecimal(price), String(stock.get(code))]);
			}
			goods.close();
		},
	};
}

const sheetHeader = [
	'order_id',
	'ordered_at',
	'store',
	'city',
	'region',
	'customer_id',
	'product_id',
	'product_name',
	'category',
	'quantity',
	'unit_price',
	'discount_amount',
] as const;

/** A sheet for each day of the zone, also for those on which nothing was sold. */
function dailySheets({folder, zone}: GenerateOptions, files: readonly string[]): Writer {
	let next = 0;
	let sheet: LineFile | undefined;
	const openNext = () => {
		sheet?.close();
		const file = files[next++]!;
		sheet = openLineFile(path.join(folder, file), sheetHeader);
		return file;
	};
	let current = openNext();
	return {
		write({number = '', at, region, store, customer, lines}) {
			const name = `${isoDate(localDay(zone, at))}.csv`;
			while (current !== name) {
				current = openNext();
			}
			for (const {product, quantity, unitPrice, discount} of lines) {
				sheet!.write([
					number,
					new Date(at).toISOString(),
					store?.name ?? '',
					store?.city ?? '',
					region,
					customer?.code ?? '',
					product.code,
					product.name,
					product.category,
					String(quantity),
					moneyToDecimal(unitPrice),
					moneyToDecimal(discount),
				]);
			}
		},
		finish() {
			while (next < files.length) {
				openNext();
			}
			sheet!.close();
		},
	};
}
