import {productReader} from '../../../ingest/linking/entry-readers.ts';
import {type Links, linkTables} from '../../../ingest/linking/link-tables.ts';
import type {ImportPlan, Part} from '../../../ingest/linking/plan-import.ts';
import {readPart} from '../../../ingest/linking/read-part.ts';
import {readSales} from '../../../ingest/read-sales.ts';
import {loadBatches} from '../load-batches.ts';
import {tryBatches} from '../try-batches.ts';
import {loadEntries} from './load-entries.ts';
import {loadOrders} from './load-orders.ts';
import {type LinkedJob, type LinkedOptions, loadPart} from './load-part.ts';

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

async function hasTooManyErrors(
	plan: ImportPlan,
	links: Links,
	{importer, zone, maxErrors}: LinkedOptions,
): Promise<boolean> {
	if ([...links.rejected.values()].some(count => count > maxErrors)) {
		return true;
	}
	for (const part of plan.lines) {
		const reading = await readSales(part.source, zone, {links: links.tables, survey: part.source.survey});
		const trial = importer.tryOut({...reading, origin: part.source.origin});
		if ((await tryBatches(reading.batches, trial)).rejected > maxErrors) {
			return true;
		}
	}
	return false;
}
