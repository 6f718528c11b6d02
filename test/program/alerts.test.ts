import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

const alerts = [
	{when: 'share', category: 'Toys', above: '90%', bell: true, notify: true},
	{when: 'share', category: 'Toys', above: '80%', name: 'later', hold: '1h'},
	{when: 'stock', name: 'shelves'},
];

test('alerts have a line of their own, ring once, notify and are kept', {timeout: 30_000}, async () => {
	const folder = testFolder();
	const [database, config] = [path.join(folder, 'sales.db'), path.join(folder, 'config.json')];
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	const kite = product({code: 'kite', name: 'Kite', category: 'Toys', price: 50_000_000, stock: 1});
	openOrderRecorder(store).record('simulator', [
		order({at: Date.now() - 600_000, lines: [line({product: kite})]}),
	]);
	writeFileSync(config, JSON.stringify({alerts}));
	const flags = ['--db', database, '--config', config, '--interval', '1h', '--tz', 'UTC'];
	const terminal = runInTerminal([program, ...flags], {env: {TMUX: '', STY: '', VTE_VERSION: ''}});
	await terminal.shows(/ 2 ALERTS {2}Toys makes 100% of the revenue, above 90%; shelves: sold out: Kite/);
	// It holds, but not for an hour yet.
	expect(terminal.screen().join('\n')).not.toContain('later');
	// The bell, and the notification.
	expect(terminal.output()).toContain(
		'\u0007\u001B]9;salesmon: Toys makes 100% of the revenue, above 90%\u0007',
	);
	expect(store.db.prepare('SELECT rule, cleared_at FROM alerts ORDER BY rule').all()).toEqual([
		{rule: 'share of Toys', cleared_at: null},
		{rule: 'shelves', cleared_at: null},
	]);
	terminal.resize(40, 12);
	await terminal.shows(/ 2 ALERTS {2}Toys makes 100%/);
	terminal.resize(24, 6);
	await terminal.shows(/2 alerting/);
	// A dear pan takes the share below the threshold and its margin, and ends the alert.
	const pan = line({product: product({stock: 9}), unitPrice: 90_000_000});
	openOrderRecorder(store).record('simulator', [order({at: Date.now(), lines: [pan]})]);
	await terminal.shows(/1 alerting/);
	expect(
		store.db.prepare("SELECT cleared_at > raised_at AS isOver FROM alerts WHERE rule LIKE 'share%'").get(),
	).toEqual({isOver: 1});
	store.close();
	terminal.type('q');
	await terminal.exit;
});
