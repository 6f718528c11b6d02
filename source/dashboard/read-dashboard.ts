import {setImmediate} from 'node:timers/promises';
import type {Zone} from '../business-time.ts';
import {dayMs} from '../business-time.ts';
import type {Goal} from '../configuration/configuration.ts';
import type {Store} from '../store/open-store.ts';
import {openReadTransaction} from '../store/read-transaction.ts';
import {storeQuestions} from '../store/store-questions.ts';
import {type Analyses, noAnalyses} from './analyses.ts';
import {buildDashboard} from './build-dashboard.ts';
import type {Dashboard} from './dashboard.ts';
import {advance, type Ledger} from './ledger.ts';
import {createNameBook} from './name-book.ts';
import type {Page, PageRequest} from './page.ts';
import {openPageReader} from './page-reader.ts';
import {readPast, type Turns} from './read-past.ts';
import {type ResolvedWindow, resolveWindow, type WindowName} from './window.ts';

export type DashboardReader = {
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
	 * @param onProgress hears the share done, 0 to 1, when the past takes longer than a moment
	 */
	readonly read: (name: WindowName, now: number, onProgress?: (share: number) => void) => Promise<Dashboard>;
	/**
	 * Reads one page, of the moment and the window of the last dashboard; nothing before there is one.
	 * Calls must not overlap with each other or with `read`.
	 */
	readonly readPage: (
		request: PageRequest,
		onProgress?: (share: number) => void,
	) => Page | Promise<Page> | undefined;
};

/** A shop that has not sold for this long is shown as it was at its last sale. */
const pastAfterMs = 7 * dayMs;

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
	let ledger: Ledger | undefined;
	let version: unknown;
	let arrivals = 0;
	let seenOrderId: number | undefined;

	const transaction = openReadTransaction(db);
	const dataVersion = () => db.pragma('data_version', {simple: true});

	/** `undefined` when the past was changed while it was read. */
	const readAgain = async (window: ResolvedWindow, turns: Turns) => {
		names.forget();
		return readPast({window, zone, questions, categoryOf: names.categoryOf, turns});
	};

	const catchUp = async (window: ResolvedWindow, turns: Turns) => {
		const before = ledger;
		// Should it fail half-way, its sums are of no use any more.
		ledger = undefined;
		return before && advance(before, window, {zone, questions, turns});
	};

	const countArrivals = ({extent}: Ledger) => {
		arrivals += seenOrderId === undefined ? 0 : questions.ordersBetween(seenOrderId, extent.lastOrderId);
		seenOrderId = extent.lastOrderId;
	};

	/** `undefined` when the past was changed while it was read. */
	const readOnce = async (name: WindowName, now: number, turns: Turns) => {
		const lastSaleAt = questions.ordersWithLines.latestAt(now);
		const isPast = lastSaleAt !== undefined && now - lastSaleAt > pastAfterMs;
		const moment = isPast ? lastSaleAt + 1 : now;
		const window = resolveWindow(name, moment, zone, name === 'all' ? questions.firstOrderAt() : undefined);
		ledger = (await catchUp(window, turns)) ?? (await readAgain(window, turns));
		if (!ledger) {
			return undefined;
		}
		countArrivals(ledger);
		const frame = {
			zone,
			currency,
			isPast,
			arrivals,
			present: now,
			analyses: analysesAt(moment),
			goals: goals(),
		};
		return buildDashboard(ledger, frame, names, questions);
	};

	return {
		readPage: (request, onProgress = () => {}) =>
			ledger && pages.read(request, ledger, analysesAt(ledger.window.span.to), onProgress),
		hasChanged() {
			store.assertInPlace();
			return dataVersion() !== version;
		},
		async read(name, now, onProgress = () => {}) {
			store.assertInPlace();
			const pause = async (share: number) => {
				onProgress(share);
				await setImmediate();
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
					const dashboard = await readOnce(name, now, turnsOf(lifeMs));
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
