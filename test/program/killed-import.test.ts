import {type ChildProcessByStdio, spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Readable} from 'node:stream';
import {setTimeout} from 'node:timers/promises';
import Database from 'better-sqlite3';
import {expect, test} from 'vitest';
import {loadedIn} from '../helpers/loaded-in.ts';
import {expectRollupsToHold, testFolder} from '../helpers/store.ts';
import {program} from '../helpers/terminal.ts';

const lineCount = 60_000;
const cents = (index: number) => 100 + (index % 900);

function salesFile(folder: string): string {
	const file = path.join(folder, 'sales.csv');
	const rows = Array.from(
		{length: lineCount},
		(_, index) =>
			`O${index >> 2},P${index % 50},A product of the catalogue,1,${(cents(index) / 100).toFixed(2)},2026-11-${String(1 + (index % 20)).padStart(2, '0')} 12:00,C${index % 99}`,
	);
	writeFileSync(file, `order,sku,description,qty,price,date,customer\n${rows.join('\n')}\n`);
	return file;
}

/** What is left of an import that was killed is whole. */
function expectSound(db: Database.Database): void {
	expect(db.pragma('integrity_check', {simple: true})).toBe('ok');
	expect(db.pragma('foreign_key_check')).toEqual([]);
	expect(db.prepare('SELECT coalesce(sum(rows_loaded), 0) FROM imports').pluck().get()).toBe(
		db.prepare('SELECT count(*) FROM order_lines').pluck().get(),
	);
	expect(
		db
			.prepare("SELECT count(*) FROM sqlite_master WHERE tbl_name = 'order_lines' AND type = 'index'")
			.pluck()
			.get(),
	).toBe(2);
	expectRollupsToHold(db);
}

async function finishes(start: () => ChildProcessByStdio<null, Readable, null>): Promise<void> {
	const child = start();
	const printed: string[] = [];
	child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
	const [code] = await once(child, 'close');
	expect(code).toBe(0);
	expect(JSON.parse(printed.join(''))).toMatchObject({read: lineCount, rejected: 0});
}

function setUp() {
	const folder = testFolder();
	const [file, database] = [salesFile(folder), path.join(folder, 'sales.db')];
	const start = (source = file) =>
		spawn(process.execPath, [program, 'import', source, '--db', database, '--tz', 'UTC', '--quiet'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
	return {folder, database, start};
}

const sums = 'SELECT count(*) AS lines, sum(amount) AS amount FROM order_lines';
const wholeAmount = Array.from({length: lineCount}, (_, index) => cents(index) * 100).reduce((a, b) => a + b);

test('an import that is killed again and again loses nothing it has reported, and is completed', async () => {
	const {folder, database, start} = setUp();
	// The first lines of a database go in together; those after them do not.
	const first = path.join(folder, 'first.csv');
	writeFileSync(
		first,
		'order,sku,description,qty,price,date,customer\nA,P1,First,1,1.00,2026-10-01 12:00,C1\n',
	);
	await once(start(first), 'exit');

	// As soon as there is something, a little later, and just before the end.
	for (const [round, share] of [0, 0.3, 0.6, 0.9].entries()) {
		const child = start();
		const ended = once(child, 'exit');
		while (loadedIn(database) <= 1 + share * lineCount && child.exitCode === null) {
			await setTimeout(round);
		}
		child.kill('SIGKILL');
		await ended;
		const db = new Database(database);
		expectSound(db);
		db.close();
	}

	await finishes(start);
	const db = new Database(database, {readonly: true});
	expect(db.prepare(sums).get()).toEqual({lines: 1 + lineCount, amount: 10_000 + wholeAmount});
	expectSound(db);
	db.close();
});

test('the first import of a database that is killed while its indexes are away leaves a sound one', async () => {
	const {database, start} = setUp();

	/** Whether it has begun to load. */
	const hasBegun = () => {
		try {
			const db = new Database(database, {readonly: true, fileMustExist: true});
			const begun = db.prepare('SELECT count(*) FROM imports').pluck().get() as number;
			db.close();
			return begun;
		} catch {
			// It is just being made.
			return 0;
		}
	};

	let begun = 0;
	for (const afterMs of [0, 30, 60, 120, 180]) {
		const child = start();
		const ended = once(child, 'exit');
		while (hasBegun() === begun && child.exitCode === null) {
			await setTimeout(1);
		}
		await setTimeout(afterMs);
		child.kill('SIGKILL');
		await ended;
		begun = hasBegun();
		const db = new Database(database);
		expectSound(db);
		db.close();
	}

	await finishes(start);
	const db = new Database(database, {readonly: true});
	expect(db.prepare(sums).get()).toEqual({lines: lineCount, amount: wholeAmount});
	expectSound(db);
	db.close();
});
