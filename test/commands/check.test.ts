import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {alertLog} from '../../source/store/alert-log.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program} from '../helpers/terminal.ts';

/** A shop whose last sale was ten minutes ago, checked by these rules. */
function check(alerts: unknown, ...argv: string[]) {
	const folder = testFolder();
	const [database, file] = [path.join(folder, 'sales.db'), path.join(folder, 'config.json')];
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	openOrderRecorder(store).record('test', [order({at: Date.now() - 600_000})]);
	alertLog(store.db).raise('long open', Date.now() - 1000, 'before');
	store.close();
	writeFileSync(file, JSON.stringify({alerts}));
	const {status, stdout, stderr} = spawnSync(
		process.execPath,
		[program, 'check', '--db', database, '--config', file, ...argv],
		{encoding: 'utf8'},
	);
	return {status, stdout, stderr};
}

test('a rule that holds is told, and the exit code is 3', () => {
	const {status, stdout} = check([{when: 'silence', above: '5m'}, {when: 'rejects'}], '--format', 'json');
	expect(status).toBe(3);
	expect(JSON.parse(stdout)).toEqual([
		expect.objectContaining({
			rule: 'silence',
			state: 'alert',
			threshold: 300_000,
			message: 'no sale for 10 min, longer than 5 min',
		}),
		{rule: 'rejects', state: 'fine', value: 0, threshold: 0, message: null},
	]);
});

test('where none holds the exit code is 0', () => {
	expect(check([{when: 'silence', above: '1h'}, {when: 'pace'}])).toMatchObject({
		status: 0,
		stdout: expect.stringMatching(/silence +fine[\s\S]*pace +unknown/),
	});
});

test('a category that there is not is a mistake of the rule, and the exit code is 2 unless another holds', () => {
	const wrong = {when: 'share', category: 'Nope', above: '10%'};
	expect(check([wrong])).toMatchObject({
		status: 2,
		stdout: expect.stringMatching(/share of Nope +wrong .*no category is called "Nope"/),
	});
	expect(check([wrong, {when: 'silence', above: '5m'}]).status).toBe(3);
});

test('an alert that goes on is over only beyond the margin', () => {
	const wavering = {when: 'silence', above: '630s', name: 'long open'};
	expect(check([wavering]).status).toBe(3);
	expect(check([{...wavering, margin: '2%'}]).status).toBe(0);
});

test('without rules there is nothing to check', () => {
	expect(check([])).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('there are no rules to check'),
	});
});
