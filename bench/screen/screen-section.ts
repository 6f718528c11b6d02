import {openDataset, removeDatabase} from '../dataset/dataset.ts';
import {copyUpToNow} from '../dataset/up-to-now.ts';
import type {Options} from '../options.ts';
import type {Row, Section, Target} from '../report.ts';
import {median} from '../statistics.ts';
import {copyBuiltProgram} from './built-program.ts';
import {isInstalled} from './is-installed.ts';
import {type KeysAnswer, measureKeys} from './measure-keys.ts';
import {type MonitorAnswer, measureMonitor} from './measure-monitor.ts';
import {measurePeer, type PeerAnswer, screenPeers} from './measure-peer.ts';
import {measureStart, type StartAnswer} from './measure-start.ts';
import {measureScreenTicks, type ScreenTicksAnswer} from './measure-ticks.ts';
import type {Size} from './terminal.ts';

const sizes: readonly Size[] = [
	{columns: 80, rows: 24},
	{columns: 160, rows: 48},
];

type Measured = {
	readonly start: StartAnswer;
	readonly ticks: ScreenTicksAnswer;
	readonly keys: KeysAnswer;
	readonly monitor: MonitorAnswer;
	readonly fast: MonitorAnswer;
	/** In the order of the peers. */
	readonly peers: readonly PeerAnswer[];
};

/** The built program in a real pseudo-terminal, seen from outside. */
export async function screenSections({isQuick}: Options): Promise<Section[]> {
	const program = copyBuiltProgram();
	const dataset = openDataset(isQuick ? 100_000 : 1_000_000);
	const peers = screenPeers.filter(peer => {
		const isThere = isInstalled(peer.command);
		if (!isThere) {
			console.error(`${peer.name} is not installed and is left out`);
		}
		return isThere;
	});
	const measured: Measured[] = [];
	for (const size of sizes) {
		console.error(`looking at a screen of ${size.columns}×${size.rows}…`);
		const current = copyUpToNow(dataset, 'screen');
		try {
			measured.push({
				start: await measureStart(program, current, size, isQuick ? 2 : 9),
				ticks: await measureScreenTicks(program, current, size, {
					ticks: isQuick ? 6 : 40,
					isIdleLong: !isQuick,
				}),
				keys: await measureKeys(program, current, size, isQuick ? 21 : 140),
				monitor: await measureMonitor(program, current, size, {
					intervalMs: 2000,
					forMs: isQuick ? 10_000 : 80_000,
				}),
				fast: await measureMonitor(program, current, size, {
					intervalMs: 100,
					forMs: isQuick ? 10_000 : 60_000,
				}),
				peers: await inTurn(peers, peer => measurePeer(peer, size, isQuick ? 5 : 30)),
			});
		} finally {
			removeDatabase(current.file);
		}
	}
	const row = (
		what: string,
		unit: Row['unit'],
		pick: (each: Measured) => number,
		target?: Target,
		note?: string,
	): Row => ({what, unit, values: measured.map(pick), target, note});
	const columns = sizes.map(size => `${size.columns}×${size.rows}`);
	const {ticks} = measured[0]!;
	const lines = dataset.lines.toLocaleString('en');
	return [
		{
			title: `Start of attach, ${lines} lines stored`,
			columns,
			rows: [
				row('first complete frame', 'ms', ({start}) => median(start.later.map(each => each.completeMs)), {
					atMost: [400],
				}),
				row('  first bytes', 'ms', ({start}) => median(start.later.map(each => each.firstMs))),
				row('  slowest', 'ms', ({start}) => Math.max(...start.later.map(each => each.completeMs))),
				row('first complete frame, first start ever', 'ms', ({start}) => start.ever.completeMs),
			],
		},
		{
			title: 'attach, a sale every 2 s from another process',
			columns,
			rows: [
				row('bytes a tick, median', 'bytes', each => each.ticks.bytesPerTick.p50, {atMost: [700, 900]}),
				row(
					'bytes a tick, mean',
					'bytes',
					each => each.ticks.bytesPerTick.mean,
					{atMost: [700, 900]},
					`${ticks.bytesPerTick.count} ticks`,
				),
				row('bytes a tick, most', 'bytes', each => each.ticks.bytesPerTick.max),
				row(
					'bytes when nothing changes',
					'bytes',
					each => each.ticks.idle.bytes,
					{atMost: [0]},
					`${ticks.idle.seconds} s`,
				),
				row('bytes when a minute passes', 'bytes', each => each.ticks.idle.bytesOfNewMinute),
				row('insert to frame, p50', 'ms', each => each.ticks.insertToFrameMs.p50, {atMost: [50]}),
				row('insert to frame, longest', 'ms', each => each.ticks.insertToFrameMs.max, {atMost: [50]}),
				row('processor time a tick', 'ms', each => each.ticks.processorMsPerTick),
				row('processor, of one core', '%', each => each.ticks.processorPercent, {atMost: [2]}),
				row('processor when nothing changes', '%', each => each.ticks.idle.processorPercent),
				row('RSS at the end', 'MB', each => each.ticks.rssMb, {atMost: [130]}),
				row('RSS at its highest', 'MB', each => each.ticks.highestRssMb),
			],
		},
		{
			title: 'salesmon with its own producer',
			columns,
			rows: [
				row('insert to frame, p50', 'ms', ({monitor}) => monitor.insertToFrameMs.p50, {atMost: [50]}),
				row('insert to frame, longest', 'ms', ({monitor}) => monitor.insertToFrameMs.max, {
					atMost: [50],
				}),
				row('processor time a tick', 'ms', ({monitor}) => monitor.processorMsPerTick),
				row('processor, of one core', '%', ({monitor}) => monitor.processorPercent, {atMost: [2]}),
				row('RSS after warm-up', 'MB', ({monitor}) => monitor.rssMb.warm),
				row('RSS at the end', 'MB', ({monitor}) => monitor.rssMb.end, {atMost: [130]}),
				row('RSS at its highest', 'MB', ({monitor}) => monitor.rssMb.highest),
				row('at 10 sales/s: processor', '%', ({fast}) => fast.processorPercent),
				row('at 10 sales/s: RSS after warm-up', 'MB', ({fast}) => fast.rssMb.warm),
				row('at 10 sales/s: RSS at the end', 'MB', ({fast}) => fast.rssMb.end),
			],
		},
		{
			title: 'salesmon attach beside others that draw every 2 s',
			columns,
			rows: [
				row('bytes a tick: salesmon', 'bytes', each => each.ticks.bytesPerTick.mean, undefined, 'means'),
				...peers.map((peer, index) =>
					row(`bytes a tick: ${peer.name}`, 'bytes', each => each.peers[index]!.bytesPerTick),
				),
				row('processor time a tick: salesmon', 'ms', each => each.ticks.processorMsPerTick),
				...peers.map((peer, index) =>
					row(`processor time a tick: ${peer.name}`, 'ms', each => each.peers[index]!.processorMsPerTick),
				),
				row('RSS: salesmon', 'MB', each => each.ticks.rssMb),
				...peers.map((peer, index) => row(`RSS: ${peer.name}`, 'MB', each => each.peers[index]!.rssMb)),
			],
		},
		{
			title: 'Key to the frame of its view, attach',
			columns,
			rows: [
				row('nothing else happens, p50', 'ms', ({keys}) => keys.idleMs.p50),
				row(
					'nothing else happens, p99',
					'ms',
					({keys}) => keys.idleMs.p99,
					{atMost: [50]},
					`${measured[0]!.keys.idleMs.count} keys`,
				),
				row('orders are imported meanwhile, p50', 'ms', ({keys}) => keys.busyMs.p50),
				row('orders are imported meanwhile, p99', 'ms', ({keys}) => keys.busyMs.p99, {atMost: [50]}),
				row('orders are imported meanwhile, longest', 'ms', ({keys}) => keys.busyMs.max),
				row('write-ahead log after it', 'MB', ({keys}) => keys.walMb),
			],
		},
	];
}

/** One after the other, so that they do not measure each other. */
async function inTurn<Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (const item of items) {
		results.push(await work(item));
	}
	return results;
}
