import type {ChildProcess} from 'node:child_process';
import {EventEmitter} from 'node:events';
import {PassThrough} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import {expect, onTestFinished, test, vi} from 'vitest';
import {dayMs, minuteMs} from '../../../source/business-time.ts';
import {startAnalyser} from '../../../source/commands/analyses/analyser.ts';
import {revenueForecast} from '../../../source/commands/analyses/forecast/forecast-analysis.ts';
import {keepResult} from '../../../source/store/analysis-results.ts';
import {testStore} from '../../helpers/store.ts';

const noon = Date.UTC(2026, 10, 20, 12);

/** What `salesmon forecast --format json` prints, of one day. */
const forecastOf = (date: string) => ({
	status: 'ready',
	model: 'mstl',
	unit: 'day',
	history: 60,
	points: [{date, mean: '100.0000', lo80: '90.0000', hi80: '110.0000', lo95: '80.0000', hi95: '120.0000'}],
	backtest: null,
	reason: 'it is the best',
});

/** An analyser whose program is played by the test. */
function setUp({keepsResults = true, flags = [] as readonly string[]} = {}) {
	const store = testStore('UTC');
	let now = noon;
	const starts: string[][] = [];
	const onChange = vi.fn();
	let program: {child: EventEmitter; stdout: PassThrough; stderr: PassThrough; kill: () => void};
	const analyser = startAnalyser({
		...{store, zone: store.zone, keepsResults, flags, onChange},
		database: '/data/sales.db',
		now: () => now,
		startProgram(argv) {
			starts.push([...argv]);
			const [stdout, stderr] = [new PassThrough(), new PassThrough()];
			program = {child: new EventEmitter(), stdout, stderr, kill: vi.fn()};
			return Object.assign(program.child, {stdout, stderr, kill: program.kill}) as unknown as ChildProcess;
		},
	});
	onTestFinished(() => {
		analyser.stop();
		program?.child.emit('close', 0);
	});
	return {
		...{store, analyser, starts, onChange},
		kill: () => program.kill,
		wait(ms: number) {
			now += ms;
		},
		/** Shows the present, with so many sales. */
		show: (arrivals: number) => analyser.consider({asOf: now, moment: 'now', arrivals}),
		/** The program prints that, and ends. */
		async end(lines: readonly object[], {code = 0, complaint = ''} = {}) {
			for (const line of lines) {
				program.stdout.write(`${JSON.stringify(line)}\n`);
			}
			program.stderr.write(complaint);
			await setImmediate();
			program.child.emit('close', code);
		},
		found: () => analyser.analysesAt(now).revenueForecast,
	};
}

const line = (asOf: number, result: object = forecastOf('2026-11-20')) => ({
	what: 'forecast',
	subject: 'revenue per day',
	madeAt: new Date(asOf + 4000).toISOString(),
	asOf: new Date(asOf).toISOString(),
	model: 'mstl',
	result,
});

test('where nothing is kept they are run at once, and what they print is shown', async () => {
	const {analyser, starts, show, end, found, onChange} = setUp();
	expect(found()).toEqual({status: 'waiting'});
	show(0);
	show(1);
	expect(starts).toEqual([['analyse', '--quiet', '--details', '--db', '/data/sales.db', '--tz', 'UTC']]);
	await end([line(noon)]);
	expect(onChange).toHaveBeenCalledTimes(1);
	expect(found()).toMatchObject({
		status: 'found',
		asOf: noon,
		madeAt: noon + 4000,
		model: 'mstl',
		result: {forecast: {points: [{mean: 1_000_000, lo80: 900_000}]}},
		problem: undefined,
	});
	expect(analyser.analysesAt(noon)).toBe(analyser.analysesAt(noon + 1));
});

test('what is kept is shown at the start, and made anew when it is old', () => {
	const {store, starts, show, wait, found} = setUp();
	const {what, subject, inputs} = revenueForecast;
	keepResult(store)({
		...{what, subject, inputs, asOf: noon, madeAt: noon, span: undefined, model: 'ets', elapsedMs: 900},
		result: forecastOf('2026-11-20'),
	});
	wait(14 * minuteMs);
	expect(found()).toMatchObject({status: 'found', model: 'ets', asOf: noon});
	show(0);
	expect(starts).toHaveLength(0);
	wait(2 * minuteMs);
	show(0);
	expect(starts).toHaveLength(1);
});

test('they are run again when there were sales, and at once when another day begins', async () => {
	const {starts, show, wait, end} = setUp();
	show(5);
	await end([line(noon)]);
	wait(60 * minuteMs);
	show(5);
	expect(starts).toHaveLength(1);
	show(6);
	expect(starts).toHaveLength(2);
	await end([line(noon + 60 * minuteMs)]);
	wait(10 * minuteMs);
	show(7);
	expect(starts).toHaveLength(2);
	wait(11 * 60 * minuteMs - 10 * minuteMs);
	show(7);
	expect(starts).toHaveLength(3);
});

test('the longer they take, the longer their results stay', async () => {
	const {starts, show, wait, end} = setUp();
	show(0);
	wait(minuteMs);
	await end([line(noon)]);
	wait(99 * minuteMs);
	show(1);
	expect(starts).toHaveLength(1);
	wait(2 * minuteMs);
	show(1);
	expect(starts).toHaveLength(2);
});

test('one that breaks down leaves what it found before, with the reason', async () => {
	const {show, wait, end, found} = setUp();
	show(0);
	await end([line(noon, {status: 'failed', problem: 'no model holds'})], {code: 1});
	expect(found()).toEqual({status: 'failed', problem: 'no model holds'});
	wait(20 * minuteMs);
	show(1);
	await end([line(noon + 20 * minuteMs)]);
	wait(20 * minuteMs);
	show(2);
	await end([], {code: 1, complaint: 'salesmon: cannot open /data/sales.db: disk I/O error\n'});
	expect(found()).toMatchObject({
		status: 'found',
		asOf: noon + 20 * minuteMs,
		problem: 'cannot open /data/sales.db: disk I/O error',
	});
});

test('a screen that only reads keeps nothing, and one of the past asks for the past', () => {
	const {analyser, starts} = setUp({keepsResults: false});
	analyser.consider({asOf: noon - 90 * dayMs, moment: 'asked', arrivals: 0});
	expect(starts[0]?.slice(-3)).toEqual(['--as-of', '2026-08-22T12:00:00.000Z', '--no-keep']);
});

test('a moment before the last result has what was kept until then', async () => {
	const {store, analyser, show, end, wait} = setUp();
	const {what, subject, inputs} = revenueForecast;
	for (const [day, model] of ['first', 'second'].entries()) {
		const asOf = noon - (5 - day) * dayMs;
		keepResult(store)({
			...{what, subject, inputs, asOf, madeAt: asOf, span: undefined, model, elapsedMs: 900},
			result: forecastOf('2026-11-15'),
		});
	}
	show(0);
	await end([line(noon)]);
	wait(minuteMs);
	const modelAt = (asOf: number) => {
		const {revenueForecast: forecast} = analyser.analysesAt(asOf);
		return forecast.status === 'found' ? forecast.model : forecast.status;
	};
	expect([0, 3, 4.5, 6].map(days => modelAt(noon - days * dayMs))).toEqual([
		'mstl',
		'second',
		'first',
		'waiting',
	]);
});

test('asked to, they run at once; stopped, their program ends and nothing runs any more', async () => {
	const {analyser, starts, show, end, kill} = setUp();
	show(0);
	await end([line(noon)]);
	analyser.runNow();
	expect(starts).toHaveLength(2);
	analyser.stop();
	expect(kill()).toHaveBeenCalledWith('SIGTERM');
	await end([]);
	analyser.runNow();
	expect(starts).toHaveLength(2);
});

test('what changes by the day is not run again on the same day, unless it is asked for', async () => {
	const {analyser, starts, show, wait, end} = setUp();
	const score = (asOf: number) => ({
		...line(asOf, {status: 'collecting', daysHave: 0, daysNeeded: 5}),
		what: 'forecast-score',
	});
	show(0);
	expect(starts[0]!.slice(0, 2)).toEqual(['analyse', '--quiet']);
	await end([line(noon), score(noon)]);
	wait(20 * minuteMs);
	show(1);
	expect(starts[1]!.slice(0, 8)).toEqual([
		...['analyse', 'forecast', 'lifetime-value', 'recommendations', 'inventory', 'insights'],
		...['--quiet', '--details'],
	]);
	await end([line(noon + 20 * minuteMs)]);
	analyser.runNow();
	expect(starts[2]!.slice(0, 2)).toEqual(['analyse', '--quiet']);
	await end([line(noon + 20 * minuteMs), score(noon + 20 * minuteMs)]);
	wait(dayMs);
	show(1);
	expect(starts[3]!.slice(0, 2)).toEqual(['analyse', '--quiet']);
});

test('what the command line of the screen says counts for the analyses too', () => {
	const {starts, show} = setUp({flags: ['--config', 'shop.json']});
	show(0);
	expect(starts[0]!.join(' ')).toContain('--config shop.json');
});

test('a run tells what it works on, how many are done and failed, and how long it took', async () => {
	const {analyser, show, wait, end} = setUp();
	const heard = vi.fn();
	analyser.subscribe(heard);
	expect(analyser.getSnapshot()).toBeUndefined();
	show(0);
	expect(analyser.getSnapshot()).toMatchObject({
		...{done: 0, failed: 0, current: 'forecast of revenue per day', elapsedMs: 0},
	});
	wait(2000);
	await end([
		line(noon),
		{...line(noon), subject: 'revenue per hour', result: {status: 'failed', problem: 'x'}},
	]);
	expect(analyser.getSnapshot()).toMatchObject({done: 2, failed: 1, current: undefined, elapsedMs: 2000});
	expect(heard).toHaveBeenCalledTimes(4);
	analyser.runNow();
	expect(analyser.getSnapshot()).toMatchObject({done: 0, failed: 0, elapsedMs: 0});
	await end([], {code: 1, complaint: 'salesmon: disk I/O error'});
	const {failed, total} = analyser.getSnapshot()!;
	expect(failed).toBe(total);
});
