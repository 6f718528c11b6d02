import {minuteMs} from '../business-time.ts';
import {createListeners} from '../listeners.ts';
import {messageOf} from '../message-of.ts';
import type {Dashboard, Freshness} from './dashboard.ts';
import {freshnessOf} from './freshness.ts';
import type {Page, PageRequest} from './page.ts';
import type {DashboardReader} from './read-dashboard.ts';
import type {Scope} from './scope.ts';
import {playOn} from './travel.ts';
import {watchWrites} from './watch-writes.ts';

/** What a screen shows right now. A new object whenever anything in it changes. */
export type LiveState = {
	/** Absent until the first read is done. Keeps the last good one while another is on its way. */
	readonly dashboard: Dashboard | undefined;
	/** The page asked for, or still the one before; absent where none is. */
	readonly page: Page | undefined;
	/** What is asked for; `dashboard.scope` may still be what was asked before. */
	readonly scope: Scope;
	/** Share done, 0 to 1, of a read that takes longer than a moment. */
	readonly reading: number | undefined;
	/** Why the latest read failed, in words; the next read that succeeds clears it. */
	readonly problem: string | undefined;
};

/** A dashboard kept current: read again when the database changed or the window slid. */
export type LiveDashboard = {
	readonly getSnapshot: () => LiveState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	/** Asks for something else; with a speed it is played from its moment on. */
	readonly setScope: (scope: Scope) => void;
	readonly find: DashboardReader['find'];
	readonly resolveFilter: DashboardReader['resolveFilter'];
	/** Reads that page with every dashboard, until another is asked for or none. */
	readonly showPage: (request: PageRequest | undefined) => void;
	/** Reads soon: at once, or when the pause since the last read is over. Call it after a commit. */
	readonly refresh: () => void;
	readonly stop: () => void;
};

export type LiveDashboardOptions = {
	readonly scope: Scope;
	/** UTC milliseconds. */
	readonly now: () => number;
	/** The shortest pause between two reads, so that thousands of sales a second cost ten. */
	readonly pauseMs?: number;
};

/** Progress is told this often at the most: each time costs a frame. */
const tellEveryMs = 250;

/** What is played moves on in steps of this, and of at most that, in milliseconds. */
const playEveryMs = 200;
const mostPlayedMs = 500;

/** How many times as long as a read took, the pause after it is at least. */
const pausesPerRead = 2;

/** A silence is told in steps of this, so that it costs no frame each second. */
const silenceStepMs = 10_000;

function isOtherWording(freshness: Freshness, shown: Freshness): boolean {
	const steps = ({silence, lastSaleAt = 0}: Freshness) =>
		silence ? Math.floor((silence.at - lastSaleAt) / silenceStepMs) : 0;
	return freshness.state !== shown.state || (shown.state !== 'live' && steps(freshness) !== steps(shown));
}

/** A picture that cannot be read again is none of the present. */
function stale(dashboard: Dashboard): Dashboard {
	return {...dashboard, freshness: {...dashboard.freshness, state: 'stale'}};
}

/** Begins with a read, and goes on until it is stopped; what fails is told and tried again. */
export function startLiveDashboard(
	reader: DashboardReader,
	{scope, now, pauseMs = 100}: LiveDashboardOptions,
): LiveDashboard {
	const listeners = createListeners();
	let state: LiveState = {
		dashboard: undefined,
		page: undefined,
		scope,
		reading: undefined,
		problem: undefined,
	};
	let request: PageRequest | undefined;
	let isReading = false;
	let isWanted = false;
	let isStopped = false;
	let lastReadAt = Number.NEGATIVE_INFINITY;
	let lastReadMs = 0;
	let pending: NodeJS.Timeout | undefined;
	let playedAt = 0;
	let abandoning = new AbortController();

	const publish = (change: Partial<LiveState>) => {
		state = {...state, ...change};
		listeners.tell();
	};

	const read = async () => {
		clearTimeout(pending);
		pending = undefined;
		isReading = true;
		isWanted = false;
		if (state.scope.speed !== undefined) {
			playOnNow();
		}
		const {scope: asked} = state;
		const wanted = request;
		abandoning = new AbortController();
		const {signal} = abandoning;
		const startedAt = performance.now();
		let toldAt = startedAt;
		const tell = (reading: number) => {
			if (performance.now() - toldAt >= tellEveryMs) {
				toldAt = performance.now();
				publish({reading});
			}
		};
		try {
			const dashboard = await reader.read(asked, now(), {onProgress: tell, signal});
			const page = wanted && (await reader.readPage(wanted, tell));
			if (!isStopped && state.scope === asked) {
				publish({dashboard, page, reading: undefined, problem: undefined});
			}
		} catch (error) {
			const problem = messageOf(error);
			if (!isStopped && !signal.aborted && (problem !== state.problem || state.reading !== undefined)) {
				publish({reading: undefined, problem, dashboard: state.dashboard && stale(state.dashboard)});
			}
		}
		isReading = false;
		lastReadAt = performance.now();
		lastReadMs = lastReadAt - startedAt;
		if (!isStopped && state.scope !== asked) {
			void read();
		} else if (!isStopped && (isWanted || request !== wanted)) {
			refresh();
		}
	};

	/** Moves what is played on by the time that has passed, though never by what a long read took. */
	const playOnNow = () => {
		const time = performance.now();
		const elapsedMs = Math.min(time - playedAt, mostPlayedMs);
		playedAt = time;
		const present = Math.min(now(), state.dashboard?.present ?? Number.POSITIVE_INFINITY);
		const played = playOn(state.scope, elapsedMs, present, reader.zone);
		state = {...state, scope: played};
	};

	const refresh = () => {
		if (isStopped || isReading || pending) {
			isWanted = true;
			return;
		}
		// While much is being written, reading it again and again leaves most of the time to keys.
		const dueInMs = lastReadAt + Math.max(pauseMs, pausesPerRead * lastReadMs) - performance.now();
		if (dueInMs <= 0) {
			void read();
		} else {
			pending = setTimeout(read, dueInMs);
		}
	};

	const hasChanged = () => {
		try {
			return reader.hasChanged();
		} catch {
			// The read that follows says why.
			return true;
		}
	};

	/** @returns whether there was something new */
	const look = (): boolean => {
		const {dashboard} = state;
		const hasMinutePassed =
			dashboard &&
			dashboard.moment === 'now' &&
			Math.floor(dashboard.asOf / minuteMs) !== Math.floor(now() / minuteMs);
		const isPlayed = state.scope.speed !== undefined && performance.now() - playedAt >= playEveryMs;
		if (state.problem !== undefined || hasChanged() || hasMinutePassed || isPlayed) {
			refresh();
			return true;
		}
		if (dashboard?.moment === 'now') {
			// Silence makes a picture late without any change in the database.
			const freshness = freshnessOf(
				dashboard.recent.map(({at}) => at),
				now(),
				dashboard.freshness.silence?.expectation,
			);
			if (isOtherWording(freshness, dashboard.freshness)) {
				publish({dashboard: {...dashboard, freshness}});
			}
		}
		return false;
	};

	void read();
	const endWatch = watchWrites(reader.onWrite, look);

	return {
		getSnapshot: () => state,
		subscribe: listeners.subscribe,
		find: reader.find,
		resolveFilter: reader.resolveFilter,
		setScope(asked) {
			if (asked === state.scope) {
				return;
			}
			playedAt = performance.now();
			publish({scope: asked, reading: undefined});
			if (isReading) {
				abandoning.abort();
			} else {
				void read();
			}
		},
		showPage(asked) {
			const isOther = asked?.subject !== request?.subject;
			request = asked;
			if (isOther && !isReading) {
				void read();
			} else {
				refresh();
			}
		},
		refresh,
		stop() {
			isStopped = true;
			endWatch();
			clearTimeout(pending);
			abandoning.abort();
			listeners.clear();
		},
	};
}
