import path from 'node:path';
import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

/** Its only sale is long ago, so that nothing on the screen changes by itself. */
function quietShop(): string {
	const database = path.join(testFolder(), 'sales.db');
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	openOrderRecorder(store).record('test', [order({at: Date.now() - 30 * dayMs})]);
	store.close();
	return database;
}

test('on a wall the views go by, no key but q does anything, and none is told', {
	timeout: 60_000,
}, async () => {
	const terminal = runInTerminal(
		[program, 'attach', '--db', quietShop(), '--tz', 'UTC', '--kiosk', '--rotate', '1s', '--color', 'never'],
		{columns: 120, rows: 30},
	);
	await terminal.shows(/\[1 Overview\]/);
	terminal.type('m?p8');
	await terminal.shows(/\[2 Categories\]/);
	await terminal.shows(/\[3 Trend\]/);
	const screen = terminal.screen().join('\n');
	expect(screen).not.toMatch(/MASKED|PAUSED|quit|help/);
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test('a time that nobody could read a view in is refused with what to write', async () => {
	const terminal = runInTerminal([program, 'attach', '--db', quietShop(), '--rotate', '10ms']);
	expect((await terminal.exit).code).toBe(2);
	expect(terminal.output()).toContain('--rotate 10ms: nobody reads that fast: write 1s or more, such as 15s');
});
