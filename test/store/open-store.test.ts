import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {migrate} from '../../source/store/schema/migrate.ts';
import {migrations} from '../../source/store/schema/schema.ts';
import {order} from '../helpers/order.ts';
import {expectRollupsToHold, testFolder, testStoreWithReader} from '../helpers/store.ts';

const defaults = {zoneName: 'Europe/Paris', currency: 'EUR'};

test('a database keeps the zone and the currency that it was made with', () => {
	const file = path.join(testFolder(), 'sales.db');
	openStore(file, defaults).close();
	const again = openStore(file, {zoneName: 'UTC', currency: 'USD'});
	onTestFinished(again.close);
	expect([again.zone.name, again.currency]).toEqual(['Europe/Paris', 'EUR']);
});

test('a viewer sees what the writer commits and can write nothing itself', () => {
	const {store, reader} = testStoreWithReader();
	const count = reader.db.prepare('SELECT count(*) FROM orders').pluck();
	const version = () => reader.db.pragma('data_version', {simple: true});
	expect(count.get()).toBe(0);
	const before = version();
	expect(version()).toBe(before);
	openOrderRecorder(store).record('test', [order()]);
	expect(version()).not.toBe(before);
	expect(count.get()).toBe(1);
	expect(() => reader.db.exec('DELETE FROM orders')).toThrow('readonly');
});

test('a database of an older version is upgraded and keeps what it holds', () => {
	const db = new Database(':memory:');
	onTestFinished(() => {
		db.close();
	});
	migrate(db, ['CREATE TABLE first (n INTEGER)']);
	db.exec('INSERT INTO first VALUES (7)');
	migrate(db, ['CREATE TABLE first (n INTEGER)', 'CREATE TABLE second AS SELECT n * 2 AS n FROM first']);
	expect(db.prepare('SELECT n FROM second').pluck().get()).toBe(14);
	expect(db.pragma('user_version', {simple: true})).toBe(2);
});

test('a migration that fails leaves the database as it was', () => {
	const db = new Database(':memory:');
	onTestFinished(() => {
		db.close();
	});
	expect(() => migrate(db, ['CREATE TABLE first (n INTEGER)', 'nonsense'])).toThrow('syntax error');
	expect(db.pragma('user_version', {simple: true})).toBe(0);
	expect(db.prepare('SELECT count(*) FROM sqlite_master').pluck().get()).toBe(0);
});

test('a database of a newer version is refused with what to do', () => {
	const file = path.join(testFolder(), 'sales.db');
	openStore(file, defaults).close();
	const db = new Database(file);
	db.pragma(`user_version = ${migrations.length + 1}`);
	db.close();
	expect(() => openStore(file, defaults)).toThrow(
		/has version \d+ and this salesmon knows .* update salesmon/,
	);
	expect(() => openStoreToRead(file)).toThrow('update salesmon');
});

test('what is no salesmon database is refused and left alone', () => {
	const folder = testFolder();
	const text = path.join(folder, 'notes.txt');
	writeFileSync(text, 'this is not a database, but it is long enough to look at');
	expect(() => openStore(text, defaults)).toThrow(`cannot open ${text}: it is not a SQLite database`);
	const foreign = path.join(folder, 'foreign.db');
	const db = new Database(foreign);
	db.exec('CREATE TABLE theirs (n INTEGER)');
	db.close();
	expect(() => openStore(foreign, defaults)).toThrow('it is a database of some other program');
	expect(() => openStoreToRead(path.join(folder, 'absent.db'))).toThrow('there is no such file');
	expect(() => openStore(path.join(folder, 'typo', 'sales.db'), defaults)).toThrow('there is no folder');
});

test('three programs that write at once queue, and nothing is lost', {timeout: 60_000}, async () => {
	const {file, store} = testStoreWithReader();
	const script = `
		import {openStore} from ${JSON.stringify(path.resolve('source/store/open-store.ts'))};
		import {openOrderRecorder} from ${JSON.stringify(path.resolve('source/store/record-orders.ts'))};
		const store = openStore(process.argv[1], {zoneName: 'UTC', currency: 'EUR'});
		const recorder = openOrderRecorder(store);
		const product = {code: 'pan', name: 'Pan', category: 'Kitchen', price: 100};
		for (let n = 0; n < 200; n++) {
			recorder.record('writer ' + process.argv[2], [{at: n * 1000, region: 'North', lines: [{product, quantity: 1, unitPrice: 100, discount: 0}]}]);
		}
		store.close();
	`;
	const writers = [1, 2, 3].map(writer =>
		spawn(process.execPath, ['--input-type=module', '--eval', script, file, String(writer)], {
			stdio: ['ignore', 'ignore', 'pipe'],
		}),
	);
	const errors: string[] = [];
	for (const writer of writers) {
		writer.stderr.on('data', chunk => errors.push(String(chunk)));
	}
	const codes = await Promise.all(writers.map(async writer => (await once(writer, 'exit'))[0]));
	expect({codes, errors}).toEqual({codes: [0, 0, 0], errors: []});
	expect(store.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(600);
	expectRollupsToHold(store.db);
});

test('a database that was deleted or replaced under the program is noticed', () => {
	const {file, store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	store.assertInPlace();
	rmSync(file);
	expect(reader.assertInPlace).toThrow(`${file} was deleted or replaced`);
	expect(() => recorder.record('test', [order()])).toThrow('was deleted or replaced');
	openStore(file, defaults).close();
	expect(reader.assertInPlace).toThrow('was deleted or replaced');
});
