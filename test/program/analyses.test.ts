import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {keptResults} from '../../source/store/analysis-results.ts';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

/** A shop of ten days, which is too little for a forecast: the analyses are quick and say so. */
function shop(): string {
	const database = path.join(testFolder(), 'sales.db');
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	openOrderRecorder(store).record(
		'simulator',
		Array.from({length: 10}, (_, day) => order({at: Date.now() - (9 - day) * dayMs - 1000})),
		[],
	);
	store.close();
	return database;
}

function kept(database: string): number {
	const store = openStoreToRead(database);
	onTestFinished(store.close);
	return keptResults(store.db).list(99).length;
}

const waiting = /keeps score[\s\S]*Holding past forecasts/;
const answered = /keeps score[\s\S]*Collecting: 0 of 5 days/;

test('attach runs the analyses after its first frame, and writes nothing', {timeout: 60_000}, async () => {
	const database = shop();
	const terminal = runInTerminal([program, 'attach', '--db', database, '--view', 'trend', '--tz', 'UTC'], {
		columns: 120,
		rows: 50,
	});
	await terminal.shows(waiting);
	await terminal.shows(answered);
	expect(kept(database)).toBe(0);
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test('the monitor keeps what they find, and the next one shows it at once', {timeout: 60_000}, async () => {
	const database = shop();
	const monitor = () =>
		runInTerminal([program, '--db', database, '--interval', '1s', '--view', 'trend', '--tz', 'UTC'], {
			columns: 120,
			rows: 50,
		});
	const first = monitor();
	await first.shows(answered);
	// The last line is printed before it is kept.
	await expect.poll(() => kept(database)).toBeGreaterThanOrEqual(5);
	first.type('q');
	expect((await first.exit).code).toBe(0);
	const second = monitor();
	await second.shows(answered);
	expect(second.output()).not.toContain('Holding past forecasts');
	second.type('q');
	expect((await second.exit).code).toBe(0);
});

test.skipIf(process.platform !== 'linux')(
	'the process that runs them has the lowest priority and ends with the screen',
	{timeout: 60_000},
	async () => {
		const terminal = runInTerminal([program, 'attach', '--db', shop(), '--tz', 'UTC']);
		const children = () =>
			readFileSync(`/proc/${terminal.pid}/task/${terminal.pid}/children`, 'utf8')
				.trim()
				.split(' ')
				.filter(Boolean);
		await expect.poll(children, {interval: 20, timeout: 30_000}).toHaveLength(1);
		const [child] = children();
		// Its own name may hold blanks: what follows the bracket is counted.
		const niceness = () =>
			Number(
				readFileSync(`/proc/${child}/stat`, 'utf8')
					.replace(/^.*\) /, '')
					.split(' ')[16],
			);
		// It is lowered once the process has been started.
		await expect.poll(niceness).toBe(19);
		terminal.type('q');
		expect((await terminal.exit).code).toBe(0);
		await expect.poll(() => existsSync(`/proc/${child}`)).toBe(false);
	},
);
