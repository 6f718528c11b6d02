import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import Database from 'better-sqlite3';
import {expect, test} from 'vitest';
import {loadedIn} from '../helpers/loaded-in.ts';
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

function setUp() {
	const folder = testFolder();
	const [file, database] = [salesFile(folder), path.join(folder, 'sales.db')];
	const start = (source = file, ...flags: readonly string[]) => {
		const child = spawn(process.execPath, [
			...[
				program,
				'import',
				source,
				'--db',
				database,
				'--tz',
				'UTC',
				'--currency',
				'EUR',
				'--locale',
				'en-GB',
			],
			...['--format', 'json', ...flags],
		]);
		const printed = {out: '', err: ''};
		child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
		return {child, printed, closed: once(child, 'close')};
	};
	return {folder, file, database, start};
}

type Stopped = {readonly loaded: number; readonly read: number; readonly stopped: boolean};

/** The database of an import that was stopped, to which the rest is added. */
async function expectToBeCompleted(
	{database, start}: ReturnType<typeof setUp>,
	{loaded}: Stopped,
	before: number,
): Promise<void> {
	const db = new Database(database);
	expect(db.pragma('integrity_check', {simple: true})).toBe('ok');
	expect(db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(before + loaded);
	expectRollupsToHold(db);
	db.close();

	const again = start();
	expect(await again.closed).toEqual([0, null]);
	expect(JSON.parse(again.printed.out)).toMatchObject({
		read: lineCount,
		loaded: lineCount - loaded,
		duplicate: loaded,
		rejected: 0,
	});
}

test.each([
	['SIGINT', 130],
	['SIGTERM', 143],
] as const)(
	'an import that is ended by %s says what is loaded, leaves a sound database and can be completed',
	async (signal, code) => {
		const shop = setUp();
		const {folder, file, database, start} = shop;
		// The first lines of a database go in together; those after them do not.
		const first = path.join(folder, 'first.csv');
		writeFileSync(first, 'order,sku,qty,price,date\nA,P1,1,1.50,2026-11-19 12:00\n');
		await start(first).closed;

		const stopped = start();
		while (loadedIn(database) <= 1) {
			await setTimeout(2);
		}
		stopped.child.kill(signal);
		expect(await stopped.closed).toEqual([code, null]);
		const soFar = JSON.parse(stopped.printed.out) as Stopped;
		expect(soFar).toMatchObject({stopped: true, read: soFar.loaded});
		expect(soFar.loaded).toBeGreaterThan(0);
		expect(soFar.loaded).toBeLessThan(lineCount);
		const rows = soFar.loaded.toLocaleString('en-GB');
		const amount = (soFar.loaded * 1.5).toLocaleString('en-GB', {style: 'currency', currency: 'EUR'});
		expect(stopped.printed.err).toBe(
			`salesmon: stopped: ${rows} rows of ${file} (${amount}) are loaded; the same command again loads the rest\n`,
		);
		await expectToBeCompleted(shop, soFar, 1);
	},
);

test('the first import of a database keeps what it has read so far when it is ended', async () => {
	// Nobody sees from outside how far it is, so it is given a little more time until it is in the middle.
	for (let afterMs = 200; ; afterMs += 50) {
		const shop = setUp();
		const stopped = shop.start();
		await setTimeout(afterMs);
		stopped.child.kill('SIGINT');
		const [code] = await stopped.closed;
		const soFar =
			code === 130 && stopped.printed.out !== '' ? (JSON.parse(stopped.printed.out) as Stopped) : undefined;
		if (soFar && soFar.loaded > 0) {
			expect(soFar).toMatchObject({stopped: true, read: soFar.loaded});
			expect(soFar.loaded).toBeLessThan(lineCount);
			await expectToBeCompleted(shop, soFar, 0);
			return;
		}
		expect(code).not.toBe(0);
	}
});

test('who watches a folder is told what is loaded when that is ended in the middle of a file, and at rest it ends well', async () => {
	const shop = setUp();
	const {folder, file, database, start} = shop;
	const inbox = path.join(folder, 'inbox');
	mkdirSync(inbox);
	writeFileSync(path.join(inbox, 'first.csv'), 'order,sku,qty,price,date\nA,P1,1,1.50,2026-11-19 12:00\n');
	const watching = start(inbox, '--watch');
	while (loadedIn(database) < 1) {
		await setTimeout(20);
	}
	renameSync(file, path.join(inbox, 'sales.csv'));
	while (loadedIn(database) <= 1) {
		await setTimeout(2);
	}
	watching.child.kill('SIGINT');
	expect(await watching.closed).toEqual([130, null]);
	const [, last] = watching.printed.out.trim().split('\n');
	const soFar = JSON.parse(last!) as Stopped;
	expect(soFar).toMatchObject({stopped: true, read: soFar.loaded});
	expect(soFar.loaded).toBeLessThan(lineCount);
	expect(watching.printed.err).toContain('sales.csv');
	expect(watching.printed.err).toContain('the same command again loads the rest');

	const again = start(inbox, '--watch');
	while (loadedIn(database) < lineCount + 1) {
		await setTimeout(20);
	}
	while (again.printed.out.trim() === '') {
		await setTimeout(20);
	}
	again.child.kill('SIGINT');
	expect(await again.closed).toEqual([0, null]);
	const db = new Database(database);
	expect(db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(lineCount + 1);
	db.close();
});
