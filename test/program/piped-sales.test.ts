import {spawnSync} from 'node:child_process';
import {appendFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {expect, test} from 'vitest';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

const order = (id: number) =>
	`${JSON.stringify({
		id,
		created_at: new Date(Date.now() - 1000).toISOString(),
		lines: [{sku: `Article${id}`, quantity: 2, price: 5}],
	})}\n`;

test('what is piped in shows as it comes, keys are answered, and the screen stays at the end', async () => {
	const folder = testFolder();
	const [file, stop] = [path.join(folder, 'orders.ndjson'), path.join(folder, 'stop')];
	writeFileSync(file, order(1));
	// What `tail -f` does, until a file says that it is enough.
	writeFileSync(
		path.join(folder, 'follow.cjs'),
		`const fs = require('node:fs');
		const file = fs.openSync(${JSON.stringify(file)}, 'r');
		const timer = setInterval(() => {
			const isOver = fs.existsSync(${JSON.stringify(stop)});
			process.stdout.write(fs.readFileSync(file));
			if (isOver) clearInterval(timer);
		}, 20);`,
	);
	// The shell is what joins the pipe and the terminal.
	const node = `'${process.execPath}'`;
	const pipeline = `${node} '${folder}/follow.cjs' | ${node} '${program}' - --db '${folder}/shop.db' --view live`;
	const terminal = runInTerminal([
		'-e',
		`process.exitCode = require('node:child_process').spawnSync('sh', ['-c', ${JSON.stringify(pipeline)}], {stdio: 'inherit'}).status`,
	]);
	await terminal.shows(/from stdin[\s\S]*Article1/);
	appendFileSync(file, `${order(2)}{"broken"\n`);
	await terminal.shows(/Article2/);
	writeFileSync(stop, '');
	await terminal.shows(/the input has ended: 3 rows, 2 loaded, 0 duplicate, 1 rejected/);
	terminal.type('2');
	await terminal.shows(/Category|category|Regions/);
	terminal.type('q');
	expect(await terminal.exit).toMatchObject({code: 0});
	expect(terminal.isAlternate()).toBe(false);
});

test('what is piped in is loaded also where it is narrated', async () => {
	const folder = testFolder();
	const file = path.join(folder, 'orders.ndjson');
	writeFileSync(file, order(1) + order(2));
	const pipeline = `cat '${file}' | '${process.execPath}' '${program}' - --narrate --db '${folder}/shop.db'`;
	const terminal = runInTerminal([
		'-e',
		`process.on('SIGINT', () => {});
		process.exitCode = require('node:child_process').spawnSync('sh', ['-c', ${JSON.stringify(pipeline)}], {stdio: 'inherit'}).status`,
	]);
	await terminal.shows(/News: the input has ended: 2 rows, 2 loaded, 0 duplicate, 0 rejected\./);
	terminal.type('\u0003');
	expect(await terminal.exit).toMatchObject({code: 0});
});

test('what is piped in is understood as flags say', () => {
	const database = path.join(testFolder(), 'shop.db');
	const run = (input: string, ...flags: readonly string[]) =>
		spawnSync(process.execPath, [program, ...flags, '--db', database, '--tz', 'UTC'], {
			input,
			encoding: 'utf8',
		});
	const map = ['--map', 'order=Ref,product=Thing,quantity=N,price=Each,at=When', '--date-order', 'mdy'];
	const named = run('Ref,When,Thing,N,Each\nA,02/03/2024,Tea,2,3.5\n', '-', ...map);
	expect(named.stdout).toBe('the input has ended: 1 rows, 1 loaded, 0 duplicate, 0 rejected\n');
	const numbered = run(
		'B,2024-05-01,Tea,1,3.5\n',
		'-',
		'--no-header',
		'--map',
		'order=1,at=2,product=3,quantity=4,price=5',
	);
	expect(numbered.stdout).toBe('the input has ended: 1 rows, 1 loaded, 0 duplicate, 0 rejected\n');
	const db = new Database(database, {readonly: true});
	expect(db.prepare("SELECT number, date(at / 1000, 'unixepoch') FROM orders").raw().all()).toEqual([
		['A', '2024-02-03'],
		['B', '2024-05-01'],
	]);
	db.close();
	expect(run('', ...map)).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('--map says how to read what is piped in'),
	});
});

test('without a terminal what was loaded is told', () => {
	const database = path.join(testFolder(), 'shop.db');
	const {status, stdout, stderr} = spawnSync(process.execPath, [program, '-', '--db', database], {
		input: 'order,sku,qty,price,date\nA,P,2,5,2026-11-20\nA,P,0,5,2026-11-20\n',
		encoding: 'utf8',
	});
	expect({status, stdout, stderr}).toEqual({
		status: 0,
		stdout: 'the input has ended: 2 rows, 1 loaded, 0 duplicate, 1 rejected\n',
		stderr: '',
	});
});

test('a record that comes again in a later session is the newer state of its order, and other rows that differ are rejected', () => {
	const database = path.join(testFolder(), 'shop.db');
	const run = (input: string) =>
		spawnSync(process.execPath, [program, '-', '--db', database], {input, encoding: 'utf8'}).stdout;
	const record = (id: number, skus: readonly string[], status = 'paid') =>
		`${JSON.stringify({
			id: 500_000 + id,
			created_at: '2024-03-05T10:00:00Z',
			status,
			lines: skus.map(sku => ({sku, quantity: 1, price: 5})),
		})}\n`;
	const orders = () => {
		const db = new Database(database, {readonly: true});
		try {
			return db.prepare('SELECT number, lines, revenue FROM orders ORDER BY number').raw().all();
		} finally {
			db.close();
		}
	};
	run(record(1, ['A', 'B']) + record(2, ['A', 'B']) + record(3, ['A']));
	expect(run(record(1, ['A', 'B']) + record(2, ['A', 'C', 'D']) + record(3, ['A'], 'cancelled'))).toBe(
		'the input has ended: 6 rows, 3 loaded, 2 duplicate, 1 rejected; 2 earlier states of orders were replaced\n',
	);
	expect(orders()).toEqual([
		['500001', 2, 100_000],
		['500002', 3, 150_000],
	]);
	expect(run(record(2, ['A', 'C', 'D']) + record(2, ['A', 'C']))).toContain('2 earlier states');
	expect(orders()[1]).toEqual(['500002', 2, 100_000]);
	expect(run('order,sku,qty,price,date\n500001,A,2,5,2024-03-05T10:00:00Z\n')).toContain('1 rejected');
	expect(orders()[0]).toEqual(['500001', 2, 100_000]);
});

test('what cannot be understood is told, with exit code 1', () => {
	const database = path.join(testFolder(), 'shop.db');
	const {status, stderr} = spawnSync(process.execPath, [program, '-', '--db', database], {
		input: 'colour,size\nred,5\n',
		encoding: 'utf8',
	});
	expect(status).toBe(1);
	expect(stderr).toContain('stdin');
});
