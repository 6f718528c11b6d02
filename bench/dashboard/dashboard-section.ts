import type {WindowName} from '../../source/dashboard/window-name.ts';
import {copyOf, type Dataset, openDataset, removeDatabase} from '../dataset/dataset.ts';
import {measureApart} from '../measure-apart.ts';
import type {Options} from '../options.ts';
import type {Row, Section} from '../report.ts';
import {median} from '../statistics.ts';
import type {FirstReadAnswer, FirstReadQuestion} from './measure-first-read.ts';
import type {PeersAnswer, PeersQuestion, PeerTimes} from './measure-peers.ts';
import type {TicksAnswer, TicksQuestion} from './measure-ticks.ts';

const tickWindows = ['24h', '30d'] as const;
const windows = ['24h', '30d', 'all'] as const satisfies readonly WindowName[];

type Measured = {
	readonly dataset: Dataset;
	readonly peers: PeersAnswer;
	readonly firstReads: ReadonlyMap<WindowName, readonly FirstReadAnswer[]>;
	/** Several runs each. */
	readonly ticks: ReadonlyMap<WindowName, TicksAnswer[]>;
};

/** One tick's read and the first read, at every size, beside peers that ask the raw lines. */
export async function dashboardSections(options: Options): Promise<Section[]> {
	const datasets = options.sizes.map(openDataset);
	const ticks = await measureTicks(datasets, options);
	const measured: Measured[] = [];
	for (const dataset of datasets) {
		console.error(`reading ${dataset.lines.toLocaleString('en')} lines beside the peers…`);
		const firstReads = await measureFirstReads(dataset, options);
		const question: PeersQuestion = {dataset, windows};
		const peers = await measureApart<PeersAnswer>('dashboard/measure-peers.ts', question);
		measured.push({dataset, peers, firstReads, ticks: ticks.get(dataset)!});
	}
	const columns = measured.map(({dataset}) => `${dataset.lines.toLocaleString('en')} lines`);
	return [
		...tickWindows.map(window => tickSection(window, columns, measured)),
		firstReadSection(columns, measured),
		peerSection(measured.at(-1)!),
	];
}

/** The sizes take turns, so that a busy minute of the machine does not strike one of them alone. */
async function measureTicks(datasets: readonly Dataset[], {isQuick, hasProfile}: Options) {
	const [runs, ticks] = isQuick ? [1, 200] : [3, 600];
	const copies = datasets.map(dataset => ({dataset, copy: copyOf(dataset, 'ticks')}));
	const answers = new Map(
		datasets.map(dataset => [
			dataset,
			new Map<WindowName, TicksAnswer[]>(tickWindows.map(name => [name, []])),
		]),
	);
	let hours = 0;
	for (let run = 0; run < runs; run++) {
		for (const window of tickWindows) {
			for (const {dataset, copy} of copies) {
				console.error(
					`${ticks} ticks at ${dataset.lines.toLocaleString('en')} lines, ${window}, run ${run + 1}…`,
				);
				const question: TicksQuestion = {dataset: copy, hoursAfter: hours, window, ticks};
				const answer = await measureApart<TicksAnswer>('dashboard/measure-ticks.ts', question, {hasProfile});
				answers.get(dataset)!.get(window)!.push(answer);
			}
			hours += 2;
		}
	}
	for (const {copy} of copies) {
		removeDatabase(copy.file);
	}
	return answers;
}

async function measureFirstReads(dataset: Dataset, {isQuick, hasProfile}: Options) {
	const answers = new Map<WindowName, FirstReadAnswer[]>();
	for (const window of windows) {
		answers.set(window, []);
		for (let run = 0; run < (isQuick ? 2 : 5); run++) {
			const question: FirstReadQuestion = {dataset, window};
			answers
				.get(window)!
				.push(await measureApart<FirstReadAnswer>('dashboard/measure-first-read.ts', question, {hasProfile}));
		}
	}
	return answers;
}

function tickSection(window: WindowName, columns: readonly string[], measured: readonly Measured[]): Section {
	const ofRuns = (pick: (answer: TicksAnswer) => number) =>
		measured.map(({ticks}) => median(ticks.get(window)!.map(pick)));
	const p50 = ofRuns(({read}) => read.p50);
	const p99 = ofRuns(({read}) => read.p99);
	const firstRead = measured.map(({firstReads}) => median(firstReads.get(window)!.map(({readMs}) => readMs)));
	const timesOf = (name: string) =>
		measured.map(({peers}) => peers.find(each => each.window === window && each.peer === name)!);
	const total = ({totalMs}: PeerTimes) => totalMs;
	const ofWindow = ({totalMs, questionsMs}: PeerTimes) => totalMs - questionsMs.tiers!;
	const faster = (pick: (times: PeerTimes) => number) => {
		const [joined, wide] = [timesOf('DuckDB, joined'), timesOf('DuckDB, wide')];
		return joined.map((each, index) => Math.min(pick(each), pick(wide[index]!)));
	};
	const over = (theirs: readonly number[], ours: readonly number[]) =>
		theirs.map((value, index) => value / ours[index]!);
	const runs = measured[0]!.ticks.get(window)!.length;
	const ticks = measured[0]!.ticks.get(window)![0]!.read.count;
	const rows: (Row | undefined)[] = [
		{what: 'tick: dashboard read, p50', unit: 'ms', values: p50, note: `${runs} × ${ticks} ticks`},
		{what: 'tick: dashboard read, p99', unit: 'ms', values: p99, target: {atMost: [5]}},
		measured.length > 1
			? {
					what: 'p99 at the most lines : at the fewest',
					unit: '×',
					values: [p99.at(-1)! / p99[0]!],
					target: {atMost: [1.3]},
					note: `p50: ${(p50.at(-1)! / p50[0]!).toFixed(2)} ×`,
				}
			: undefined,
		{what: 'tick: dashboard read, longest', unit: 'ms', values: ofRuns(({read}) => read.max)},
		window === '24h'
			? {
					what: 'the tick that opens a new clock hour',
					unit: 'ms',
					values: ofRuns(({newHourMs}) => newHourMs),
					note: 'takes the hour that left out of the sums',
				}
			: undefined,
		{what: 'recording the sale, p50', unit: 'ms', values: ofRuns(({record}) => record.p50)},
		{what: 'recording the sale, p99', unit: 'ms', values: ofRuns(({record}) => record.p99)},
		{what: 'DuckDB, all questions, joined tables', unit: 'ms', values: timesOf('DuckDB, joined').map(total)},
		{what: 'DuckDB, all questions, one wide table', unit: 'ms', values: timesOf('DuckDB, wide').map(total)},
		{what: 'SQLite, all questions, same indexes', unit: 'ms', values: timesOf('SQLite').map(total)},
		{
			what: 'faster DuckDB : tick p50',
			unit: '×',
			values: over(faster(total), p50),
			target: {atLeast: [20]},
			note: 'medians',
		},
		{
			what: '  the same without the tiers of all time',
			unit: '×',
			values: over(faster(ofWindow), p50),
		},
		{what: 'faster DuckDB : tick p99', unit: '×', values: over(faster(total), p99)},
		{what: 'faster DuckDB : first read', unit: '×', values: over(faster(total), firstRead)},
	];
	return {title: `Dashboard, window ${window}`, columns, rows: rows.filter(row => row !== undefined)};
}

function firstReadSection(columns: readonly string[], measured: readonly Measured[]): Section {
	const rows = windows.flatMap((window): Row[] => {
		const ofRuns = (pick: (answer: FirstReadAnswer) => number, of = median) =>
			measured.map(({firstReads}) => of(firstReads.get(window)!.map(pick)));
		return [
			{what: `first read, ${window}`, unit: 'ms', values: ofRuns(({readMs}) => readMs)},
			{
				what: `  longest stretch without an answer to keys`,
				unit: 'ms',
				values: ofRuns(
					({longestStretchMs}) => longestStretchMs,
					values => Math.max(...values),
				),
				target: {atMost: [50]},
				note: 'worst of all runs',
			},
			{what: '  RSS after it', unit: 'MB', values: ofRuns(({rssMb}) => rssMb)},
		];
	});
	const duckAll = measured.map(({peers}) =>
		Math.min(
			...peers.filter(({window, peer}) => window === 'all' && peer !== 'SQLite').map(each => each.totalMs),
		),
	);
	rows.push({what: 'faster DuckDB, all questions, all', unit: 'ms', values: duckAll});
	return {title: 'First read of a new process', columns, rows};
}

function peerSection({dataset, peers}: Measured): Section {
	const timesOf = peers.filter(({window}) => window === '24h');
	const row = (what: string, pick: (times: PeerTimes) => number): Row => ({
		what,
		unit: 'ms',
		values: timesOf.map(pick),
	});
	return {
		title: `Peers by question, 24h, ${dataset.lines.toLocaleString('en')} lines (answers equal salesmon's)`,
		columns: timesOf.map(({peer}) => peer),
		rows: [
			...Object.keys(timesOf[0]!.questionsMs).map(name => row(name, ({questionsMs}) => questionsMs[name]!)),
			row('all', ({totalMs}) => totalMs),
		],
	};
}
