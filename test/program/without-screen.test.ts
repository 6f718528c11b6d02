import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program} from '../helpers/terminal.ts';

function run(...given: string[]) {
	const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...given], {encoding: 'utf8'});
	return {status, stdout, stderr};
}

function shopDatabase(): string {
	const database = path.join(testFolder(), 'sales.db');
	const store = openStore(database, {zoneName: 'Europe/Paris', currency: 'EUR'});
	openOrderRecorder(store).record('test', [
		order({at: Date.now() - 1000, units: 2, customer: {code: 'c1', name: 'Ada'}}),
		order({at: Date.now() - 500, lines: [line({quantity: -1})]}),
	]);
	store.close();
	return database;
}

test('salesmon into a pipe fills a new database, prints one plain frame and exits', () => {
	const database = path.join(testFolder(), 'sales.db');
	const {status, stdout, stderr} = run('--db', database, '--history', '7d');
	expect({status, stderr}).toEqual({status: 0, stderr: ''});
	expect(stdout).toContain('salesmon');
	expect(stdout).not.toContain('\u001B');
	expect(stdout.split('\n').length).toBeGreaterThan(20);
});

test('snapshot prints the dashboard as JSON with the numbers of the database', () => {
	const {status, stdout} = run('snapshot', '--db', shopDatabase(), '--format', 'json');
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({
		tz: 'Europe/Paris',
		currency: 'EUR',
		window: {name: '24h'},
		kpis: {
			revenue: '54.0000',
			grossRevenue: '108.0000',
			returns: '-54.0000',
			orders: 2,
			lines: 2,
			units: 1,
			averageOrderValue: '27.0000',
			customers: 1,
		},
		comparison: {revenue: {value: '0.0000', change: null}, orders: {value: 0, change: null}},
		categories: [{category: 'Home & Kitchen', revenue: '54.0000', orders: 2, units: 1, share: 1}],
		regions: [{region: 'Bretagne', revenue: '54.0000', orders: 2, units: 1, share: 1}],
		topProducts: [{product: 'pan', name: 'Cast-iron pan', revenue: '54.0000', units: 1}],
		topCustomers: [{customer: 'c1', name: 'Ada', revenue: '108.0000', orders: 1}],
		forecast: {status: 'collecting', unit: 'day'},
		freshness: {state: 'live'},
	});
});

test('snapshot as text shows the same revenue as the JSON', () => {
	const database = shopDatabase();
	const {status, stdout} = run('snapshot', '--db', database, '--size', '120x40', '--locale', 'en-GB');
	expect(status).toBe(0);
	expect(stdout).toContain('€54');
	expect(Math.max(...stdout.split('\n').map(row => [...row].length))).toBeLessThanOrEqual(120);
	const narrow = run('snapshot', '--db', database, '--size', '20x5').stdout;
	expect(narrow).toContain('€54');
});

test.each([
	[['snapshot', '--db', '/nowhere/sales.db'], 1, 'cannot open /nowhere/sales.db: there is no such file'],
	[['snapshot', '--window', '2y'], 2, '--window 2y: write how long, such as 15m, 36h, 30d or all'],
	[['snapshot', '--size', 'big'], 2, '--size big: write columns and rows, such as 120x40'],
	[['--interval', 'soon'], 2, '"soon" is no interval: write a number and a unit'],
	[['--interval', '2s', '--rate', '5/s'], 2, 'give --interval or --rate, not both'],
	[['--history', 'long'], 2, '--history long: write a number of days'],
	[['--seed', 'x'], 2, '--seed x: write a whole number'],
	[['--tz', 'Mars'], 2, 'unknown time zone "Mars"'],
	[['--currency', 'gold'], 2, 'unknown currency "GOLD"'],
	[['--db'], 2, '--db needs a value: PATH'],
	[['--colour'], 2, 'unknown flag --colour: salesmon --help lists those there are; did you mean --color?'],
	[['dance'], 2, 'there is no command "dance": salesmon --help lists those there are'],
	[['atach'], 2, 'there is no command "atach": salesmon --help lists those there are; did you mean attach?'],
	[['snapshot', 'now'], 2, 'what should "now" do here?'],
	[['-x'], 2, 'unknown flag -x'],
	[['--db', '/nowhere/sales.db'], 1, 'there is no folder /nowhere; make it first'],
])('salesmon %j exits with %i and says why', (given, status, message) => {
	const result = run(...given);
	expect(result.status).toBe(status);
	expect(result.stderr).toContain(`salesmon: `);
	expect(result.stderr).toContain(message);
	expect(result.stderr.trim().split('\n')).toHaveLength(1);
	expect(result.stdout).toBe('');
});

test('simulated sales stay out of a real shop, and real ones out of a simulated shop', () => {
	const folder = testFolder();
	const [real, invented] = [path.join(folder, 'real.db'), path.join(folder, 'invented.db')];
	const file = path.join(folder, 'sales.csv');
	writeFileSync(file, 'InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\nA1,pan,1,2026-11-20 12:00,5.00\n');
	expect(run('import', file, '--db', real).status).toBe(0);
	expect(run('--db', invented, '--history', '2d').status).toBe(0);
	const simulate = run('--db', real);
	expect(simulate.status).toBe(2);
	expect(simulate.stderr).toContain(`real.db holds real sales: watch them with salesmon attach --db ${real}`);
	const importing = run('import', file, '--db', invented);
	expect(importing.status).toBe(2);
	expect(importing.stderr).toContain('invented.db holds simulated sales');
	expect(run('import', file, '--db', invented, '--mix').status).toBe(0);
});

test('two programs that begin on one new database fill it once', {timeout: 60_000}, async () => {
	const database = path.join(testFolder(), 'sales.db');
	const runs = await Promise.all(
		[1, 2].map(async () => {
			const child = spawn(process.execPath, [program, '--db', database, '--history', '20d', '--seed', '3'], {
				stdio: ['ignore', 'ignore', 'pipe'],
			});
			let errors = '';
			child.stderr.on('data', chunk => {
				errors += String(chunk);
			});
			const [code] = await once(child, 'exit');
			return {code, errors};
		}),
	);
	expect(runs).toEqual([
		{code: 0, errors: ''},
		{code: 0, errors: ''},
	]);
	const store = openStoreToRead(database);
	onTestFinished(store.close);
	const days = store.db
		.prepare<[], number>('SELECT count(*) FROM orders GROUP BY date_id ORDER BY date_id')
		.pluck()
		.all();
	// A day of the simulated shop has some 1,300 orders.
	expect(Math.max(...days)).toBeLessThan(2000);
	expect(days.length).toBeGreaterThanOrEqual(20);
});

test('amounts are shown in the currency that they are in, whatever is asked for', () => {
	const result = run('snapshot', '--db', shopDatabase(), '--currency', 'GBP');
	expect(result.status).toBe(2);
	expect(result.stderr).toContain('are in EUR; a database keeps the currency it was made with');
});

test('a file cannot command the terminal from an error message', () => {
	const file = path.join(testFolder(), 'evil.csv');
	writeFileSync(file, '\u001B[31mOrder\u001B]0;pwned\u0007,b\n1,2\n');
	const {status, stderr} = run('import', file, '--db', path.join(testFolder(), 'sales.db'));
	expect(status).toBe(1);
	expect(['\u0007', '\u001B'].filter(control => stderr.includes(control))).toEqual([]);
});

test('every command explains itself', () => {
	const {status, stdout} = run('--help');
	expect(status).toBe(0);
	for (const command of ['attach', 'produce', 'import', 'snapshot']) {
		expect(stdout).toContain(command);
		const help = run(command, '--help');
		expect(help.status).toBe(0);
		expect(help.stdout).toContain(`Usage: salesmon ${command}`);
	}
	expect(run('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
});

test('an older Node is told so in one line, before anything native loads', () => {
	const pretend = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.20.2"})';
	const {status, stderr} = spawnSync(process.execPath, ['--import', pretend, program], {encoding: 'utf8'});
	expect(status).toBe(1);
	expect(stderr.trim()).toMatch(/^salesmon needs Node\.js 22 or newer and this is .*$/);
});

test('snapshot prints the past as it was, in a window of any length', () => {
	const database = path.join(testFolder(), 'sales.db');
	const store = openStore(database, {zoneName: 'Europe/Paris', currency: 'EUR'});
	openOrderRecorder(store).record('test', [
		order({at: Date.parse('2026-11-01T09:00:00Z'), units: 2}),
		order({at: Date.parse('2026-11-03T22:59:59Z')}),
		order({at: Date.parse('2026-11-03T23:00:00Z')}),
		order({at: Date.parse('2026-11-05T08:00:00Z')}),
	]);
	store.close();
	const json = (...flags: string[]) => {
		const {status, stdout} = run('snapshot', '--db', database, '--format', 'json', ...flags);
		expect(status).toBe(0);
		return JSON.parse(stdout) as Record<string, unknown>;
	};
	expect(json('--as-of', '2026-11-03', '--window', '36h')).toMatchObject({
		asOf: '2026-11-03T23:00:00.000Z',
		isPast: true,
		window: {name: '36h', from: '2026-11-02T11:00:00.000Z', to: '2026-11-03T23:00:00.000Z'},
		kpis: {orders: 1},
		comparison: {isComplete: false, orders: {value: 1}},
		recent: [{at: '2026-11-03T22:59:59.000Z'}, {at: '2026-11-01T09:00:00.000Z'}],
	});
	expect(json('--from', '2026-11-02', '--to', '2026-11-04')).toMatchObject({
		asOf: '2026-11-04T23:00:00.000Z',
		window: {from: '2026-11-01T23:00:00.000Z', to: '2026-11-04T23:00:00.000Z'},
		kpis: {orders: 2},
		comparison: {isComplete: false, from: '2026-10-29T23:00:00.000Z'},
	});
	const {stdout} = run(
		'snapshot',
		'--db',
		database,
		'--as-of',
		'2026-11-03',
		'--size',
		'80x24',
		'--locale',
		'en-GB',
	);
	expect(stdout).toMatch(/PAST · Wed 4 Nov 00:00/);
});

test.each([
	[['--window', 'soon'], /--window soon: write how long, such as 15m, 36h/],
	[['--as-of', '31/12'], /--as-of 31\/12: write a date such as/],
	[['--to', '2026-11-02'], /--to 2026-11-02: say also --from/],
	[['--from', '2026-11-02', '--window', '7d'], /give one of them/],
	[['--from', '2026-11-02', '--to', '2026-11-01'], /it ends before it begins/],
])('a scope that cannot be is refused: %j', (flags, message) => {
	const {status, stderr} = run('snapshot', '--db', shopDatabase(), ...flags);
	expect({status, isSaid: message.test(stderr)}).toEqual({status: 2, isSaid: true});
});

test('snapshot shows only the sales that a filter names', () => {
	const database = path.join(testFolder(), 'sales.db');
	const store = openStore(database, {zoneName: 'Europe/Paris', currency: 'EUR'});
	openOrderRecorder(store).record('test', [
		order({at: Date.now() - 3000, region: 'Corse', units: 2}),
		order({at: Date.now() - 2000, region: 'Bretagne', units: 5}),
	]);
	store.close();
	const filtered = run(
		'snapshot',
		'--db',
		database,
		'--format',
		'json',
		'--filter',
		'region=corse,category=Home & Kitchen',
	);
	expect(JSON.parse(filtered.stdout)).toMatchObject({
		filter: {region: ['corse'], category: ['Home & Kitchen']},
		kpis: {orders: 1, units: 2},
		regions: [{region: 'Corse'}],
	});
	const unknown = run('snapshot', '--db', database, '--filter', 'region=Nowhere');
	expect(unknown).toMatchObject({status: 2, stdout: ''});
	expect(unknown.stderr).toContain('--filter region=Nowhere: no region is called "Nowhere"');
	const frame = run('snapshot', '--db', database, '--filter', 'corse', '--size', '60x20').stdout;
	expect(frame).toContain('region:corse');
});
