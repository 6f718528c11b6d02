import {createHash} from 'node:crypto';
import {
	closeSync,
	copyFileSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {dayMs} from '../../source/business-time.ts';
import type {Order, Restock} from '../../source/order.ts';
import {openStore, type Store} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {migrations} from '../../source/store/schema/schema.ts';
import {settings} from '../../source/store/settings.ts';
import {shopOf, source} from './shop.ts';

/** A database that the bench made, and what it was made from. */
export type Dataset = {
	readonly file: string;
	/** Lines asked for; `lines` is what came of it. */
	readonly size: number;
	readonly days: number;
	readonly seed: number;
	/** When its sales begin and end, in UTC milliseconds. */
	readonly since: number;
	readonly until: number;
	readonly orders: number;
	readonly lines: number;
	/** Of what decides the content besides the parameters: another schema is another database. */
	readonly fingerprint: string;
	/** How fast it was made, the simulator included. */
	readonly linesPerSecond: number;
};

/** A business zone with changes of the clocks, which no question may get wrong. */
export const storeDefaults = {zoneName: 'Europe/Paris', currency: 'EUR'};

export const dataFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../data');

const days = 730;
const seed = 42;
const ordersPerBatch = 4000;

/**
 * A database of about so many lines over two years up to now, made through the project's own
 * recorder; one that was made before with the same parameters is taken again, and ends when it was
 * made.
 */
export function openDataset(size: number): Dataset {
	const file = path.join(dataFolder, `sales-${size}.db`);
	const known = knownDataset(file);
	const fingerprint = createHash('sha256')
		.update([source, ...migrations].join('\n'))
		.digest('hex')
		.slice(0, 16);
	if (known?.days === days && known.seed === seed && known.fingerprint === fingerprint) {
		return known;
	}
	mkdirSync(dataFolder, {recursive: true});
	removeDatabase(file);
	rmSync(duckFile(file), {force: true});
	console.error(`making ${size.toLocaleString('en')} lines in ${path.relative(process.cwd(), file)}…`);
	const until = Date.now();
	const span = {size, days, seed, since: until - days * dayMs, until};
	const store = openStore(file, storeDefaults);
	settings(store.db).set('simulation', JSON.stringify({seed, since: span.since}));
	const startedAt = performance.now();
	const made = recordHistory(store, span);
	const linesPerSecond = made.lines / ((performance.now() - startedAt) / 1000);
	store.db.pragma('wal_checkpoint(TRUNCATE)');
	store.close();
	const dataset = {file, ...span, ...made, fingerprint, linesPerSecond};
	writeFileSync(descriptionFile(file), JSON.stringify(dataset, undefined, '\t'));
	return dataset;
}

/** Where the same data lies for DuckDB. */
export function duckFile(file: string): string {
	return file.replace(/\.db$/, '.duckdb');
}

/** A copy that a measurement may write to. The caller removes it. */
export function copyOf(dataset: Dataset, purpose: string): Dataset {
	const file = dataset.file.replace(/\.db$/, `-${purpose}.db`);
	removeDatabase(file);
	copyFileSync(dataset.file, file);
	// Not while something is being measured.
	const copy = openSync(file, 'r+');
	fsyncSync(copy);
	closeSync(copy);
	return {...dataset, file};
}

export function removeDatabase(file: string): void {
	for (const each of [file, `${file}-wal`, `${file}-shm`, descriptionFile(file)]) {
		rmSync(each, {force: true});
	}
}

function descriptionFile(file: string): string {
	return `${file}.json`;
}

function knownDataset(file: string): Dataset | undefined {
	if (!existsSync(file) || !existsSync(descriptionFile(file))) {
		return undefined;
	}
	return {...(JSON.parse(readFileSync(descriptionFile(file), 'utf8')) as Dataset), file};
}

function recordHistory(
	store: Store,
	span: Pick<Dataset, 'size' | 'days' | 'seed' | 'since' | 'until'>,
): {orders: number; lines: number} {
	const recorder = openOrderRecorder(store);
	const shop = shopOf(span, store, {run: 'past', ordersBefore: 0});
	const made = {orders: 0, lines: 0};
	let orders: Order[] = [];
	let restocks: Restock[] = [];
	const flush = () => {
		const recorded = recorder.record(source, orders, restocks);
		made.orders += recorded.orders;
		made.lines += recorded.lines;
		orders = [];
		restocks = [];
	};
	for (const moment of shop.history({from: span.since, to: span.until})) {
		if ('restock' in moment) {
			restocks.push(moment.restock);
		} else if (orders.push(moment.order) === ordersPerBatch) {
			flush();
		}
	}
	flush();
	return made;
}
