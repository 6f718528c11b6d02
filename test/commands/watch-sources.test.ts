import {appendFileSync, utimesSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {importSource} from '../../source/commands/import-source.ts';
import {surveyed} from '../../source/commands/surveyed-source.ts';
import {watchSources} from '../../source/commands/watch-sources.ts';
import {openImporter} from '../../source/store/import-lines.ts';
import {openStore} from '../../source/store/open-store.ts';
import {testFolder} from '../helpers/store.ts';

const header = 'order,sku,qty,price,date\n';
const row = (order: string) => `${order},P,2,5,2026-11-20\n`;

/** Looks at sources, in a database of its own that outlives the watching. */
function setUp(operands: readonly string[], database = path.join(testFolder(), 'shop.db')) {
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	onTestFinished(store.close);
	const importer = openImporter(store);
	const loads: string[] = [];
	const problems: string[] = [];
	const look = watchSources({
		operands,
		store,
		now: () => 0,
		load: async file =>
			importSource(await surveyed(file, {}, undefined), {
				importer,
				zone: store.zone,
				asked: {},
				maxErrors: Number.POSITIVE_INFINITY,
				onProgress() {},
			}),
		onLoaded({source, rows}) {
			loads.push(`${path.basename(source)}: ${rows.loaded} + ${rows.duplicate}`);
		},
		onProblem: message => problems.push(message),
	});
	return {look, loads, problems, database};
}

test('a file is loaded when two looks find it unchanged, and again only when it changes', async () => {
	const folder = testFolder();
	const {look, loads} = setUp([folder]);
	expect(await look()).toBe(false);
	const file = path.join(folder, 'monday.csv');
	writeFileSync(file, header + row('A'));
	expect(await look()).toBe(true);
	appendFileSync(file, row('B'));
	expect(await look()).toBe(true);
	expect(loads).toEqual([]);
	expect(await look()).toBe(false);
	await look();
	expect(loads).toEqual(['monday.csv: 2 + 0']);
	appendFileSync(file, row('C'));
	await look();
	await look();
	expect(loads).toEqual(['monday.csv: 2 + 0', 'monday.csv: 1 + 2']);
});

test('what was loaded is remembered across restarts, by size and time of change', async () => {
	const folder = testFolder();
	const file = path.join(folder, 'monday.csv');
	writeFileSync(file, header + row('A'));
	const first = setUp([folder]);
	await first.look();
	await first.look();
	const second = setUp([folder], first.database);
	await second.look();
	await second.look();
	expect([first.loads, second.loads]).toEqual([['monday.csv: 1 + 0'], []]);
	utimesSync(file, 1, 1);
	await second.look();
	await second.look();
	expect(second.loads).toEqual(['monday.csv: 0 + 1']);
});

test('a file that cannot be understood is told once, and the others are loaded', async () => {
	const folder = testFolder();
	const {look, loads, problems} = setUp([folder]);
	writeFileSync(path.join(folder, 'a.csv'), '');
	writeFileSync(path.join(folder, 'b.csv'), header + row('A'));
	for (let count = 0; count < 4; count++) {
		await look();
	}
	expect(problems).toEqual([`${folder}/a.csv is empty`]);
	expect(loads).toEqual(['b.csv: 1 + 0']);
});

test('an address is asked for what is new, and a failure is told and tried again', async () => {
	let sales = header + row('A');
	let isDown = false;
	const server = createServer(({headers}, response) => {
		const etag = `"${sales.length}"`;
		if (isDown) {
			response.writeHead(503).end();
		} else if (headers['if-none-match'] === etag) {
			response.writeHead(304).end();
		} else {
			response.writeHead(200, {etag}).end(sales);
		}
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sales.csv`;
	const {look, loads, problems, database} = setUp([address]);
	await look();
	await look();
	isDown = true;
	await look();
	isDown = false;
	sales += row('B');
	await look();
	await setUp([address], database).look();
	expect(loads).toEqual(['sales.csv: 1 + 0', 'sales.csv: 1 + 1']);
	expect(problems).toEqual([`cannot get ${address}: the server answers 503 Service Unavailable`]);
});
