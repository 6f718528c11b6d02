import {copyOf, openDataset, removeDatabase} from '../dataset/dataset.ts';
import {measureApart} from '../measure-apart.ts';
import type {Options} from '../options.ts';
import type {Section} from '../report.ts';
import {median} from '../statistics.ts';
import type {InsertsAnswer, InsertsQuestion} from './measure-inserts.ts';

/** How fast sales are recorded, one at a time and in batches. */
export async function insertsSection({isQuick, hasProfile}: Options): Promise<Section> {
	const dataset = openDataset(isQuick ? 100_000 : 1_000_000);
	const measure = async (ordersPerCall: number, calls: number) => {
		console.error(`recording ${calls} × ${ordersPerCall} orders…`);
		const runs: InsertsAnswer[] = [];
		for (let run = 0; run < (isQuick ? 1 : 3); run++) {
			const copy = copyOf(dataset, 'inserts');
			const question: InsertsQuestion = {dataset: copy, ordersPerCall, calls};
			runs.push(await measureApart<InsertsAnswer>('inserts/measure-inserts.ts', question, {hasProfile}));
			removeDatabase(copy.file);
		}
		return {
			linesPerSecond: median(runs.map(run => run.linesPerSecond)),
			p50: median(runs.map(({call}) => call.p50)),
			p99: median(runs.map(({call}) => call.p99)),
		};
	};
	const single = await measure(1, 5000);
	const batched = await measure(1000, 100);
	return {
		title: `Recording sales, ${dataset.lines.toLocaleString('en')} lines stored`,
		columns: ['one each', '1,000 a call'],
		rows: [
			{
				what: 'lines recorded with their rollups',
				unit: 'lines/s',
				values: [single.linesPerSecond, batched.linesPerSecond],
				target: {atLeast: [5000, 50_000]},
			},
			{what: 'one call, p50', unit: 'ms', values: [single.p50, batched.p50]},
			{what: 'one call, p99', unit: 'ms', values: [single.p99, batched.p99]},
		],
	};
}
