import type {Zone} from '../business-time.ts';
import {dayMs} from '../business-time.ts';
import type {Store} from '../store/open-store.ts';
import {storeQuestions} from '../store/store-questions.ts';
import {type Analyses, noAnalyses} from './analyses.ts';
import {buildDashboard} from './build-dashboard.ts';
import type {Dashboard} from './dashboard.ts';
import {advance, type Ledger} from './ledger.ts';
import {createNameBook} from './name-book.ts';
import {readPast} from './read-past.ts';
import {resolveWindow, type WindowName} from './window.ts';

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
};

/** A shop that has not sold for this long is shown as it was at its last sale. */
const pastAfterMs = 7 * dayMs;

/**
 * @param zone by whose days and hours sales are counted; the database's own unless told otherwise
 * @param analysesAt what analyses had found at a moment; each result is the same object as long as it is
 */
export function openDashboardReader(
	store: Store,
	zone: Zone = store.zone,
	analysesAt: (asOf: number) => Analyses = () => noAnalyses,
): DashboardReader {
	const {db, currency} = store;
	const questions = storeQuestions(db);
	const names = createNameBook(questions);
	let ledger: Ledger | undefined;
	let version: unknown;
	let arrivals = 0;

	const begin = db.prepare('BEGIN');
	const end = db.prepare('COMMIT');
	const dataVersion = () => db.pragma('data_version', {simple: true});

	const readAgain = async (name: WindowName, now: number, onProgress: (share: number) => void) => {
		const window = resolveWindow(name, now, zone, questions.firstOrderAt());
		names.forget();
		const before = ledger;
		ledger = undefined;
		ledger = await readPast(window, zone, questions, names.categoryOf, onProgress);
		arrivals += before ? questions.ordersAbove(before.extent.lastOrderId) : 0;
		return ledger;
	};

	const catchUp = (name: WindowName, now: number) => {
		if (!ledger) {
			return undefined;
		}
		const window = resolveWindow(name, now, zone, name === 'all' ? questions.firstOrderAt() : undefined);
		const advanced = advance(ledger, window, questions);
		arrivals += advanced?.arrived ?? 0;
		ledger = advanced?.ledger ?? ledger;
		return advanced?.ledger;
	};

	return {
		hasChanged() {
			store.assertInPlace();
			return dataVersion() !== version;
		},
		async read(name, now, onProgress = () => {}) {
			store.assertInPlace();
			// Noted before the read: a write that comes during it is seen as a change afterwards.
			version = dataVersion();
			// One transaction: every panel is of the same moment.
			begin.run();
			try {
				const lastSaleAt = questions.ordersWithLines.latestAt(now);
				const isPast = lastSaleAt !== undefined && now - lastSaleAt > pastAfterMs;
				const moment = isPast ? lastSaleAt + 1 : now;
				const current = catchUp(name, moment) ?? (await readAgain(name, moment, onProgress));
				const analyses = analysesAt(moment);
				const frame = {zone, currency, isPast, arrivals, present: now, analyses};
				return buildDashboard(current, frame, names, questions);
			} finally {
				end.run();
			}
		},
	};
}
