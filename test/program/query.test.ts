import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {clipboardSequence} from '../../source/commands/screen/teaching.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

function newShop(at = Date.UTC(2026, 10, 20, 12, 0)): string {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'UTC', currency: 'EUR'});
	onTestFinished(store.close);
	openOrderRecorder(store).record('test', [
		order({at, units: 3, number: 'A1'}),
		order({
			at: at + 1000,
			number: 'A2',
			lines: [line({product: product({code: 'k', name: 'Kite', category: 'Toys', price: 1})})],
		}),
	]);
	return file;
}

function run(...flags: string[]) {
	const {status, stdout, stderr} = spawnSync(process.execPath, [program, 'query', ...flags], {
		encoding: 'utf8',
	});
	return {status, stdout, stderr};
}

const then = ['--as-of', '2026-11-20T12:30Z', '--tz', 'UTC'];

test('a report is printed in the format asked for', () => {
	const db = newShop();
	expect(run('categories', '--db', db, ...then, '--format', 'csv')).toEqual({
		status: 0,
		stdout: 'category,revenue,orders,units\nHome & Kitchen,162.0000,1,3\nToys,0.0001,1,1\n',
		stderr: '',
	});
	expect(
		JSON.parse(run('products-of', '--of', 'Toys', '--db', db, ...then, '--format', 'json').stdout),
	).toEqual([{product: 'k', name: 'Kite', revenue: '0.0001', units: 1, stock: null}]);
});

test('SQL is run as it is, and told when there is more', () => {
	const db = newShop();
	const sql = [
		'--sql',
		'SELECT number, decimal(revenue) AS revenue FROM orders WHERE at < @to',
		'--db',
		db,
		...then,
	];
	expect(run(...sql, '--format', 'ndjson').stdout).toBe(
		'{"number":"A1","revenue":"162.0000"}\n{"number":"A2","revenue":"0.0001"}\n',
	);
	expect(run(...sql, '--limit', '1').stderr).toContain('more than 1 rows; --limit shows more');
});

test('what cannot be is said, with the exit code of its kind', () => {
	const db = newShop();
	expect(run('nothing', '--db', db)).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('no report "nothing"'),
	});
	expect(run('sales-of', '--db', db)).toMatchObject({status: 2, stderr: expect.stringContaining('add --of')});
	expect(run('totals', '--of', 'x', '--db', db).status).toBe(2);
	expect(run('--db', db).status).toBe(2);
	const refused = (sql: string, message: string) =>
		expect(run('--sql', sql, '--db', db)).toMatchObject({status: 2, stderr: `salesmon: --sql: ${message}\n`});
	refused(
		'DROP TABLE orders',
		'only a statement that reads and returns rows can be run here, such as SELECT',
	);
	refused('SELEC 1', 'near "SELEC": syntax error, line 1, character 1');
	refused('SELECT 1, 2,\n, 3 FROM orders', 'near ",": syntax error, line 2, character 1');
	refused('SELECT 1 FROM sales', 'no such table: sales, line 1, character 15');
	refused('SELECT o.cost FROM orders o', 'no such column: o.cost, line 1, character 10');
	const forever = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
	expect(run('--sql', forever, '--timeout', '1', '--db', db)).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('longer than 1 s'),
	});
});

test('i shows the SQL behind a panel, y copies its command, and that command prints the same', async () => {
	const db = newShop(Date.now() - 60_000);
	const terminal = runInTerminal([program, 'attach', '--db', db, '--tz', 'UTC', '--view', 'categories'], {
		columns: 160,
		rows: 40,
		env: {TMUX: ''},
	});
	await terminal.shows(/Toys/);
	terminal.type('\u001B[B');
	await terminal.shows(/▸/);
	terminal.type('i');
	await terminal.shows(/SELECT categories\.name[\s\S]*as they came[\s\S]*Both come to the same/);
	terminal.type('iy');
	await terminal.shows(/copied: salesmon query category-hours --window 24h --as-of \S+Z --tz UTC/);
	const copied = terminal.output().split('\u001B]52;c;')[1]?.split('\u0007')[0];
	const [name, ...words] = Buffer.from(copied!, 'base64').toString().split(' ');
	expect(name).toBe('salesmon');
	expect(run(...words.slice(1), '--format', 'csv').stdout).toMatch(/Home & Kitchen,\d+,162\.0000/);
	terminal.type('q');
	await terminal.exit;
});

test('a multiplexer is asked to hand on what is copied', () => {
	expect(clipboardSequence('é', {})).toBe('\u001B]52;c;w6k=\u0007');
	expect(clipboardSequence('é', {TMUX: '/tmp/x'})).toBe(
		'\u001B]52;c;w6k=\u0007\u001BPtmux;\u001B\u001B]52;c;w6k=\u0007\u001B\\',
	);
	expect(clipboardSequence('é', {STY: '1.x'})).toBe(
		'\u001B]52;c;w6k=\u0007\u001BP\u001B]52;c;w6k=\u0007\u001B\\',
	);
});
