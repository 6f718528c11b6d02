import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {statSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import type {Dataset} from '../dataset/dataset.ts';
import {type Spread, spread} from '../statistics.ts';
import {salesmon} from './built-program.ts';
import {inTerminal, type Size, type Terminal} from './terminal.ts';

export type KeysAnswer = {
	/** From the key to the last bytes of the frame that shows its view. */
	readonly idleMs: Spread;
	/** The same while another process records a past in batches of 1,000 orders, as an import does. */
	readonly busyMs: Spread;
	/** How long the write-ahead log has become meanwhile: a reader that never rests makes it grow. */
	readonly walMb: number;
};

const keys = ['1', '2', '3', '4', '5', '6', '7'];

/** The keys of the views, pressed in turn. */
export async function measureKeys(
	program: string,
	dataset: Dataset,
	size: Size,
	presses: number,
): Promise<KeysAnswer> {
	return inTerminal(salesmon(program, 'attach', '--db', dataset.file), size, async terminal => {
		await terminal.nextOutput();
		await terminal.quiet(700);
		const signs = await signsOfViews(terminal);
		const idleMs = await press(terminal, signs, presses);
		const recording = recordWithoutPause(dataset);
		try {
			await pause(1000);
			const busyMs = await press(terminal, signs, presses);
			if (recording.exitCode !== null) {
				throw new Error('the process that records without a pause has ended by itself');
			}
			const walMb = statSync(`${dataset.file}-wal`).size / 1024 / 1024;
			return {idleMs: spread(idleMs), busyMs: spread(busyMs), walMb};
		} finally {
			recording.stdin.end();
			await once(recording, 'exit');
		}
	});
}

/** A screen of a view, told from all others by its tab: the titles of its panels change as analyses arrive. */
async function signsOfViews(terminal: Terminal): Promise<ReadonlyMap<string, () => boolean>> {
	const tabs = new Map<string, string>();
	for (const key of ['2', ...keys]) {
		const shown = terminal.nextOutput();
		terminal.press(key);
		await shown;
		await terminal.quiet(300);
		tabs.set(key, terminal.tab());
	}
	if (new Set(tabs.values()).size < keys.length) {
		throw new Error(`two views have the same tab: ${[...tabs.values()].join(', ')}`);
	}
	return new Map([...tabs].map(([key, tab]) => [key, () => terminal.tab() === tab]));
}

async function press(
	terminal: Terminal,
	signs: ReadonlyMap<string, () => boolean>,
	presses: number,
): Promise<number[]> {
	const times: number[] = [];
	for (let index = 0; index < presses; index++) {
		const key = keys[index % keys.length]!;
		await pause(60 + Math.random() * 100);
		const shown = terminal.outputUntil(signs.get(key)!);
		const pressedAt = performance.now();
		terminal.press(key);
		await shown;
		times.push((await terminal.endOfFrame()) - pressedAt);
	}
	return times;
}

function recordWithoutPause(dataset: Dataset) {
	const script = path.join(import.meta.dirname, 'record-without-pause.ts');
	return spawn(process.execPath, ['--no-warnings', script, JSON.stringify(dataset)], {
		stdio: ['pipe', 'ignore', 'inherit'],
	});
}
