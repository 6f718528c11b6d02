import type {Zone} from '../../business-time.ts';
import type {RejectedRow} from '../../imported-line.ts';
import {
	categoryReader,
	customerReader,
	orderReader,
	productReader,
	storeReader,
} from '../../ingest/linking/entry-readers.ts';
import {type Links, linkTables} from '../../ingest/linking/link-tables.ts';
import type {LinkedTables, OrderHeader} from '../../ingest/linking/linked-tables.ts';
import type {ImportPlan, Part} from '../../ingest/linking/plan-import.ts';
import {readPart} from '../../ingest/linking/read-part.ts';
import {readSales} from '../../ingest/read-sales.ts';
import {reasons} from '../../ingest/rows/reasons.ts';
import {decisionsOf} from '../../ingest/understanding/decisions/decisions.ts';
import {mappingOf} from '../../ingest/understanding/mapping-of.ts';
import {writingOf} from '../../ingest/understanding/writing.ts';
import type {Importer, SourceImport} from '../../store/importing/import-lines.ts';
import type {ImportAccount} from '../../store/importing/import-log.ts';
import type {ImportResult} from './import-source.ts';
import {settledDecisions} from './import-source.ts';
import {loadBatches, type Tally, tally} from './load-batches.ts';

export type LinkedOptions = {
	readonly importer: Importer;
	readonly zone: Zone;
	/** How many rows of one table may be rejected for the others to be loaded still. */
	readonly maxErrors: number;
	readonly onProgress: (share: number, rows: number) => void;
	/** Hears when a table begins to be loaded, with what tells how far it has come. */
	readonly onBegin?: (name: string, soFar: () => ImportAccount) => void;
	/** Hears of each table when it is done. */
	readonly onResult: (result: ImportResult) => void;
};

type LinkedJob = LinkedOptions & {
	readonly tables: LinkedTables;
	/** More rows were rejected than are allowed, so that none is loaded. */
	readonly isRefused: boolean;
};

/**
 * Loads tables that refer to each other: first what others need, then the lines of the orders.
 *
 * @returns what sets how much is left of products, which is to be done when all sales are loaded: they are in it
 */
export async function importLinked(plan: ImportPlan, options: LinkedOptions): Promise<() => Promise<void>> {
	const {importer, zone, maxErrors} = options;
	const links = await linkTables(plan, zone, importer.hasOrder);
	const isRefused = Number.isFinite(maxErrors) && (await hasTooManyErrors(plan, links, options));
	const {tables} = links;
	const job = {...options, tables, isRefused};
	for (const part of plan.entries) {
		await loadEntries(part, job);
	}
	for (const part of plan.lines) {
		await loadLines(part, job);
	}
	for (const part of plan.orders) {
		await loadOrders(part, job);
	}
	return async () => {
		for (const part of isRefused ? [] : plan.entries.filter(({table}) => table.columns.stock !== undefined)) {
			for await (const {entries} of readPart(part, productReader(part.table, tables.categories))) {
				importer.setStocks(entries);
			}
		}
	};
}

async function loadEntries(part: Part, job: LinkedJob): Promise<void> {
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

async function loadLines(part: Part, job: LinkedJob): Promise<void> {
	const {zone, tables, isRefused, onProgress} = job;
	const {source} = part;
	await loadPart(part, job, async (into, found) => {
		const reading = await readSales(source, zone, {links: tables, survey: source.survey});
		await loadBatches(reading.batches, into, {
			isRefused,
			found,
			onRows: rows => onProgress(reading.share(), rows),
		});
	});
}

async function loadOrders(part: Part, job: LinkedJob): Promise<void> {
	const {zone, tables, isRefused} = job;
	await loadPart(part, job, async (into, found) => {
		const reader = orderReader(part.table, zone, tables, () => false);
		for await (const {entries, rejected, repaired} of readPart(part, withRow(reader))) {
			const orders = isRefused ? {loaded: 0, duplicate: 0, rejected: []} : ordersOf(entries, tables.orders!);
			const all = [...rejected, ...orders.rejected];
			found.reject(all);
			into.count({...orders, refused: isRefused ? entries.length : 0, rejected: all, repaired});
		}
	});
}

/** Loads one table, and tells of its beginning and its end. */
async function loadPart(
	{source: {origin, survey}, table}: Part,
	{importer, isRefused, onBegin, onResult}: LinkedJob,
	load: (into: SourceImport, found: Tally) => Promise<void>,
): Promise<void> {
	const startedAt = performance.now();
	const {format, delimiter} = survey;
	const mapping = mappingOf(table);
	const into = importer.begin(
		{origin, format, mapping, header: table.header, delimiter, writing: writingOf(table)},
		Date.now(),
	);
	onBegin?.(table.name, into.soFar);
	const found = tally();
	await load(into, found);
	const settled = into.settle();
	found.reject(settled.conflicts);
	onResult({
		source: table.name,
		format,
		delimiter,
		encoding: undefined,
		mapping,
		decisions: [`it is a table of ${table.shape}`, ...decisionsOf(table), ...settledDecisions(settled)],
		...into.finish(Date.now()),
		updated: into.updated(),
		reasons: found.reasons,
		firstLines: found.firstLines,
		isRefused,
		elapsedMs: performance.now() - startedAt,
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

type NumberedOrder = {readonly number: string; readonly lineNumber: number; readonly raw: string};

/** Keeps with each order where it stands. */
function withRow(reader: ReturnType<typeof orderReader>) {
	return (record: Parameters<typeof reader>[0]) => {
		const row = reader(record);
		return 'entry' in row
			? {entry: {number: row.entry.number, lineNumber: record.line, raw: record.raw} satisfies NumberedOrder}
			: row;
	};
}

/** An order is loaded with its lines; one without any is none. */
function ordersOf(orders: readonly NumberedOrder[], headers: ReadonlyMap<string, OrderHeader>) {
	const rejected: RejectedRow[] = [];
	let loaded = 0;
	let duplicate = 0;
	for (const {number, lineNumber, raw} of orders) {
		const header = headers.get(number);
		if (!header?.isUsed) {
			rejected.push(
				header?.isNothing
					? {lineNumber, field: 'status', reason: reasons.cameToNothing, value: number, raw, amount: 0}
					: {lineNumber, field: 'order', reason: reasons.noLines, value: number, raw, amount: 0},
			);
		} else if (header.isKnown) {
			duplicate++;
		} else {
			loaded++;
		}
	}
	return {loaded, duplicate, rejected};
}

async function hasTooManyErrors(
	plan: ImportPlan,
	links: Links,
	{zone, maxErrors}: LinkedOptions,
): Promise<boolean> {
	if ([...links.rejected.values()].some(count => count > maxErrors)) {
		return true;
	}
	for (const part of plan.lines) {
		const {batches} = await readSales(part.source, zone, {links: links.tables, survey: part.source.survey});
		let rejected = 0;
		for await (const batch of batches) {
			rejected += batch.rejected.length;
		}
		if (rejected > maxErrors) {
			return true;
		}
	}
	return false;
}
