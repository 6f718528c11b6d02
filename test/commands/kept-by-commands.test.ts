import path from 'node:path';
import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {reproducingCommand} from '../../source/commands/analyses/reproducing-command.ts';
import type {Command} from '../../source/commands/command-line/command.ts';
import {helpOf, parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';
import {goals} from '../../source/commands/goals.ts';
import {insights} from '../../source/commands/insights.ts';
import {inventory} from '../../source/commands/inventory.ts';
import {recommend} from '../../source/commands/recommend.ts';
import {results} from '../../source/commands/results.ts';
import {why} from '../../source/commands/why.ts';
import {keptResults} from '../../source/store/analysis-results.ts';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

const commands = {recommend, inventory, insights, why, goals};

async function run(command: Command, argv: readonly string[]): Promise<string> {
	const {exitCode, output} = await runCommand(command, argv);
	expect(exitCode).toBe(0);
	return output;
}

const start = Date.UTC(2026, 5, 1, 12);
const asOf = ['--as-of', '2026-08-30T10:00:00.000Z'];

/** Ninety days of forty customers who buy pans with lids, and kites. */
function shop(): string {
	const database = path.join(testFolder(), 'sales.db');
	const store = openStore(database, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const [pan, lid, kite] = ['pan', 'lid', 'kite'].map(code => product({code, name: code, stock: 300}));
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 360}, (_, index) =>
			order({
				at: start + Math.floor(index / 4) * dayMs + (index % 4) * 3_600_000,
				customer: {code: `c${index % 40}`, name: `Customer ${index % 40}`},
				lines:
					(index % 40) % 2 === 0 ? [line({product: pan!}), line({product: lid!})] : [line({product: kite!})],
			}),
		),
	);
	store.close();
	return database;
}

function keptIn(database: string) {
	const store = openStoreToRead(database);
	try {
		const kept = keptResults(store.db);
		return kept.list(99).map(({resultId}) => kept.find(resultId)!);
	} finally {
		store.close();
	}
}

/** Words of a line as a shell reads them. */
const wordsOf = (text: string) =>
	[...text.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

test.each([
	['recommend', [], {what: 'recommendations', subject: ''}],
	['recommend', ['--product', 'pan', '--by', 'baskets'], {what: 'recommendations', subject: 'for a product'}],
	['recommend', ['--customer', 'c2', '--limit', '3'], {what: 'recommendations', subject: 'for a customer'}],
	['inventory', ['--lead-time', '2w', '--service-level', '98%'], {what: 'inventory', subject: ''}],
	['insights', ['--window', '21d'], {what: 'insights', subject: ''}],
	['why', ['--window', '30d', '--by', 'region'], {what: 'why', subject: ''}],
	['goals', ['revenue 123.5/day', 'orders 30 per week'], {what: 'goals', subject: ''}],
] as const)(
	'what %s %j finds is kept, and the command that is kept with it finds the same',
	async (name, argv, kind) => {
		const database = shop();
		await run(commands[name], [...argv, ...asOf, '--db', database]);
		const [first, ...others] = keptIn(database);
		expect(others).toEqual([]);
		expect(first).toMatchObject(kind);
		expect(first!.span!.from).toBeLessThan(first!.span!.to);
		const [, command, ...words] = wordsOf(reproducingCommand(first!, database));
		expect(command).toBe(name);
		expect(await run(results, ['1', '--db', database])).toContain(`Again: salesmon ${name} `);
		await run(commands[name], words);
		// What says the same takes its place.
		const [again, ...more] = keptIn(database);
		expect(more).toEqual([]);
		expect(again).toEqual({...first, madeAt: again!.madeAt, elapsedMs: again!.elapsedMs});
		expect(again!.madeAt).toBeGreaterThan(first!.madeAt);
		await run(commands[name], [...words, '--no-keep']);
		expect(keptIn(database)).toEqual([again]);
	},
);

test('what a masked one finds is kept whole', async () => {
	const database = shop();
	await run(recommend, ['--customer', 'c2', '--mask', ...asOf, '--db', database]);
	expect(keptIn(database)[0]!.result).toMatchObject({for: {customer: 'c2', name: 'Customer 2'}});
});

test.each(Object.entries(commands))(
	'the help of %s has examples, which its own command line takes',
	(name, command) => {
		const help = helpOf(command, []);
		expect(help).toContain('\nExamples\n');
		expect(command.examples!.length).toBeGreaterThan(1);
		for (const [example] of command.examples!) {
			expect(help).toContain(`\n  ${example}\n`);
			const [program, called, ...argv] = wordsOf(example.replace(/ >+ \S+$/, '').replaceAll('"', "'"));
			expect([program, called]).toEqual(['salesmon', name]);
			expect(() => parseCommandLine(command, argv)).not.toThrow();
		}
	},
);
