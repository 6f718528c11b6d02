import {setImmediate} from 'node:timers/promises';
import type {Zone} from '../business-time.ts';
import type {Goal} from '../configuration/configuration.ts';
import {type Filter, type FilterTerm, parseFilter} from '../filter.ts';
import type {Store} from '../store/open-store.ts';
import {openReadTransaction} from '../store/read-transaction.ts';
import {storeQuestions} from '../store/store-questions.ts';
import {type Analyses, filteredAnalyses, noAnalyses, withoutWork} from './analyses.ts';
import {buildDashboard} from './build-dashboard.ts';
import type {Dashboard} from './dashboard.ts';
import {advance, type Ledger} from './ledger.ts';
import {createMatcher} from './matcher.ts';
import {createNameBook} from './name-book.ts';
import type {Page, PageRequest} from './page.ts';
import {openPageReader} from './page-reader.ts';
import {presentMoment} from './present-moment.ts';
import {readMatching} from './read-matching.ts';
import {readPast, type Turns} from './read-past.ts';
import {momentOf, type Scope} from './scope.ts';
import {type ResolvedWindow, resolveWindow} from './window.ts';

export type DashboardReader = {
	/** By whose days and hours sales are counted. */
	readonly zone: Zone;
	/** What a part of a name may mean in a filter. */
	readonly find: (text: string) => Promise<Filter>;
	/**
	 * Reads a filter that somebody wrote.
	 *
	 * @throws RangeError that names what nothing is called
	 */
	readonly resolveFilter: (text: string) => Filter;
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
	const pages = openPageReader(db, names, zone);
	let known: {readonly ledger: Ledger; readonly isAsked: boolean; readonly filter: Filter} | undefined;
	let version: unknown;
	let arrivals = 0;
	let seenOrderId: number | undefined;

	const transaction = openReadTransaction(db);
	const selectVersion = db.prepare('PRAGMA data_version').pluck();
	const dataVersion = () => selectVersion.get();

	/** `undefined` when the past was changed while it was read. */
	const readAgain = async (window: ResolvedWindow, isAsked: boolean, filter: Filter, turns: Turns) => {
		names.forget();
		const options = {window, zone, isAsked, questions, categoryOf: names.categoryOf, turns};
		const matcher = createMatcher(filter, questions, names.categoryOf);
		return matcher ? readMatching({...options, matcher}) : readPast(options);
	};

	/** `undefined` where nothing is known that leads there. */
	const catchUp = async (window: ResolvedWindow, isAsked: boolean, {filter, speed}: Scope, turns: Turns) => {
		const before = known;
		// Should it fail half-way, its sums are of no use any more.
		known = undefined;
		if (!before || before.isAsked !== isAsked || before.filter !== filter) {
			return undefined;
		}
		// Whoever steps through the past sees each moment exactly; what is played may lag in its tiers.
		const isFollowed = !isAsked || speed !== undefined || window.span.to === before.ledger.window.span.to;
		return isFollowed ? advance(before.ledger, window, {zone, questions, turns}) : undefined;
	};

	const countArrivals = ({extent}: Ledger) => {
		arrivals += seenOrderId === undefined ? 0 : questions.ordersBetween(seenOrderId, extent.lastOrderId);
		seenOrderId = extent.lastOrderId;
	};

	let past: {readonly of: Analyses; readonly analyses: Analyses} | undefined;
	/** The same object while what was found then is. */
	const pastAnalyses = (asOf: number) => {
		const found = analysesAt(asOf);
		past = past?.of === found ? past : {of: found, analyses: withoutWork(found, 'past')};
		return past.analyses;
	};

	/** Where everything begins; of what matches only whoever has read it knows. */
	const firstOf = (filter: Filter) =>
		filter.length === 0
			? questions.firstOrderAt()
			: known?.filter === filter
				? known.ledger.firstOrderAt
				: undefined;

	/** `undefined` when the past was changed while it was read. */
	const readOnce = async (scope: Scope, now: number, turns: Turns) => {
		const lastSaleAt = questions.ordersWithLines.latestAt(now);
		const present = presentMoment(lastSaleAt, now);
		const asOf = momentOf(scope, present, zone);
		const isAsked = asOf < present;
		const firstAt = scope.window === 'all' ? firstOf(scope.filter) : undefined;
		const window = resolveWindow(scope.window, asOf, zone, firstAt);
		const ledger =
			(await catchUp(window, isAsked, scope, turns)) ??
			(await readAgain(window, isAsked, scope.filter, turns));
		if (!ledger) {
			return undefined;
		}
		known = {ledger, isAsked, filter: scope.filter};
		countArrivals(ledger);
		const frame = {
			zone,
			currency,
			scope,
			present,
			isPast: present !== now || isAsked,
			isAsked,
			arrivals,
			judgedAt: isAsked ? asOf : now,
			// What was found and what is aimed at is about all sales.
			analyses: scope.filter.length > 0 ? filteredAnalyses : isAsked ? pastAnalyses(asOf) : analysesAt(asOf),
			goals: scope.filter.length === 0 ? goals() : [],
		};
		return buildDashboard(ledger, frame, names, questions);
	};

	return {
		readPage: (request, onProgress = () => {}) =>
			known && pages.read(request, known.ledger, analysesAt(known.ledger.window.span.to), onProgress),
		zone,
		async find(text) {
			const found: FilterTerm[] = [];
			for (const page of questions.filterNames.find(text)) {
				found.push(...page);
				await setImmediate();
			}
			return found;
		},
		resolveFilter: text => questions.filterNames.resolve(parseFilter(text)),
		onWrite: store.onWrite,
		hasChanged() {
			store.assertInPlace();
			return dataVersion() !== version;
		},
		async read(scope, now, {onProgress = () => {}, signal} = {}) {
			store.assertInPlace();
			const pause = async (share: number) => {
				onProgress(share);
				await setImmediate();
				signal?.throwIfAborted();
			};
			const turnsOf = (lifeMs: number): Turns => ({
				pause,
				async pauseApart(share) {
					const isOld = transaction.ageMs() >= lifeMs;
					if (isOld) {
						transaction.end();
					}
					try {
						await pause(share);
					} finally {
						if (isOld) {
							transaction.begin();
						}
					}
					return isOld;
				},
			});
			for (let lifeMs = transactionLifeMs; ; lifeMs = 2 * lifeMs + 1) {
				// Noted before the read: a write that comes during it is seen as a change afterwards.
				version = dataVersion();
				// Every panel is of the same moment.
				transaction.begin();
				try {
					const dashboard = await readOnce(scope, now, turnsOf(lifeMs));
					if (dashboard) {
						return dashboard;
					}
				} finally {
					transaction.end();
				}
			}
		},
	};
}
