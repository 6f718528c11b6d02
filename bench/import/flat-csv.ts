import {closeSync, existsSync, mkdirSync, openSync, writeSync} from 'node:fs';
import path from 'node:path';
import {dataFolder} from '../dataset/dataset.ts';

/** Shaped like Online Retail (UCI): a wholesaler's year, some 21 lines an invoice, 4,000 products. */
const shop = {
	linesPerOrder: 21,
	products: 4000,
	customers: 4300,
	countries: 38,
	guestShare: 0.25,
	returnShare: 0.02,
	days: 373,
};

const firstDay = Date.UTC(2010, 11, 1, 8);
const flushAt = 1 << 20;

/** Writes a CSV file with a row for each line sold, or takes the one that was written before. @returns its path */
export function flatCsv(lines: number): string {
	const file = path.join(dataFolder, `flat-${lines}.csv`);
	if (existsSync(file)) {
		return file;
	}
	mkdirSync(dataFolder, {recursive: true});
	const random = mulberry32(42);
	const below = (count: number) => Math.floor(random() * count);
	const target = openSync(file, 'w');
	let text = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
	const orders = Math.ceil(lines / shop.linesPerOrder);
	let left = lines;
	for (let order = 0; order < orders; order++) {
		const at = firstDay + Math.floor((order / orders) * shop.days) * 86_400_000 + below(600) * 60_000;
		const isReturn = random() < shop.returnShare;
		const number = `${isReturn ? 'C' : ''}${536_365 + order}`;
		const moment = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
		const customer = random() < shop.guestShare ? '' : `${12_346 + below(shop.customers)}.0`;
		const country = random() < 0.9 ? 'United Kingdom' : `Country ${below(shop.countries)}`;
		const count = order === orders - 1 ? left : Math.min(left, 1 + below(2 * shop.linesPerOrder - 1));
		left -= count;
		for (let line = 0; line < count; line++) {
			const product = Math.floor(shop.products * random() ** 2);
			const description =
				product % 40 === 0 ? `"SET OF ${product}, ASSORTED"` : `ARTICLE ${product} OF THE CATALOGUE`;
			const quantity = (1 + below(12)) * (isReturn ? -1 : 1);
			const price = (((product * 7919) % 1500) + 29) / 100;
			text += `${number},${10_000 + product}${product % 7 === 0 ? 'B' : ''},${description},${quantity},${moment},${price},${customer},${country}\n`;
			if (text.length > flushAt) {
				writeSync(target, text);
				text = '';
			}
		}
	}
	writeSync(target, text);
	closeSync(target);
	return file;
}

/** A small generator of random numbers from 0 to 1 (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
