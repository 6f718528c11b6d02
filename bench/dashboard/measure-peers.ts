import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {resolveWindow} from '../../source/dashboard/window.ts';
import type {WindowName} from '../../source/dashboard/window-name.ts';
import {openStoreToRead} from '../../source/store/open-store.ts';
import {firstOrderAt} from '../../source/store/orders/extent.ts';
import type {Dataset} from '../dataset/dataset.ts';
import {answer} from '../measure-apart.ts';
import {median} from '../statistics.ts';
import {type Answer, answersIn, assertSame} from './answers.ts';
import {loadDuckDb, openDuckDb} from './duckdb.ts';
import type {Peer} from './peer.ts';
import {questionsOf} from './questions.ts';
import {openSqlite} from './sqlite.ts';

export type PeersQuestion = {readonly dataset: Dataset; readonly windows: readonly WindowName[]};

export type PeersAnswer = readonly PeerTimes[];

/** Medians over the passes, in milliseconds. */
export type PeerTimes = {
	readonly peer: string;
	readonly window: WindowName;
	readonly passes: number;
	/** Of a whole pass over the questions. */
	readonly totalMs: number;
	readonly questionsMs: Readonly<Record<string, number>>;
};

/** Passes after the first, which only checks; fewer where they take long. */
const mostPasses = 9;
const patienceMs = 15_000;

/** SQLite takes minutes for all time, and hours are what it is asked for. */
const isAsked = (peer: Peer, window: WindowName) => window !== 'all' || peer.name !== 'SQLite';

async function measurePeers({dataset, windows}: PeersQuestion): Promise<PeersAnswer> {
	await loadDuckDb(dataset.file);
	const store = openStoreToRead(dataset.file);
	const times: PeerTimes[] = [];
	for (const open of [
		async () => openDuckDb(dataset.file, 'joined'),
		async () => openDuckDb(dataset.file, 'wide'),
		async () => openSqlite(dataset.file),
	]) {
		const peer = await open();
		for (const name of windows.filter(each => isAsked(peer, each))) {
			const window = resolveWindow(name, dataset.until, store.zone, firstOrderAt(store.db)());
			const expected = answersIn(await openDashboardReader(store).read(presentScope(name), dataset.until));
			const questions = [];
			for (const {name: question, sql} of questionsOf(window, store.zone, peer.dialect)) {
				const ask = await peer.prepare(sql);
				check(question, await ask(), expected, `${peer.name} and salesmon (${name})`);
				questions.push({question, ask});
			}
			times.push({peer: peer.name, window: name, ...(await timeAll(questions))});
		}
		peer.close();
	}
	store.close();
	return times;
}

/** What no dashboard shows as it is, peers must at least agree on. */
const unshown = new Map<string, Answer>();

function check(question: string, given: Answer, expected: ReadonlyMap<string, Answer>, who: string): void {
	const ours = expected.get(question) ?? unshown.get(question);
	if (ours) {
		assertSame(question, given, ours, who);
	} else {
		unshown.set(question, given);
	}
}

async function timeAll(questions: readonly {question: string; ask: () => Promise<Answer>}[]) {
	const totals: number[] = [];
	const each = new Map<string, number[]>(questions.map(({question}) => [question, []]));
	const startedAt = performance.now();
	while (totals.length < mostPasses && (totals.length === 0 || performance.now() - startedAt < patienceMs)) {
		const passStartedAt = performance.now();
		for (const {question, ask} of questions) {
			const askedAt = performance.now();
			await ask();
			each.get(question)!.push(performance.now() - askedAt);
		}
		totals.push(performance.now() - passStartedAt);
	}
	return {
		passes: totals.length,
		totalMs: median(totals),
		questionsMs: Object.fromEntries([...each].map(([question, values]) => [question, median(values)])),
	};
}

await answer(measurePeers);
