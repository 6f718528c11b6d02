import Papa from 'papaparse';
import {openZone} from '../../../business-time.ts';
import {headerKey} from '../../../ingest/mapping/header-key.ts';
import {knownHeaders} from '../../../ingest/mapping/known-headers.ts';
import {sampleDates} from '../../../ingest/values/date-sample.ts';
import {decideDateStyle} from '../../../ingest/values/date-style.ts';
import {momentReader} from '../../../ingest/values/moment-reader.ts';
import {readTextFile} from '../../command-line/read-text-file.ts';
import type {RecommendSubject} from './recommend-subject.ts';

export type ReadPurchases = {
	readonly subject: RecommendSubject;
	/** Why rows were left out, each with its line. */
	readonly rejected: readonly string[];
	/** How many there are, the header not counted. */
	readonly rows: number;
};

type Line = {readonly order: number; readonly product: number; readonly quantity: number};

/**
 * Reads a CSV of purchases: order and product, and perhaps customer, quantity, date and name of the
 * product, under the headers that an import knows. Without quantities every line is one unit; without
 * dates orders follow one another as in the file.
 *
 * @throws Error that names the file, and what it lacks
 */
export function readPurchases(file: string): ReadPurchases {
	const {data} = Papa.parse<string[]>(readTextFile(file), {skipEmptyLines: true});
	const [header = [], ...rows] = data;
	const columns = findColumns(header, file);
	const readMoment = momentsOf(rows, columns.at);
	const orders = createNumbering();
	const customers = createNumbering();
	const products = createNumbering();
	const names: (string | undefined)[] = [];
	const customerOf: number[] = [];
	const at: number[] = [];
	const lines: Line[] = [];
	const rejected: string[] = [];
	for (const [index, cells] of rows.entries()) {
		const cell = (place: number | undefined) => (place === undefined ? '' : (cells[place] ?? '').trim());
		const [order, product, customer] = [cell(columns.order), cell(columns.product), cell(columns.customer)];
		const quantity = columns.quantity === undefined ? 1 : Number(cell(columns.quantity) || Number.NaN);
		const moment = columns.at === undefined ? index : readMoment(cell(columns.at));
		const problem = problemOf({order, product, quantity, moment});
		if (problem !== undefined || moment === undefined) {
			// The header is line 1.
			rejected.push(`line ${index + 2}: ${problem ?? 'no date'}`);
			continue;
		}
		const line = {order: orders.numberOf(order), product: products.numberOf(product), quantity};
		// The first line of an order says when it was made and by whom.
		customerOf[line.order] ??= customer === '' ? -1 : customers.numberOf(customer);
		at[line.order] ??= moment;
		names[line.product] ??= cell(columns.productName) || undefined;
		lines.push(line);
	}
	return {
		rejected,
		rows: rows.length,
		subject: {
			purchases: {
				customerCount: customers.names.length,
				productCount: products.names.length,
				customerOf: Int32Array.from(customerOf),
				at: Float64Array.from(at),
				orderOf: Int32Array.from(lines, ({order}) => order),
				productOf: Int32Array.from(lines, ({product}) => product),
				quantity: Float64Array.from(lines, ({quantity}) => quantity),
			},
			products: products.names.map((code, place) => ({
				code,
				name: names[place],
				category: undefined,
				stock: undefined,
			})),
			customers: customers.names.map(code => ({code, name: undefined})),
			asOf: undefined,
		},
	};
}

function problemOf(row: {
	readonly order: string;
	readonly product: string;
	readonly quantity: number;
	readonly moment: number | undefined;
}): string | undefined {
	if (row.order === '' || row.product === '') {
		return `no ${row.order === '' ? 'order' : 'product'}`;
	}
	if (!Number.isInteger(row.quantity) || row.quantity === 0) {
		return 'the quantity is no whole number other than 0';
	}
	return row.moment === undefined ? 'the date cannot be read: write it as 2010-12-01 08:26' : undefined;
}

function createNumbering() {
	const numbers = new Map<string, number>();
	const names: string[] = [];
	return {
		names,
		numberOf(name: string): number {
			let number = numbers.get(name);
			if (number === undefined) {
				number = names.push(name) - 1;
				numbers.set(name, number);
			}
			return number;
		},
	};
}

const fields = ['order', 'product', 'customer', 'quantity', 'at', 'productName'] as const;

type Columns = Readonly<Partial<Record<(typeof fields)[number], number>>>;

function findColumns(header: readonly string[], file: string): Columns {
	const keys = header.map(headerKey);
	const columns: Columns = Object.fromEntries(
		fields.flatMap(field => {
			const place = knownHeaders[field].map(name => keys.indexOf(headerKey(name))).find(found => found >= 0);
			return place === undefined ? [] : [[field, place]];
		}),
	);
	for (const field of ['order', 'product'] as const) {
		if (columns[field] === undefined) {
			throw new Error(
				`cannot use ${file}: no column is called ${field}; purchases have the columns order, product and perhaps customer, quantity and date, and this has ${header.join(', ') || 'none'}`,
			);
		}
	}
	return columns;
}

/** Moments only put the orders into their order, so any zone will do. */
function momentsOf(rows: readonly (readonly string[])[], place: number | undefined) {
	const cells = rows.map(row => (place === undefined ? '' : (row[place] ?? '').trim()));
	const read = momentReader(decideDateStyle(sampleDates(cells)), openZone('UTC'));
	return (cell: string) => {
		const moment = read(cell);
		return typeof moment === 'number' ? moment : undefined;
	};
}
