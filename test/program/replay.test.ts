import {spawnSync} from 'node:child_process';
import {readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openStoreToRead} from '../../source/store/open-store.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

/** Three orders, not in the order of time, of which the second comes an hour after the first. */
const sales = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
C,pot,Pot,-1,2010-12-03 12:12,4.00,7,France
A,pan,Pan,2,2010-12-03 10:12,5.00,7,France
B,pot,Pot,3,2010-12-03 11:12,4.00,,United Kingdom
B,pan,Pan,1,2010-12-03 11:12,5.00,,United Kingdom
B,pan,Pan,none,2010-12-03 11:12,5.00,,United Kingdom
`;

function source() {
	const folder = testFolder();
	const file = path.join(folder, 'december.csv');
	writeFileSync(file, sales);
	return {folder, file};
}

function run(folder: string, ...given: readonly string[]) {
	const {status, stdout, stderr} = spawnSync(
		process.execPath,
		[program, 'replay', ...given, '--locale', 'en-GB', '--tz', 'Europe/London'],
		{encoding: 'utf8', env: {...process.env, TMPDIR: folder}},
	);
	return {status, stdout, stderr};
}

/** What the replay has put aside there and not taken away. */
const leftIn = (folder: string) => readdirSync(folder).filter(name => name.startsWith('salesmon-'));

function played(database: string) {
	const store = openStoreToRead(database);
	const rows = store.db
		.prepare(`
			SELECT sources.name AS source, number, at, regions.name AS region, customers.code AS customer,
				lines, revenue
			FROM orders JOIN sources USING (source_id) JOIN regions USING (region_id)
				LEFT JOIN customers USING (customer_id)
			ORDER BY order_id
		`)
		.all() as {at: number; number: string}[];
	store.close();
	return rows;
}

test('while a source is read the terminal shows how far that is, unless nobody wants to hear it', async () => {
	const {folder, file} = source();
	const read = async (...more: readonly string[]) => {
		const terminal = runInTerminal([program, 'replay', file, '--tz', 'Europe/London', ...more], {
			env: {TMPDIR: folder},
		});
		await terminal.shows(/december\.csv/);
		terminal.type('q');
		await terminal.exit;
		return terminal.output();
	};
	expect(await read()).toMatch(/december\.csv [█░]+ +\d+ % .*rows/);
	expect(await read('--quiet')).not.toMatch(/ % .*rows/);
});

test('a file is played into a database in the order of time, as if it happened now', () => {
	const {folder, file} = source();
	const database = path.join(folder, 'kept.db');
	const before = Date.now();
	const {status, stdout, stderr} = run(folder, file, '--speed', '36000', '--db', database);
	expect({status, stdout}).toEqual({status: 0, stdout: ''});
	expect(stderr).toContain(
		'december.csv: 3 orders to play (rows left out: 1, salesmon import --dry-run tells why)',
	);
	expect(stderr).toContain('3 orders played, up to 3 Dec 2010 12:12');
	const orders = played(database);
	const common = {source: 'replay:december.csv', at: expect.any(Number)};
	expect(orders).toEqual([
		{...common, number: 'A', region: 'France', customer: '7', lines: 1, revenue: 100_000},
		{...common, number: 'B', region: 'United Kingdom', customer: null, lines: 2, revenue: 170_000},
		{...common, number: 'C', region: 'France', customer: '7', lines: 1, revenue: -40_000},
	]);
	// An hour at × 36,000 is a tenth of a second.
	expect(orders.map(({at}) => at - orders[0]!.at)).toEqual([0, 100, 200]);
	expect(orders[0]!.at).toBeGreaterThanOrEqual(before);
	expect(orders[2]!.at).toBeLessThanOrEqual(Date.now());
	// What was only put aside is gone.
	expect(leftIn(folder)).toEqual([]);

	expect(
		run(folder, file, '--speed', '1000000', '--db', database, '--since', '2010-12-03T12:00').status,
	).toBe(0);
	expect(played(database).map(({number}) => number)).toEqual(['A', 'B', 'C', expect.stringMatching(/^C .+/)]);
});

test('replayed sales stay out of a real shop unless that is asked for', () => {
	const {folder, file} = source();
	const database = path.join(folder, 'real.db');
	spawnSync(process.execPath, [program, 'import', file, '--db', database]);
	const refused = run(folder, file, '--db', database);
	expect(refused.status).toBe(2);
	expect(refused.stderr).toContain('real.db holds real sales: give replayed ones a database of their own');
	expect(run(folder, file, '--db', database, '--mix', '--speed', '1000000').status).toBe(0);
	expect(played(database)).toHaveLength(6);
});

test.each([
	[[], 2, 'replay what?'],
	[['FILE', '--speed', 'fast'], 2, '--speed fast: write how many times as fast'],
	[['FILE', '--since', '2010-12-32'], 2, '--since 2010-12-32'],
	[['FILE', '--since', '2010-12-05', '--until', '2010-12-04'], 2, 'nothing lies between them'],
	[['FILE', '--since', '2011-01-01'], 1, 'december.csv holds no orders to play in that span'],
	[['/nowhere.csv'], 1, '/nowhere.csv'],
])('salesmon replay %j ends with %i and says why', (given, status, message) => {
	const {folder, file} = source();
	const result = run(folder, ...given.map(word => (word === 'FILE' ? file : word)));
	expect(result.stderr).toContain(message);
	expect(result).toMatchObject({status, stdout: ''});
	expect(leftIn(folder)).toEqual([]);
});

test('on the screen the replay tells its moment, and keys change its speed and stop it', async () => {
	const {folder, file} = source();
	const terminal = runInTerminal(
		[
			program,
			'replay',
			file,
			'--speed',
			'60',
			'--view',
			'live',
			'--tz',
			'Europe/London',
			'--locale',
			'en-GB',
		],
		{columns: 140, env: {TMPDIR: folder}},
	);
	await terminal.shows(/replay × 60, 3 Dec 2010 10:12[\s\S]*2 × Pan/);
	terminal.type('>');
	await terminal.shows(/replay × 120, /);
	terminal.type('P');
	await terminal.shows(/replay stopped/);
	terminal.type('q');
	expect(await terminal.exit).toMatchObject({code: 0});
	expect(leftIn(folder)).toEqual([]);
});
