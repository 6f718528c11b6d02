import {appendFileSync, utimesSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {commonOptions} from '../../../../source/commands/command-line/common-options.ts';
import {parseCommandLine} from '../../../../source/commands/command-line/parse-command-line.ts';
import {importFiles} from '../../../../source/commands/import.ts';
import {importTogether} from '../../../../source/commands/importing/watching/import-together.ts';
import {watchSources} from '../../../../source/commands/importing/watching/watch-sources.ts';
import {openStore} from '../../../../source/store/open-store.ts';
import {testFolder} from '../../../helpers/store.ts';

const header = 'order,sku,qty,price,date\n';
const row = (order: string) => `${order},P,2,5,2026-11-20\n`;

/** Looks at sources, in a database of its own that outlives the watching. */
function setUp(operands: readonly string[], database = path.join(testFolder(), 'shop.db')) {
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	onTestFinished(store.close);
	const loads: string[] = [];
	const problems: string[] = [];
	const options = {
		...commonOptions(parseCommandLine(importFiles, ['--db', database, '--tz', 'UTC', '--currency', 'EUR'])),
		...{isMixed: false, isUpdate: false, isDry: false, isJson: false, onWait() {}},
		...{asked: {}, tables: {}, maxErrors: Number.POSITIVE_INFINITY},
	};
	const look = watchSources({
		operands,
		store,
		now: () => 0,
		load: files => importTogether(files, options),
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

const tables = {
	'order_items.csv': 'order_id,product_id,quantity,unit_price\nO1,P1,2,5.00\nO1,P2,1,1.50\n',
	'orders.csv': 'order_id,customer_id,order_date\nO1,C1,2026-11-20 10:00\n',
	'products.csv': 'product_id,name,category,price\nP1,Mug,Kitchen,5.00\nP2,Pen,Office,1.50\n',
};

test('tables that refer to each other are loaded together once all of them are finished', async () => {
	const folder = testFolder();
	const {look, loads, problems} = setUp([folder]);
	const [items, ...others] = Object.entries(tables);
	writeFileSync(path.join(folder, items![0]), items![1]);
	await look();
	for (const [name, text] of others) {
		writeFileSync(path.join(folder, name), text);
	}
	// The first is finished, the others may grow still.
	expect(await look()).toBe(true);
	expect([loads, problems]).toEqual([[], []]);
	expect(await look()).toBe(false);
	expect(problems).toEqual([]);
	expect(loads).toEqual(['products.csv: 2 + 0', 'order_items.csv: 2 + 0', 'orders.csv: 1 + 0']);
	await look();
	expect(loads).toHaveLength(3);
});

test('a table that comes later is loaded with those that came before it', async () => {
	const folder = testFolder();
	const {look, loads, problems} = setUp([folder]);
	writeFileSync(path.join(folder, 'order_items.csv'), tables['order_items.csv']);
	await look();
	await look();
	expect(problems).toEqual([
		expect.stringContaining('where the dates stand in a table of orders, import both together'),
	]);
	writeFileSync(path.join(folder, 'orders.csv'), tables['orders.csv']);
	await look();
	await look();
	expect(loads).toEqual(['order_items.csv: 2 + 0', 'orders.csv: 1 + 0']);
	writeFileSync(path.join(folder, 'products.csv'), tables['products.csv']);
	await look();
	await look();
	expect(loads.slice(2)).toEqual(['products.csv: 2 + 0']);
	expect(problems).toHaveLength(1);
});
