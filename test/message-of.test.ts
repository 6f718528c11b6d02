import Database from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {messageOf} from '../source/message-of.ts';

test('of an error its message is told, of anything else what it says', () => {
	expect(messageOf(new Error('no such file'))).toBe('no such file');
	expect(messageOf('nothing')).toBe('nothing');
});

test('a full disk is told with what is kept', () => {
	const db = new Database(':memory:');
	onTestFinished(() => {
		db.close();
	});
	db.pragma('max_page_count = 1');
	const write = () => db.exec('CREATE TABLE orders (id)');
	expect(write).toThrow();
	let message = '';
	try {
		write();
	} catch (error) {
		message = messageOf(error);
	}
	expect(message).toContain('the disk of the database is full; what was reported before is kept');
});
