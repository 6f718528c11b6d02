import {accessSync, constants, existsSync, statfsSync, statSync} from 'node:fs';
import path from 'node:path';
import {createFormats} from '../../format.ts';
import {messageOf} from '../../message-of.ts';
import {sourcesOfOrders} from '../../store/importing/orders/sources-of-orders.ts';
import {openStoreToRead, type Store} from '../../store/open-store.ts';
import {extent, firstOrderAt} from '../../store/orders/extent.ts';
import type {Diagnosis} from './diagnosis.ts';

/** With less free space a busy shop fills the disk within days. */
const leastFreeBytes = 200e6;

/** A sale so far ahead of the clock is dated wrongly. */
const aheadMs = 60_000;

export type DatabaseQuestion = {readonly file: string; readonly locale: string; readonly now: number};

/** What the database is, what it holds, and whether it can be used. Reads only. */
export function checkDatabase({file, locale, now}: DatabaseQuestion): readonly Diagnosis[] {
	const about = {area: 'database'} as const;
	if (!existsSync(file)) {
		return [
			{
				...about,
				what: 'file',
				value: `${file} (not there)`,
				state: 'note',
				remedy: 'salesmon makes it at its first start',
			},
			...folderDiagnoses(file),
		];
	}
	let store: Store;
	try {
		store = openStoreToRead(file);
	} catch (error) {
		return [
			{
				...about,
				what: 'file',
				value: file,
				state: 'bad',
				remedy: messageOf(error),
			},
		];
	}
	try {
		return [...fileDiagnoses(file, store), ...contentDiagnoses(store, locale, now), ...folderDiagnoses(file)];
	} finally {
		store.close();
	}
}

function fileDiagnoses(file: string, {db, zone, currency}: Store): readonly Diagnosis[] {
	const about = {area: 'database', state: 'good'} as const;
	const isWritable = mayWrite(file);
	return [
		isWritable
			? {...about, what: 'file', value: file}
			: {
					...about,
					what: 'file',
					value: file,
					state: 'note',
					remedy: 'it may not be written: salesmon attach shows it all the same',
				},
		{
			...about,
			what: 'schema',
			value: `version ${db.pragma('user_version', {simple: true})}, SQLite ${db.prepare('SELECT sqlite_version()').pluck().get()}`,
		},
		{...about, what: 'kept in', value: `${currency}, days of ${zone.name}`},
	];
}

function contentDiagnoses(store: Store, locale: string, now: number): readonly Diagnosis[] {
	const about = {area: 'database', what: 'sales'} as const;
	const {fullDate, time, count} = createFormats({locale, currency: store.currency, zone: store.zone});
	const {lastOrderId} = extent(store.db)();
	const first = firstOrderAt(store.db)();
	const last = store.db.prepare<[], number | null>('SELECT max(at) FROM orders').pluck().get();
	if (first === undefined || last === undefined || last === null) {
		return [
			{
				...about,
				value: 'none yet',
				state: 'note',
				remedy: 'salesmon simulates a shop, salesmon import loads a real one',
			},
		];
	}
	const value = `about ${count(lastOrderId)} orders from ${fullDate(first)} to ${fullDate(last)} ${time(last)}, ${sourcesOfOrders(store.db)().join(', ')}`;
	return [
		last > now + aheadMs
			? {
					...about,
					value,
					state: 'bad',
					remedy:
						'some sales lie in the future: check the clock of this machine, and the dates and the zone of what was imported',
				}
			: {...about, value, state: 'good'},
	];
}

function folderDiagnoses(file: string): readonly Diagnosis[] {
	const folder = path.dirname(path.resolve(file));
	const about = {area: 'database', what: 'folder'} as const;
	if (!existsSync(folder)) {
		return [{...about, value: folder, state: 'bad', remedy: 'there is no such folder: make it first'}];
	}
	if (!mayWrite(folder)) {
		return [
			{
				...about,
				value: folder,
				state: 'note',
				remedy: 'it may not be written, which SQLite must where no other program has the database open',
			},
		];
	}
	const {bavail, bsize} = statfsSync(folder);
	const free = bavail * bsize;
	const size = existsSync(file) ? statSync(file).size : 0;
	const value = `${megabytes(size)} used, ${megabytes(free)} free`;
	return [
		free < leastFreeBytes
			? {...about, what: 'disk', value, state: 'bad', remedy: `make room in ${folder}`}
			: {...about, what: 'disk', value, state: 'good'},
	];
}

function mayWrite(file: string): boolean {
	try {
		accessSync(file, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

function megabytes(bytes: number): string {
	return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
