import {setTimeout as pause} from 'node:timers/promises';
import type {Dataset} from '../dataset/dataset.ts';
import {type Spread, spread} from '../statistics.ts';
import {type BenchWriter, openWriter} from './bench-writer.ts';
import {salesmon} from './built-program.ts';
import {memory, processorMs} from './process-usage.ts';
import {inTerminal, type Size, type Terminal} from './terminal.ts';

export type MonitorAnswer = {
	/** From when its commit could be seen by another process to the last bytes of the frame. */
	readonly insertToFrameMs: Spread;
	readonly processorPercent: number;
	readonly processorMsPerTick: number;
	readonly rssMb: {readonly warm: number; readonly end: number; readonly highest: number};
};

export type Pace = {
	readonly intervalMs: number;
	/** How long it is measured. */
	readonly forMs: number;
};

const warmUpMs = 8000;

/** `salesmon` with its own producer. */
export async function measureMonitor(
	program: string,
	dataset: Dataset,
	size: Size,
	pace: Pace,
): Promise<MonitorAnswer> {
	const watcher = openWriter(dataset);
	const monitor = salesmon(program, '--db', dataset.file, '--interval', `${pace.intervalMs}ms`);
	try {
		return await inTerminal(monitor, size, async terminal => watch(terminal, watcher, pace));
	} finally {
		watcher.close();
	}
}

async function watch(
	terminal: Terminal,
	watcher: BenchWriter,
	{intervalMs, forMs}: Pace,
): Promise<MonitorAnswer> {
	await terminal.nextOutput();
	await pause(warmUpMs);
	watcher.hasSold();
	const warm = memory(terminal.pid).rssMb;
	const processorBefore = processorMs(terminal.pid);
	const startedAt = performance.now();
	const latencies: number[] = [];
	while (performance.now() - startedAt < forMs) {
		const bytesBefore = await untilCommit(terminal, watcher);
		const committedAt = performance.now();
		if (terminal.bytes() === bytesBefore) {
			await terminal.nextOutput();
		}
		latencies.push((await terminal.endOfFrame()) - committedAt);
	}
	const usedMs = processorMs(terminal.pid) - processorBefore;
	const elapsedMs = performance.now() - startedAt;
	const {rssMb: end, highestMb: highest} = memory(terminal.pid);
	return {
		insertToFrameMs: spread(latencies),
		processorPercent: (100 * usedMs) / elapsedMs,
		processorMsPerTick: usedMs / (elapsedMs / intervalMs),
		rssMb: {warm, end, highest},
	};
}

/** @returns the bytes that had come shortly before the commit was seen */
async function untilCommit(terminal: Terminal, watcher: BenchWriter): Promise<number> {
	for (;;) {
		const bytes = terminal.bytes();
		if (watcher.hasSold()) {
			return bytes;
		}
		await pause(1);
		if (watcher.hasSold()) {
			return bytes;
		}
	}
}
