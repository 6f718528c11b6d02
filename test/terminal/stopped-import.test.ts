import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import Database from 'better-sqlite3';
import {expect, test} from 'vitest';
import {expectRollupsToHold, testFolder} from '../helpers/store.ts';
import {program} from '../helpers/terminal.ts';

const lineCount = 200_000;

function salesFile(folder: string): string {
	const file = path.join(folder, 'sales.csv');
	const rows = Array.from(
		{length: lineCount},
		(_, index) => `O${index >> 2},P${index % 50},1,1.50,2026-11-20 12:00`,
	);
	writeFileSync(file, `order,sku,qty,price,date\n${rows.join('\n')}\n`);
	return file;
}

function hasLoaded(database: string): boolean {
	if (!existsSync(database)) {
		return false;
	}
	const db = new Database(database, {readonly: true});
	try {
		return (db.prepare<[], number>('SELECT sum(rows_loaded) FROM imports').pluck().get() ?? 0) > 0;
	} catch {
		return false;
	} finally {
		db.close();
	}
}

test.each([
	['SIGINT', 130],
	['SIGTERM', 143],
] as const)(
	'an import that is ended by %s says what is loaded, leaves a sound database and can be completed',
	async (signal, code) => {
		const folder = testFolder();
		const [file, database] = [salesFile(folder), path.join(folder, 'sales.db')];
		const run = () => {
			const child = spawn(process.execPath, [
				...[
					program,
					'import',
					file,
					'--db',
					database,
					'--tz',
					'UTC',
					'--currency',
					'EUR',
					'--locale',
					'en-GB',
				],
				...['--format', 'json'],
			]);
			const printed = {out: '', err: ''};
			child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
			child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
			return {child, printed, closed: once(child, 'close')};
		};

		const stopped = run();
		while (!hasLoaded(database)) {
			await setTimeout(2);
		}
		stopped.child.kill(signal);
		expect(await stopped.closed).toEqual([code, null]);
		const soFar = JSON.parse(stopped.printed.out) as {loaded: number; read: number; stopped: boolean};
		expect(soFar).toMatchObject({stopped: true, read: soFar.loaded});
		expect(soFar.loaded).toBeGreaterThan(0);
		expect(soFar.loaded).toBeLessThan(lineCount);
		const rows = soFar.loaded.toLocaleString('en-GB');
		const amount = (soFar.loaded * 1.5).toLocaleString('en-GB', {style: 'currency', currency: 'EUR'});
		expect(stopped.printed.err).toBe(
			`salesmon: stopped: ${rows} rows of ${file} (${amount}) are loaded; the same command again loads the rest\n`,
		);
		const db = new Database(database);
		expect(db.pragma('integrity_check', {simple: true})).toBe('ok');
		expect(db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(soFar.loaded);
		expectRollupsToHold(db);
		db.close();

		const again = run();
		expect(await again.closed).toEqual([0, null]);
		expect(JSON.parse(again.printed.out)).toMatchObject({
			read: lineCount,
			loaded: lineCount - soFar.loaded,
			duplicate: soFar.loaded,
			rejected: 0,
		});
	},
);
