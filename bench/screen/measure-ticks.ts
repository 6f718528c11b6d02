import {setTimeout as pause} from 'node:timers/promises';
import {minuteMs} from '../../source/business-time.ts';
import type {Dataset} from '../dataset/dataset.ts';
import {type Spread, spread} from '../statistics.ts';
import {type BenchWriter, openWriter} from './bench-writer.ts';
import {salesmon} from './built-program.ts';
import {memory, processorMs} from './process-usage.ts';
import {inTerminal, type Size, type Terminal} from './terminal.ts';

export type ScreenTicksAnswer = {
	readonly bytesPerTick: Spread;
	/** From the commit in another process to the last bytes of the frame. */
	readonly insertToFrameMs: Spread;
	readonly processorMsPerTick: number;
	readonly processorPercent: number;
	readonly rssMb: number;
	readonly highestRssMb: number;
	readonly idle: IdleAnswer;
};

export type IdleAnswer = {
	readonly seconds: number;
	readonly bytes: number;
	readonly processorPercent: number;
	/** When a minute ends, the clock of the header and the window move on; `NaN` if none was waited for. */
	readonly bytesOfNewMinute: number;
};

export type ScreenTicksOptions = {
	readonly ticks: number;
	/** Whether to wait for whole minutes when nothing is sold. */
	readonly isIdleLong: boolean;
};

const tickMs = 2000;
/** After so long a silence the word for it, first LATE and then STALE, changes no more. */
const untilStaleMs = 62_000;
const warmUpTicks = 3;

/** `attach`, first with a sale every two seconds from another process, then with none. */
export async function measureScreenTicks(
	program: string,
	dataset: Dataset,
	size: Size,
	options: ScreenTicksOptions,
): Promise<ScreenTicksAnswer> {
	const writer = openWriter(dataset);
	try {
		return await inTerminal(salesmon(program, 'attach', '--db', dataset.file), size, async terminal => {
			await terminal.nextOutput();
			await terminal.quiet(700);
			const selling = await measureSelling(terminal, writer, options);
			return {...selling, idle: await measureIdle(terminal, options)};
		});
	} finally {
		writer.close();
	}
}

async function measureSelling(
	terminal: Terminal,
	writer: BenchWriter,
	{ticks}: ScreenTicksOptions,
): Promise<Omit<ScreenTicksAnswer, 'idle'>> {
	/** Bytes so far, at each sale and at the end: nothing that is sent between is missed. */
	const marks: number[] = [];
	const latencies: number[] = [];
	let startedAt = 0;
	let processorBefore = 0;
	let due = performance.now();
	for (let tick = -warmUpTicks; tick < ticks; tick++) {
		// Not in step with anything that the program does at an even pace.
		due += tickMs + (Math.random() - 0.5) * 300;
		await pause(due - performance.now());
		if (tick === 0) {
			startedAt = performance.now();
			processorBefore = processorMs(terminal.pid);
		}
		marks.push(terminal.bytes());
		const shown = terminal.nextOutput();
		const soldAt = writer.sell();
		await shown;
		const shownAt = await terminal.endOfFrame();
		if (tick >= 0) {
			latencies.push(shownAt - soldAt);
		}
	}
	await pause(Math.max(0, due + tickMs - performance.now()));
	const usedMs = processorMs(terminal.pid) - processorBefore;
	const elapsedMs = performance.now() - startedAt;
	marks.push(terminal.bytes());
	const bytes = marks.slice(1).map((mark, index) => mark - marks[index]!);
	const {rssMb, highestMb} = memory(terminal.pid);
	return {
		bytesPerTick: spread(bytes.slice(warmUpTicks)),
		insertToFrameMs: spread(latencies),
		processorMsPerTick: usedMs / ticks,
		processorPercent: (100 * usedMs) / elapsedMs,
		rssMb,
		highestRssMb: highestMb,
	};
}

async function measureIdle(
	terminal: Terminal,
	{isIdleLong: isLong}: ScreenTicksOptions,
): Promise<IdleAnswer> {
	const untilMinute = () => minuteMs - (Date.now() % minuteMs);
	if (isLong) {
		await pause(untilStaleMs);
		await pause(untilMinute() + 3000);
	}
	const seconds = isLong ? 45 : 6;
	const startedAt = performance.now();
	const [bytesBefore, processorBefore] = [terminal.bytes(), processorMs(terminal.pid)];
	await pause(seconds * 1000);
	const bytes = terminal.bytes() - bytesBefore;
	const usedMs = processorMs(terminal.pid) - processorBefore;
	const elapsedMs = performance.now() - startedAt;
	let bytesOfNewMinute = Number.NaN;
	if (isLong) {
		const before = terminal.bytes();
		await pause(untilMinute() + 3000);
		bytesOfNewMinute = terminal.bytes() - before;
	}
	return {seconds, bytes, processorPercent: (100 * usedMs) / elapsedMs, bytesOfNewMinute};
}
