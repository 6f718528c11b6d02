import {chmodSync} from 'node:fs';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {analyse} from '../../source/commands/analyse.ts';
import {clv} from '../../source/commands/clv.ts';
import type {Command} from '../../source/commands/command-line/command.ts';
import {forecast} from '../../source/commands/forecast.ts';
import {results} from '../../source/commands/results.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {stopFitting} from '../../source/worker/fit-forecast.ts';
import {line, order} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

afterAll(stopFitting);

async function run(command: Command, ...argv: string[]) {
	const {exitCode, output, messages} = await runCommand(command, argv);
	return {exitCode, out: output, err: messages.join('\n')};
}

/** Days of a shop that sells more from day to day of the week, from the first of June on. */
function shop(days = 60): string {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const orders = Array.from({length: days}, (_, day) =>
		order({
			at: Date.UTC(2026, 5, 1 + day, 10),
			customer: {code: `C${day % 40}`, name: `Customer ${day % 40}`},
			lines: [line({quantity: 1 + (day % 7) + (day % 3)})],
		}),
	);
	openOrderRecorder(store).record('test', orders, []);
	store.close();
	return file;
}

const asOf = ['--as-of', '2026-07-30T12:00:00.250Z'];

test('every analysis is run, kept, and printed as a line', async () => {
	const database = shop(24);
	const {exitCode, out} = await run(analyse, '--db', database, '--as-of', '2026-06-24T12:00:00.250Z');
	const lines = out.split('\n').map(text => JSON.parse(text));
	expect(exitCode).toBe(0);
	expect(lines.map(({what, subject, result}) => [what, subject, result.status])).toEqual(
		expect.arrayContaining([
			['forecast', 'revenue per day', 'ready'],
			['forecast', 'orders per day', 'ready'],
			['forecast', 'revenue per hour', 'ready'],
			['forecast-score', 'revenue per day', 'collecting'],
			['lifetime-value', '', 'collecting'],
		]),
	);
	expect(lines[0]).toMatchObject({
		asOf: '2026-06-24T12:00:00.250Z',
		span: {from: '2026-06-01T22:00:00.000Z', to: '2026-06-23T22:00:00.000Z'},
		model: lines[0].result.model,
	});
	const kept = JSON.parse((await run(results, '--db', database, '--format', 'json')).out);
	expect(kept).toHaveLength(lines.length);
	const one = JSON.parse((await run(results, '1', '--db', database, '--format', 'json')).out);
	expect(one.result).toEqual(lines[0].result);
});

test('only those that are named are run, and without a trace where that is asked', async () => {
	const database = shop();
	const {out} = await run(analyse, 'lifetime-value', '--no-keep', '--db', database, ...asOf);
	expect(JSON.parse(out)).toMatchObject({what: 'lifetime-value', asOf: '2026-07-30T12:00:00.250Z'});
	expect((await run(results, '--db', database)).out).toBe('No results are kept: salesmon analyse makes some');
	await expect(run(analyse, 'horoscope', '--db', database)).rejects.toThrow(
		'there is no analysis "horoscope": there are forecast, ',
	);
});

test('a kept result prints the command that makes it again, and that makes the same', async () => {
	const database = shop();
	await run(
		forecast,
		...['--db', database, '--model', 'arima(1,0,0)', '--horizon', '3', '--tz', 'Asia/Tokyo', ...asOf],
	);
	const {out} = await run(results, '1', '--db', database);
	const command = /^Again: (.*)$/m.exec(out)?.[1];
	expect(command).toBe(
		`salesmon forecast --of revenue --model 'arima(1,0,0)' --horizon 3 --bands calibrated --tz Asia/Tokyo --as-of 2026-07-30T12:00:00.250Z --db ${database}`,
	);
	const argv = command!.replaceAll("'", '').split(' ').slice(2);
	const again = await run(forecast, ...argv, '--format', 'json');
	const kept = JSON.parse((await run(results, '1', '--db', database, '--format', 'json')).out);
	expect(JSON.parse(again.out)).toEqual(kept.result);
});

test('forecast and clv keep what they find, but not what they find in a file, nor with --no-keep', async () => {
	const database = shop();
	await run(clv, '--db', database, '--period', 'day', '--limit', '3', ...asOf);
	await run(clv, '--db', database, '--no-keep', ...asOf);
	await run(forecast, '--db', database, '--no-keep', ...asOf);
	await run(forecast, '--input', 'test/fixtures/series/shampoo.csv', '--model', 'arima', '--db', database);
	const kept = JSON.parse((await run(results, '--db', database, '--format', 'json')).out);
	expect(kept).toMatchObject([
		{id: 1, what: 'lifetime-value', asOf: '2026-07-30T12:00:00.250Z', model: 'historic'},
	]);
	const {command} = JSON.parse((await run(results, '1', '--db', database, '--format', 'json')).out);
	expect(command).toBe(`salesmon clv --period day --as-of 2026-07-30T12:00:00.250Z --db ${database}`);
});

test.skipIf(process.getuid?.() === 0)('a database that may only be read is left alone quietly', async () => {
	const database = shop();
	chmodSync(database, 0o444);
	const {exitCode, err, out} = await run(clv, '--db', database, ...asOf);
	expect({exitCode, err}).toEqual({exitCode: 0, err: ''});
	expect(out).toContain('40 customers');
	expect((await run(results, '--db', database)).out).toContain('No results are kept');
});

test('results say what is wrong with what they are asked for', async () => {
	const database = shop();
	await expect(run(results, 'best', '--db', database)).rejects.toThrow('"best" is no id');
	await expect(run(results, '7', '--db', database)).rejects.toThrow(`no result 7 is kept in ${database}`);
	await expect(run(results, '--limit', 'all', '--db', database)).rejects.toThrow(
		'--limit all: write a whole',
	);
});
