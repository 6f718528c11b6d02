import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import type {WindowName} from '../../source/dashboard/window-name.ts';
import {openStoreToRead} from '../../source/store/open-store.ts';
import type {Dataset} from '../dataset/dataset.ts';
import {answer} from '../measure-apart.ts';
import {watchTurns} from '../turns.ts';

export type FirstReadQuestion = {readonly dataset: Dataset; readonly window: WindowName};

export type FirstReadAnswer = {
	readonly readMs: number;
	/** The longest stretch of it in which no key would have been answered. */
	readonly longestStretchMs: number;
	/** Of the process after it, with the garbage. */
	readonly rssMb: number;
};

/** The first read of a new process: nothing compiled, no page in SQLite's own cache. */
async function measureFirstRead({dataset, window}: FirstReadQuestion): Promise<FirstReadAnswer> {
	const store = openStoreToRead(dataset.file);
	const reader = openDashboardReader(store);
	const turns = watchTurns();
	const startedAt = performance.now();
	await reader.read(presentScope(window), dataset.until);
	const readMs = performance.now() - startedAt;
	const longestStretchMs = turns.stop();
	store.close();
	return {readMs, longestStretchMs, rssMb: process.memoryUsage.rss() / 1024 / 1024};
}

await answer(measureFirstRead);
