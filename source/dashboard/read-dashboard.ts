import {setImmediate} from 'node:timers/promises';
import type {Zone} from '../business-time.ts';
import type {Goal} from '../configuration/configuration.ts';
import {type Filter, type FilterTerm, parseFilter} from '../filter.ts';
import type {Store} from '../store/open-store.ts';
import {type StoreQuestions, storeQuestions} from '../store/store-questions.ts';
import {type Analyses, filteredAnalyses, noAnalyses, withoutWork} from './analyses.ts';
import {buildDashboard, type DashboardFrame} from './build-dashboard.ts';
import type {Dashboard} from './dashboard.ts';
import {keepLedger} from './kept-ledger.ts';
import type {Ledger} from './ledger.ts';
import {createNameBook} from './name-book.ts';
import type {Page, PageRequest} from './page.ts';
import {openPageReader} from './page-reader.ts';
import {presentMoment} from './present-moment.ts';
import {momentOf, type Scope} from './scope.ts';
import {openShortTransactions} from './short-transactions.ts';
import {pauseTelling, type Turns} from './turns.ts';
import {resolveWindow} from './window.ts';

export type DashboardReader = {
	/** By whose days and hours sales are counted. */
	readonly zone: Zone;
	/** What a part of a name may mean in a filter. */
	readonly find: (text: string) => Promise<Filter>;
	/**
	 * Reads a filter that somebody wrote.
	 *
	 * @param isMasked whether no customer may be named that was not asked for
	 * @throws RangeError that names what nothing is called
	 */
	readonly resolveFilter: (text: string, isMasked: boolean) => Filter;
	readonly onWrite: Store['onWrite'];
	/**
	 * Whether anyone has written to the database since the last read; costs no query.
	 *
	 * @throws Error when the file is no longer there
	 */
	readonly hasChanged: () => boolean;
	/**
	 * Reads everything one tick shows, at one moment. Calls must not overlap.
	 *
	 * @param now UTC milliseconds
	 * @throws the reason of the signal, once it is aborted
	 */
	readonly read: (scope: Scope, now: number, options?: ReadOptions) => Promise<Dashboard>;
	/**
	 * Reads one page, of the moment and the window of the last dashboard; nothing before there is one.
	 * Calls must not overlap with each other or with `read`.
	 */
	readonly readPage: (
		request: PageRequest,
		onProgress?: (share: number) => void,
	) => Page | Promise<Page> | undefined;
};

export type ReadOptions = {
	/** Hears the share done, 0 to 1, when the past takes longer than a moment. */
	readonly onProgress?: (share: number) => void;
	/** Ends a read that nobody waits for any more. */
	readonly signal?: AbortSignal;
};

export type DashboardReaderOptions = {
	/** By whose days and hours sales are counted; the database's own unless told otherwise. */
	readonly zone?: Zone | undefined;
	/** What analyses had found at a moment; each result is the same object as long as it is. */
	readonly analysesAt?: (asOf: number) => Analyses;
	/** What the shop should reach, right now. */
	readonly goals?: () => readonly Goal[];
	/**
	 * How long one transaction reads, in milliseconds, before it lets the write-ahead log be emptied.
	 * Where the past changed meanwhile, the next attempt may take longer.
	 */
	readonly transactionLifeMs?: number;
};

/** Prepares a connection to read dashboards, each from what is new since the one before where it can be. */
export function openDashboardReader(
	store: Store,
	{
		zone = store.zone,
		analysesAt = () => noAnalyses,
		goals = () => [],
		transactionLifeMs = 1000,
	}: DashboardReaderOptions = {},
): DashboardReader {
	const {db, currency} = store;
	const questions = storeQuestions(db);
	const names = createNameBook(questions);
	const pages = openPageReader(db, questions, names, zone);
	const arrivals = countArrivals(questions);
	const pastAnalyses = keepPastAnalyses();
	const ledgers = keepLedger(questions, names, zone);
	const readShortly = openShortTransactions(db, transactionLifeMs);
	const selectVersion = db.prepare('PRAGMA data_version').pluck();
	let version: unknown;

	/** What was found and what is aimed at is about all sales. */
	const analysesFor = ({filter}: Scope, asOf: number, isAsked: boolean) => {
		if (filter.length > 0) {
			return filteredAnalyses;
		}
		return isAsked ? pastAnalyses(analysesAt(asOf)) : analysesAt(asOf);
	};

	/** `undefined` when the past was changed while it was read. */
	const readOnce = async (scope: Scope, now: number, turns: Turns) => {
		const lastSaleAt = questions.ordersWithLines.latestAt(now);
		const present = presentMoment(lastSaleAt, now);
		const asOf = momentOf(scope, present, zone);
		const isAsked = asOf < present;
		const firstAt = scope.window === 'all' ? ledgers.firstOf(scope.filter) : undefined;
		const window = resolveWindow(scope.window, asOf, zone, firstAt);
		const ledger = await ledgers.moveTo(window, {scope, isAsked}, turns);
		if (!ledger) {
			return undefined;
		}
		const frame: DashboardFrame = {
			zone,
			currency,
			scope,
			present,
			moment: isAsked ? 'asked' : present === now ? 'now' : 'lastSale',
			arrivals: arrivals(ledger),
			judgedAt: isAsked ? asOf : now,
			analyses: analysesFor(scope, asOf, isAsked),
			goals: scope.filter.length === 0 ? goals() : [],
		};
		return buildDashboard(ledger, frame, names, questions);
	};

	return {
		readPage(request, onProgress = () => {}) {
			const ledger = ledgers.current();
			return ledger && pages.read(request, ledger, analysesAt(ledger.window.span.to), onProgress);
		},
		zone,
		async find(text) {
			const found: FilterTerm[] = [];
			for (const page of questions.filterNames.find(text)) {
				found.push(...page);
				await setImmediate();
			}
			return found;
		},
		resolveFilter: (text, isMasked) => questions.filterNames.resolve(parseFilter(text), isMasked),
		onWrite: store.onWrite,
		hasChanged() {
			store.assertInPlace();
			return selectVersion.get() !== version;
		},
		async read(scope, now, {onProgress = () => {}, signal} = {}) {
			store.assertInPlace();
			const tellAndPause = pauseTelling(onProgress);
			return readShortly(turns => readOnce(scope, now, turns), {
				beforeEach() {
					// Noted before the read: a write that comes during it is seen as a change afterwards.
					version = selectVersion.get();
				},
				async pause(share) {
					await tellAndPause(share);
					signal?.throwIfAborted();
				},
			});
		},
	};
}

/** Counts the orders that have come since the first ledger. */
function countArrivals({ordersBetween}: StoreQuestions): (ledger: Ledger) => number {
	let arrivals = 0;
	let seenOrderId: number | undefined;
	return ({extent}) => {
		arrivals += seenOrderId === undefined ? 0 : ordersBetween(seenOrderId, extent.lastOrderId);
		seenOrderId = extent.lastOrderId;
		return arrivals;
	};
}

/** Tells of what was found at a moment that is past; the same object while that is. */
function keepPastAnalyses(): (found: Analyses) => Analyses {
	let past: {readonly of: Analyses; readonly analyses: Analyses} | undefined;
	return found => {
		past = past?.of === found ? past : {of: found, analyses: withoutWork(found, 'past')};
		return past.analyses;
	};
}
