import {closeSync, openSync, writeSync} from 'node:fs';
import Database from 'better-sqlite3';

const flushAt = 1024 * 1024;

/** Writes what a query gives as CSV without a header; NULL is an empty field. @returns the file */
export function writeCsv(database: string, select: string, file: string): string {
	const db = new Database(database, {readonly: true, fileMustExist: true});
	const target = openSync(file, 'w');
	let text = '';
	for (const row of db.prepare<[], unknown[]>(select).raw().iterate()) {
		text += `${row.map(fieldOf).join(',')}\n`;
		if (text.length > flushAt) {
			writeSync(target, text);
			text = '';
		}
	}
	writeSync(target, text);
	closeSync(target);
	db.close();
	return file;
}

function fieldOf(value: unknown): string {
	return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : value === null ? '' : String(value);
}
