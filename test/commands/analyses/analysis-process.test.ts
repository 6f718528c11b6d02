import {spawn} from 'node:child_process';
import process from 'node:process';
import {expect, onTestFinished, test, vi} from 'vitest';
import {openZone} from '../../../source/business-time.ts';
import {type AnalysisLine, startAnalysisProcess} from '../../../source/commands/analyses/analysis-process.ts';

/** Runs a program instead of the analyses, to its end. */
async function run(program: string, {command = process.execPath, isStopped = false} = {}) {
	const lines: AnalysisLine[] = [];
	const onEnd = vi.fn<(problem: string | undefined) => void>();
	let hasClosed = Promise.resolve();
	const stop = startAnalysisProcess({
		...{names: [], database: 'sales.db', zone: openZone('UTC'), flags: []},
		...{asOf: undefined, keepsResults: true, onEnd},
		startProgram() {
			const child = spawn(command, ['-e', program]);
			hasClosed = new Promise(resolve => child.on('close', () => resolve()));
			return child;
		},
		onLine: line => lines.push(line),
	});
	onTestFinished(stop);
	if (isStopped) {
		stop();
	}
	await hasClosed;
	return {lines, ends: onEnd.mock.calls.map(([problem]) => problem)};
}

test('lines of analyses are read, and whatever else is printed is passed over', async () => {
	const line = {
		...{what: 'inventory', subject: '', madeAt: '2026-11-20T12:00:04Z', asOf: '2026-11-20T12:00:00Z'},
		...{model: null, result: {status: 'failed', problem: 'no sales'}},
	};
	const {lines, ends} = await run(
		`console.log('warming up\\n{}'); console.log(${JSON.stringify(JSON.stringify(line))})`,
	);
	expect(lines).toEqual([
		{
			...{what: 'inventory', subject: '', problem: 'no sales'},
			found: {
				...{madeAt: Date.UTC(2026, 10, 20, 12, 0, 4), asOf: Date.UTC(2026, 10, 20, 12)},
				...{model: undefined, result: line.result, details: undefined},
			},
		},
	]);
	expect(ends).toEqual([undefined]);
});

test('what is complained about last is why it broke down; else its code is', async () => {
	const {ends} = await run("console.error('slow\\nsalesmon: disk I/O error'); process.exitCode = 1");
	expect(ends).toEqual(['disk I/O error']);
	expect((await run('process.exitCode = 7')).ends).toEqual(['the analyses ended with code 7']);
});

test('that a program cannot be started is told once', async () => {
	const {ends} = await run('', {command: '/nowhere/salesmon'});
	expect(ends).toEqual(['the analyses cannot be started: spawn /nowhere/salesmon ENOENT']);
});

test('stopped, it ends', async () => {
	const {ends} = await run('setInterval(() => {}, 1000)', {isStopped: true});
	expect(ends).toEqual(['the analyses ended with code unknown']);
});
