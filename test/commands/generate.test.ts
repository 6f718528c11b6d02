import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import type {Command} from '../../source/commands/command-line/command.ts';
import {parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';
import {generate} from '../../source/commands/generate.ts';
import {importFiles} from '../../source/commands/import.ts';
import {testFolder} from '../helpers/store.ts';

/** @returns what the command prints, a line of JSON each */
async function run(command: Command, ...argv: readonly string[]) {
	const stdout = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		await command.run(
			parseCommandLine(command, [...argv, '--quiet', '--tz', 'Europe/Paris', '--format', 'json']),
		);
		return stdout.mock.calls.map(([line]) => JSON.parse(String(line)));
	} finally {
		stdout.mockRestore();
	}
}

const contents = (folder: string) =>
	Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]));

test('the same seed and span give the same files, another seed others', async () => {
	const make = async (seed: string) => {
		const out = path.join(testFolder(), 'shop');
		await run(generate, '--out', out, '--orders', '300', '--until', '2026-11-20', '--seed', seed);
		return contents(out);
	};
	const first = await make('7');
	expect(Object.keys(first)).toEqual(['customers.csv', 'order_items.csv', 'orders.csv', 'products.csv']);
	expect(await make('7')).toEqual(first);
	expect(await make('8')).not.toEqual(first);
});

test('linked tables refer to one another and hold as many orders as were asked for', async () => {
	const out = path.join(testFolder(), 'shop');
	const [totals] = await run(generate, '--out', out, '--orders', '500', '--until', '2026-11-20');
	const rows = (name: string) =>
		contents(out)
			[name]!.trimEnd()
			.split('\n')
			.map(line => line.split(','));
	const [header, ...orders] = rows('orders.csv');
	expect(header).toEqual(['order_id', 'customer_id', 'region', 'ordered_at']);
	expect(orders).toHaveLength(500);
	expect(totals).toMatchObject({orders: 500, files: 4, lines: rows('order_items.csv').length - 1});
	const known = (name: string) => new Set(rows(name).map(([id]) => id));
	expect(orders.filter(([, customer]) => customer !== '' && !known('customers.csv').has(customer))).toEqual(
		[],
	);
	const [, ...items] = rows('order_items.csv');
	expect(items.filter(([order]) => !known('orders.csv').has(order))).toEqual([]);
	expect(items.filter(([, product]) => !known('products.csv').has(product))).toEqual([]);
	const times = orders.map(([, , , at]) => at!);
	expect(times).toEqual(times.toSorted());
	expect(times[0]! >= '2026-08-22T22:00' && times.at(-1)! < '2026-11-20T23:00').toBe(true);
});

test('a sheet a day holds the same orders, and importing the folder gives the same totals', async () => {
	const out = path.join(testFolder(), 'sheets');
	const flags = ['--orders', '400', '--days', '30', '--until', '2026-11-20'];
	const [linked] = await run(generate, '--out', path.join(testFolder(), 'shop'), ...flags);
	const [sheets] = await run(generate, '--out', out, '--daily', ...flags);
	expect(sheets).toEqual({...linked, folder: out, files: 30});
	expect(Object.keys(contents(out)).at(-1)).toBe('2026-11-20.csv');
	const database = path.join(testFolder(), 'shop.db');
	const results = await run(importFiles, out, '--db', database);
	const cents = results.map(({amount}) => Math.round(Number(amount.loaded) * 10_000));
	expect(results.reduce((sum, {loaded}) => sum + loaded, 0)).toBe(sheets.lines);
	expect(cents.reduce((sum, each) => sum + each, 0)).toBe(Math.round(Number(sheets.revenue) * 10_000));
});

test.each([
	[[], 'generate where?'],
	[['--out', 'x', '--orders', '0'], '--orders 0: write a whole number'],
	[['--out', 'x', '--days', 'many'], '--days many: write a whole number'],
	[['--out', 'x', '--until', 'soon'], '--until soon: write a date'],
])('%j is wrong usage', async (argv, message) => {
	await expect(run(generate, ...argv)).rejects.toMatchObject({
		name: 'UsageError',
		message: expect.stringContaining(message),
	});
});

test('a folder that holds other tables is refused', async () => {
	const out = path.join(testFolder(), 'mixed');
	await run(generate, '--out', out, '--orders', '10', '--days', '2', '--until', '2026-11-20', '--daily');
	await expect(run(generate, '--out', out, '--orders', '10')).rejects.toThrow('2026-11-19.csv already');
});
