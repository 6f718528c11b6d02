import {
	categoryReader,
	customerReader,
	productReader,
	storeReader,
} from '../../../ingest/linking/entry-readers.ts';
import type {LinkedTables} from '../../../ingest/linking/linked-tables.ts';
import type {Part} from '../../../ingest/linking/plan-import.ts';
import {readPart} from '../../../ingest/linking/read-part.ts';
import {type LinkedJob, loadPart} from './load-part.ts';

/** Loads a table that others refer to. */
export async function loadEntries(part: Part, job: LinkedJob): Promise<void> {
	const {importer, tables, isRefused} = job;
	await loadPart(part, job, async (into, found) => {
		for await (const {products, customers, categories, stores, rejected, repaired} of entriesOf(
			part,
			tables,
		)) {
			found.reject(rejected);
			if (isRefused) {
				const refused = products.length + customers.length + categories.length + stores.length;
				into.count({loaded: 0, duplicate: 0, refused, rejected, repaired: 0});
			} else if (part.table.shape === 'stores') {
				// They go in with the orders that refer to them.
				const duplicate = stores.filter(importer.hasStore).length;
				into.count({loaded: stores.length - duplicate, duplicate, refused: 0, rejected, repaired});
			} else {
				into.enter({categories, products, customers, rejected, repaired});
			}
		}
	});
}

/** The rows of a table that others refer to. */
async function* entriesOf(part: Part, {categories}: LinkedTables) {
	const {table} = part;
	const none = {products: [], customers: [], categories: [], stores: []};
	switch (table.shape) {
		case 'products':
			for await (const {entries, ...rest} of readPart(part, productReader(table, categories))) {
				yield {...none, ...rest, products: entries};
			}
			return;
		case 'customers':
			for await (const {entries, ...rest} of readPart(part, customerReader(table))) {
				yield {...none, ...rest, customers: entries};
			}
			return;
		case 'categories':
			for await (const {entries, ...rest} of readPart(part, categoryReader(table))) {
				yield {...none, ...rest, categories: entries.map(({name}) => name)};
			}
			return;
		default:
			for await (const {entries, ...rest} of readPart(part, storeReader(table))) {
				yield {...none, ...rest, stores: entries.map(({name}) => name)};
			}
	}
}
