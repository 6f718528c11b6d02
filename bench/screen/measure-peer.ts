import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {dataFolder} from '../dataset/dataset.ts';
import {memory, processorMs} from './process-usage.ts';
import {inTerminal, type Size} from './terminal.ts';

/** Another program that draws a screen anew every two seconds. */
export type ScreenPeer = {
	readonly name: string;
	/** Looked up in PATH. */
	readonly command: string;
	readonly args: readonly string[];
	/** Its configuration file under the configuration folder, where the interval cannot be an argument. */
	readonly configuration?: {readonly file: string; readonly text: string};
};

export type PeerAnswer = {
	/** Of an interval, on the average: their frames have no sale that one could count by. */
	readonly bytesPerTick: number;
	readonly processorMsPerTick: number;
	readonly rssMb: number;
};

export const screenPeers: readonly ScreenPeer[] = [
	{name: 'htop', command: 'htop', args: ['--delay', '20']},
	{
		name: 'btop',
		command: 'btop',
		args: ['--utf-force'],
		configuration: {file: 'btop/btop.conf', text: 'update_ms = 2000\n'},
	},
];

const tickMs = 2000;
const warmUpMs = 6000;

/** Looks at a peer as it is installed, with its own defaults but for the interval. */
export async function measurePeer(
	{command, args, configuration}: ScreenPeer,
	size: Size,
	ticks: number,
): Promise<PeerAnswer> {
	const folder = mkdtempSync(path.join(dataFolder, 'peer-'));
	if (configuration) {
		const file = path.join(folder, configuration.file);
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, configuration.text);
	}
	const environment = {XDG_CONFIG_HOME: folder, HOME: folder, LC_ALL: 'C.UTF-8'};
	try {
		return await inTerminal(
			{command, args},
			size,
			async terminal => {
				await terminal.nextOutput();
				await pause(warmUpMs);
				const [bytesBefore, processorBefore] = [terminal.bytes(), processorMs(terminal.pid)];
				await pause(ticks * tickMs);
				const bytes = terminal.bytes() - bytesBefore;
				if (bytes === 0) {
					throw new Error(
						`${command} drew nothing for ${ticks} intervals; on its screen stands\n${terminal.text()}`,
					);
				}
				return {
					bytesPerTick: bytes / ticks,
					processorMsPerTick: (processorMs(terminal.pid) - processorBefore) / ticks,
					rssMb: memory(terminal.pid).rssMb,
				};
			},
			environment,
		);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}
