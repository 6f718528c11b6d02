import type {Zone} from '../../business-time.ts';
import {takesColumn} from '../refunds/refund-rule.ts';
import {categoryReader, customerReader, productReader, storeReader} from './entry-readers.ts';
import type {LinkedTables} from './linked-tables.ts';
import {orderReader} from './order-reader.ts';
import type {ImportPlan, Part} from './plan-import.ts';
import {readPart} from './read-part.ts';

/** The tables that lines refer to, and how many rows of each could not be read. */
export type Links = {readonly tables: LinkedTables; readonly rejected: ReadonlyMap<Part, number>};

/**
 * Reads the tables that order lines refer to into memory, those first that others need.
 *
 * @param isKnown whether the database holds an order of that number
 */
export async function linkTables(
	{entries, orders}: Pick<ImportPlan, 'entries' | 'orders'>,
	zone: Zone,
	isKnown: (number: string) => boolean,
): Promise<Links> {
	const has = (shape: Part['table']['shape']) => entries.some(({table}) => table.shape === shape);
	const tables = {
		orders: orders.length > 0 ? new Map() : undefined,
		products: has('products') ? new Map() : undefined,
		customers: has('customers') ? new Map() : undefined,
		categories: new Map(),
		stores: new Map(),
		hasPrices: entries.some(({table}) => table.shape === 'products' && table.columns.unitPrice !== undefined),
		hasDiscounts: orders.some(
			({table: {columns}}) => (columns.orderDiscount ?? columns.discount) !== undefined,
		),
		hasRefunds: orders.some(({table}) => takesColumn(table.refunds)),
	} satisfies LinkedTables;
	const rejected = new Map<Part, number>();
	const readInto = async <Entry>(
		part: Part,
		reader: Parameters<typeof readPart<Entry>>[1],
		keep: (entry: Entry) => void,
	) => {
		let count = 0;
		for await (const rows of readPart(part, reader)) {
			rows.entries.forEach(keep);
			count += rows.rejected.length;
		}
		rejected.set(part, count);
	};
	for (const part of entries) {
		const {table} = part;
		switch (table.shape) {
			case 'categories':
				await readInto(part, categoryReader(table), ({id, name}) => tables.categories.set(id, name));
				break;
			case 'stores':
				await readInto(part, storeReader(table), ({id, ...store}) => tables.stores.set(id, store));
				break;
			case 'customers':
				await readInto(part, customerReader(table), ({key, code, name, email, region}) =>
					tables.customers!.set(key, {code, name, email, region}),
				);
				break;
			default:
				await readInto(part, productReader(table, tables.categories), ({code, name, category, price}) =>
					tables.products!.set(code, {name, category, price}),
				);
		}
	}
	for (const part of orders) {
		await readInto(part, orderReader(part.table, zone, tables, isKnown), ({number, header}) => {
			if (!tables.orders!.has(number)) {
				tables.orders!.set(number, header);
			}
		});
	}
	return {tables, rejected};
}
