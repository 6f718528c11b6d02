import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import Database from 'better-sqlite3';
import {expect, test} from 'vitest';
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

/** What a program that looks from outside sees; nothing while there is no database yet. */
function loadedIn(database: string): number {
	if (!existsSync(database)) {
		return 0;
	}
	const db = new Database(database, {readonly: true});
	try {
		return db.prepare<[], number>('SELECT coalesce(sum(rows_loaded), 0) FROM imports').pluck().get() ?? 0;
	} catch {
		// It is just being made.
		return 0;
	} finally {
		db.close();
	}
}

test('an import that is killed again and again loses nothing it has reported, and is completed', async () => {
	const folder = testFolder();
	const [file, database] = [salesFile(folder), path.join(folder, 'sales.db')];
	const start = () =>
		spawn(process.execPath, [program, 'import', file, '--db', database, '--tz', 'UTC', '--quiet'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});

	// As soon as there is something, a little later, and just before the end.
	for (const [round, share] of [0, 0.3, 0.6, 0.9].entries()) {
		const child = start();
		const ended = once(child, 'exit');
		while (loadedIn(database) <= share * lineCount && child.exitCode === null) {
			await setTimeout(round);
		}
		child.kill('SIGKILL');
		await ended;
		const db = new Database(database);
		expect(db.pragma('integrity_check', {simple: true})).toBe('ok');
		expect(db.pragma('foreign_key_check')).toEqual([]);
		expect(db.prepare('SELECT sum(rows_loaded) FROM imports').pluck().get()).toBe(
			db.prepare('SELECT count(*) FROM order_lines').pluck().get(),
		);
		expectRollupsToHold(db);
		db.close();
	}

	const child = start();
	const printed: string[] = [];
	child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
	const [code] = await once(child, 'close');
	expect(code).toBe(0);
	expect(JSON.parse(printed.join(''))).toMatchObject({read: lineCount, rejected: 0});
	const db = new Database(database, {readonly: true});
	expect(db.prepare('SELECT count(*) AS lines, sum(amount) AS amount FROM order_lines').get()).toEqual({
		lines: lineCount,
		amount: Array.from({length: lineCount}, (_, index) => cents(index) * 100).reduce((a, b) => a + b),
	});
	expectRollupsToHold(db);
	db.close();
});
