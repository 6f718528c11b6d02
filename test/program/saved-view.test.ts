import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test, vi} from 'vitest';
import {savedViews} from '../../source/commands/screen/saved-views.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import type {SavedView} from '../../source/views/saved-view.ts';
import {order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

function shop() {
	const folder = testFolder();
	const database = path.join(folder, 'sales.db');
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	openOrderRecorder(store).record('test', [
		order({at: Date.now() - 5000, customer: {code: 'c1', name: 'Ada'}}),
		order({at: Date.now() - 4000, region: 'Corse'}),
	]);
	store.close();
	const env = {XDG_CONFIG_HOME: path.join(folder, 'etc')};
	const attach = (...flags: string[]) =>
		runInTerminal([program, 'attach', '--db', database, '--color', 'never', ...flags], {
			columns: 140,
			rows: 30,
			env,
		});
	const snapshot = (...flags: string[]) =>
		spawnSync(process.execPath, [program, 'snapshot', '--db', database, ...flags], {
			encoding: 'utf8',
			env: {...process.env, ...env},
		});
	return {folder, attach, snapshot};
}

test('a saved view is opened by its name, from the list and in a snapshot', {timeout: 60_000}, async () => {
	const {folder, attach, snapshot} = shop();
	const first = attach('--window', '7d', '--filter', 'region:Corse', '--mask');
	await first.shows(/Overview/);
	first.type('4');
	await first.shows(/\[4 Customers\]/);
	first.type('s');
	await first.shows(/Save this view/);
	first.type('monday\r');
	await first.shows(/saved: salesmon --view monday opens it/);
	first.type('q');
	await first.exit;
	expect(JSON.parse(readFileSync(path.join(folder, 'etc/salesmon/views/monday.json'), 'utf8'))).toMatchObject(
		{
			view: 'customers',
			window: '7d',
			filter: 'region:Corse',
			isMasked: true,
		},
	);

	const frame = snapshot('--view', 'monday').stdout;
	expect(frame).toContain('[4 Customers]');
	expect(frame).toContain('MASKED');
	expect(frame).toContain('region:Corse');
	expect(frame).toContain('7 d');
	expect(snapshot('--view', 'monday', '--window', '1h', '--no-mask').stdout).not.toMatch(/MASKED|7 d/);

	const second = attach();
	await second.shows(/\[1 Overview\]/);
	second.type('v');
	await second.shows(/monday/);
	second.type('\r');
	await second.shows(/\[4 Customers\]/);
	await second.shows(/region:Corse/);
	await second.shows(/MASKED/);
	second.type('q');
	expect((await second.exit).code).toBe(0);
});

test('a name that cannot be is refused where it is typed, and one that nobody saved where it is asked for', async () => {
	const {attach, snapshot} = shop();
	const {status, stderr} = snapshot('--view', 'sunday');
	expect(status).toBe(2);
	expect(stderr).toContain('--view sunday: there is no such view; there are overview, categories');
	const terminal = attach();
	await terminal.shows(/Overview/);
	terminal.type('s');
	await terminal.shows(/Save this view/);
	terminal.type('../away\r');
	await terminal.shows(/name it with letters, digits and dashes/);
});

test('what is saved is what is loaded', () => {
	vi.stubEnv('XDG_CONFIG_HOME', testFolder());
	const view: SavedView = {
		view: 'customers',
		window: '30d',
		asOf: Date.UTC(2026, 10, 20, 9),
		filter: 'region:"Food, fresh"',
		sorts: {topCustomers: {by: 'orders', isReversed: true}},
		focus: 'topCustomers',
		isFull: true,
		isMasked: false,
	};
	savedViews.save('end of month', view);
	expect(savedViews.load('end of month')).toEqual(view);
	savedViews.save('now', {...view, asOf: undefined, focus: undefined});
	expect(savedViews.load('now')).toEqual({...view, asOf: undefined, focus: undefined});
	expect(savedViews.names()).toEqual(['end of month', 'now']);
	expect(() => savedViews.save('overview', view)).toThrow('overview is a view of the program');
	vi.unstubAllEnvs();
});
