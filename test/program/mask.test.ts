import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {beforeAll, expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {pseudonymOf} from '../../source/pseudonym.ts';
import {keptResults} from '../../source/store/analysis-results.ts';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {program} from '../helpers/terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'salesmon-mask-'));
const database = path.join(folder, 'sales.db');

/** Hedwig came each second day and has stayed away for a month, which insights find. */
beforeAll(() => {
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	const now = Date.now();
	const names = ['Hedwig Zauner', 'Bruno Kessler', 'Clara Ostermann'];
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 120}, (_, index) =>
			names
				.filter((_, person) => person > 0 || index % 2 === 0)
				.filter(name => name !== 'Hedwig Zauner' || index > 28)
				.map((name, person) =>
					order({
						at: now - (index + 1) * dayMs - person * 1000,
						units: 1 + ((index + person) % 5),
						customer: {code: name.slice(0, 3), name},
					}),
				),
		)
			.flat()
			.reverse(),
	);
	store.close();
	return () => {
		rmSync(folder, {recursive: true});
	};
});

function run(...given: string[]) {
	return spawnSync(process.execPath, [program, ...given, '--db', database, '--locale', 'en-GB'], {
		encoding: 'utf8',
	});
}

const names = /Hedwig|Zauner|Bruno|Kessler|Clara|Ostermann|"(Hed|Bru|Cla)"|^(Hed|Bru|Cla),/m;
const money = /€\d|"-?\d+\.\d{4}"/;

const printing: readonly (readonly string[])[] = [
	['snapshot', '--window', 'all'],
	['snapshot', '--window', 'all', '--view', 'customers', '--size', '160x48'],
	['snapshot', '--window', 'all', '--format', 'json'],
	['clv'],
	['clv', '--format', 'json'],
	['clv', '--format', 'csv'],
	['insights'],
	['insights', '--format', 'json'],
	['insights', '--format', 'csv'],
	['recommend', '--customer', 'Hedwig Zauner'],
	['forecast', '--model', 'seasonal-naive'],
	['forecast', '--model', 'seasonal-naive', '--format', 'json'],
	['inventory'],
	['why', '--window', '30d'],
	['why', '--window', '30d', '--format', 'json'],
	['goals', 'revenue 1200/day'],
	['goals', 'revenue 1200/day', '--format', 'json'],
];

test.each(printing.map(given => [given.join(' '), given] as const))(
	'salesmon %s --mask shows neither money nor names',
	(_, given) => {
		const {status, stdout, stderr} = run(...given, '--mask');
		expect({status, stderr}).toEqual({status: 0, stderr: ''});
		expect(stdout.length).toBeGreaterThan(10);
		expect(stdout).not.toMatch(money);
		expect(stdout).not.toMatch(names);
	},
);

const misspelt: readonly (readonly string[])[] = [
	['snapshot', '--filter', 'customer=hedw'],
	['snapshot', '--filter', 'zaun'],
	['recommend', '--customer', 'Hedwik Zaune'],
	['recommend', '--customer', 'er'],
];

test.each(misspelt.map(given => [given.join(' '), given] as const))(
	'salesmon %s --mask names nobody who was not asked for',
	(_, given) => {
		expect(run(...given).stderr).toMatch(names);
		const {status, stderr} = run(...given, '--mask');
		expect({status, stdout: stderr.length > 10}).toEqual({status: 2, stdout: true});
		expect(stderr).not.toMatch(names);
	},
);

test('a customer is asked for by the id that the commands of a masked screen give', () => {
	const orders = (...given: string[]) =>
		JSON.parse(run('snapshot', '--window', 'all', '--format', 'json', ...given).stdout).kpis.orders;
	const store = openStoreToRead(database);
	const id = store.db.prepare("SELECT customer_id FROM customers WHERE code = 'Hed'").pluck().get();
	store.close();
	const named = orders('--filter', 'customer=Hedwig Zauner');
	expect(named).toBeGreaterThan(10);
	expect(orders('--filter', `customer:id:${id}`, '--mask')).toBe(named);
});

test('without the flag they do, and call the customer by the same pseudonym with it', () => {
	expect(run('clv').stdout).toMatch(names);
	expect(run('snapshot', '--window', 'all', '--format', 'json').stdout).toMatch(money);
	const pseudonym = pseudonymOf('Hedwig Zauner');
	expect(run('clv', '--mask').stdout).toContain(pseudonym);
	expect(run('snapshot', '--window', 'all', '--format', 'json', '--mask').stdout).toContain(pseudonym);
	expect(run('insights', '--mask').stdout).toContain(pseudonym);
});

test('what is kept is kept unmasked, and shown masked when asked for', () => {
	run('clv', '--mask');
	run('insights', '--mask');
	const store = openStoreToRead(database);
	const kept = keptResults(store.db).list(50);
	const found = kept.map(({resultId}) => JSON.stringify(keptResults(store.db).find(resultId)!.result));
	store.close();
	expect(found.some(json => json.includes('Hedwig Zauner'))).toBe(true);
	for (const {resultId} of kept) {
		for (const format of ['json', 'table']) {
			const {stdout} = run('results', String(resultId), '--format', format, '--mask');
			expect(stdout).not.toMatch(names);
			expect(stdout).not.toMatch(money);
		}
	}
});
