import {mkdtempSync, rmSync} from 'node:fs';
import path from 'node:path';
import {type Dataset, dataFolder} from '../dataset/dataset.ts';
import {salesmon} from './built-program.ts';
import {inTerminal, type Size, type Terminal} from './terminal.ts';

export type StartTimes = {
	/** To the first bytes, and to the last ones of the start, in milliseconds. */
	readonly firstMs: number;
	readonly completeMs: number;
};

export type StartAnswer = {
	/** With nothing in Node's compile cache, as after an installation. */
	readonly ever: StartTimes;
	readonly later: readonly StartTimes[];
};

/** So long nothing may come for a frame to count as complete. */
const quietMs = 500;

/** From the start of the process to the frame that stays. */
export async function measureStart(
	program: string,
	{file}: Dataset,
	size: Size,
	runs: number,
): Promise<StartAnswer> {
	const cache = mkdtempSync(path.join(dataFolder, 'compile-cache-'));
	const start = async () =>
		inTerminal(salesmon(program, 'attach', '--db', file), size, untilComplete, {NODE_COMPILE_CACHE: cache});
	const ever = await start();
	const later: StartTimes[] = [];
	for (let run = 0; run < runs; run++) {
		later.push(await start());
	}
	rmSync(cache, {recursive: true, force: true});
	return {ever, later};
}

async function untilComplete(terminal: Terminal): Promise<StartTimes> {
	await terminal.outputUntil(isWhole);
	await terminal.quiet(quietMs);
	return {
		firstMs: terminal.firstAt() - terminal.startedAt,
		completeMs: terminal.lastAt() - terminal.startedAt,
	};
}

/** The frame has its revenue and, in the last row, its keys. */
function isWhole(text: string): boolean {
	return /revenue[^\n]*\s[€\d]/i.test(text.replaceAll('\n', ' ')) && /q quit/.test(text);
}
