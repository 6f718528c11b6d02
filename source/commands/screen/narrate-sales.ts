import {once} from 'node:events';
import {constants} from 'node:os';
import process from 'node:process';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import {type LiveDashboard, startLiveDashboard} from '../../dashboard/live-dashboard.ts';
import {openDashboardReader} from '../../dashboard/read-dashboard.ts';
import {type Formats, printable} from '../../format.ts';
import {endingSignals} from '../../terminal/ending-signals.ts';
import {narrate, openingWords} from '../../views/words/narration.ts';
import {printFormatsFor} from '../command-line/common-options.ts';
import type {Feed} from './feed.ts';
import type {MonitorOptions} from './open-monitor.ts';

export type NarrationOptions = {
	readonly live: Pick<LiveDashboard, 'getSnapshot' | 'subscribe'>;
	readonly formats: Formats;
	readonly label: string;
	readonly say: (sentence: string) => void;
	/** Milliseconds that only grow. */
	readonly now?: () => number;
};

/** A voice needs some seconds for a sentence: sales are summed up this often, what is urgent comes sooner. */
const summaryEveryMs = 15_000;
const urgentEveryMs = 2000;

/**
 * Says what happens in plain sentences, a line each, for a screen reader or a log.
 *
 * @returns what ends it
 */
export function startNarration({
	live,
	formats,
	label,
	say,
	now = () => performance.now(),
}: NarrationOptions): () => void {
	let told: {readonly urgent: Dashboard; readonly summary: Dashboard} | undefined;
	let toldProblem: string | undefined;
	let saidAt = Number.NEGATIVE_INFINITY;
	let summedAt = Number.NEGATIVE_INFINITY;
	let pending: NodeJS.Timeout | undefined;

	const later = (dueAt: number) => {
		clearTimeout(pending);
		pending = setTimeout(consider, Math.max(1, dueAt - now()));
	};
	const tell = (sentences: readonly string[]) => {
		say(sentences.join(' '));
		saidAt = now();
	};
	const consider = () => {
		const {dashboard, problem} = live.getSnapshot();
		if (problem !== toldProblem) {
			toldProblem = problem;
			tell([problem === undefined ? 'The problem is over.' : `Problem: ${printable(problem)}.`]);
		}
		if (!dashboard) {
			return;
		}
		if (!told) {
			told = {urgent: dashboard, summary: dashboard};
			tell([openingWords(dashboard, label, formats)]);
			summedAt = now();
			return;
		}
		const {urgent} = narrate(told.urgent, dashboard, formats);
		if (urgent.length > 0) {
			if (now() < saidAt + urgentEveryMs) {
				later(saidAt + urgentEveryMs);
				return;
			}
			tell(urgent);
			told = {...told, urgent: dashboard};
		}
		const {summary} = narrate(told.summary, dashboard, formats);
		if (summary === undefined) {
			return;
		}
		const dueAt = Math.max(summedAt + summaryEveryMs, saidAt + urgentEveryMs);
		if (now() < dueAt) {
			later(dueAt);
			return;
		}
		tell([summary]);
		summedAt = now();
		told = {urgent: dashboard, summary: dashboard};
	};

	const leave = live.subscribe(consider);
	consider();
	return () => {
		leave();
		clearTimeout(pending);
	};
}

export type NarrateStoreOptions = Pick<
	MonitorOptions,
	'store' | 'common' | 'screen' | 'scope' | 'now' | 'startProducer' | 'startFeed'
> & {
	/** What is watched, in a word or two. */
	readonly label: string;
};

/**
 * Says what happens in a database, into a terminal or anything else, until a signal ends it.
 *
 * @returns the exit code
 */
export async function narrateStore({
	store,
	common,
	screen,
	scope,
	label,
	now = Date.now,
	startProducer,
	startFeed,
}: NarrateStoreOptions): Promise<number> {
	const live = startLiveDashboard(openDashboardReader(store, {zone: common.zone ?? store.zone}), {
		scope,
		// The end of this millisecond, as on a screen.
		now: () => now() + 1,
	});
	const producer = startProducer?.(live.refresh);
	const feed = startFeed?.(live.refresh);
	void feed?.end.then(() => sayEnd(feed));
	try {
		return await narrateSales({
			live,
			formats: printFormatsFor({...common, isMasked: screen.isMasked}, store),
			label,
		});
	} finally {
		producer?.stop();
		feed?.stop();
		live.stop();
	}
}

const say = (sentence: string) => console.log(sentence);

/** Of one that was stopped nothing is said. */
function sayEnd(feed: Feed): void {
	const {notice, state} = feed.getSnapshot();
	if (notice !== undefined && state !== 'running') {
		say(`${state === 'failed' ? 'Problem' : 'News'}: ${printable(notice)}.`);
	}
}

/**
 * Narrates on stdout until a signal ends it.
 *
 * @returns the exit code
 */
async function narrateSales(options: Omit<NarrationOptions, 'say'>): Promise<number> {
	const stop = startNarration({...options, say});
	const ended = new AbortController();
	try {
		return await Promise.race(
			endingSignals.map(async signal => {
				await once(process, signal, {signal: ended.signal});
				// Ctrl-C is how a listener ends it.
				return signal === 'SIGINT' ? 0 : 128 + constants.signals[signal];
			}),
		);
	} finally {
		ended.abort();
		stop();
	}
}
