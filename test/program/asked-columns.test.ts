import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openStoreToRead} from '../../source/store/open-store.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

test('whoever imports at a terminal is asked for the columns that are not clear', async () => {
	const folder = testFolder();
	const [file, database] = [path.join(folder, 'till.csv'), path.join(folder, 'sales.db')];
	writeFileSync(file, 'foo,bar,baz\nMug,5.00,2026-11-20\nPen,1.50,2026-11-21\n');
	const terminal = runInTerminal([program, 'import', file, '--db', database, '--tz', 'UTC']);
	await terminal.shows(
		/till\.csv: some columns are not clear\.\n.*what was sold\?\n {4}1 {2}foo\n {4}2 {2}bar/s,
	);
	await terminal.shows(/Its number \(nothing for none of them\):$/m);
	terminal.type('9\r');
	await terminal.shows(/There is no column 9: write a number from 1 to 3\./);
	terminal.type('1\r');
	await terminal.shows(/the price of one unit\?.*Its number[^\n]*:$/ms);
	terminal.type('2\r');
	await terminal.shows(/when it was sold\?.*Its number[^\n]*:$/ms);
	terminal.type('3\r');
	expect(await terminal.exit).toMatchObject({code: 0});
	expect(terminal.screen().join('\n')).toContain('next time: --map "product=foo,unitPrice=bar,at=baz"');
	const store = openStoreToRead(database);
	try {
		expect(store.db.prepare('SELECT sum(revenue) FROM orders').pluck().get()).toBe(65_000);
	} finally {
		store.close();
	}
});

test('a column that may count the units is asked for too', async () => {
	const folder = testFolder();
	const [file, database] = [path.join(folder, 'till.csv'), path.join(folder, 'sales.db')];
	writeFileSync(file, 'Product,bar,Date,qqq\nMug,5.00,2026-11-20,3\nPen,1.50,2026-11-21,2\n');
	const terminal = runInTerminal([program, 'import', file, '--db', database, '--tz', 'UTC']);
	await terminal.shows(/the price of one unit\?.*Its number[^\n]*:$/ms);
	terminal.type('2\r');
	await terminal.shows(/how many units were sold\?.*Its number[^\n]*:$/ms);
	terminal.type('4\r');
	expect(await terminal.exit).toMatchObject({code: 0});
	const store = openStoreToRead(database);
	try {
		expect(store.db.prepare('SELECT sum(revenue) FROM orders').pluck().get()).toBe(180_000);
	} finally {
		store.close();
	}
});
