import {statSync} from 'node:fs';
import type {Store} from '../../store/open-store.ts';
import {rowCounts} from '../../store/orders/row-counts.ts';
import type {Spread, Vitals} from '../../views/vitals.ts';

/** Notes how the program is doing as it goes. Notes cost nothing that could be measured, and no frame. */
export type VitalsMeter = {
	readonly noteRead: (ms: number) => void;
	readonly noteDraw: (ms: number) => void;
	readonly noteSent: (bytes: number) => void;
	/** As it is now; the database is looked at every few seconds only. */
	readonly vitals: () => Vitals;
};

const samplesKept = 120;
const databaseEveryMs = 5000;
const rateOverMs = 10_000;

/** @param now milliseconds that only grow */
export function measureVitals(
	{db}: Store,
	database: string,
	now: () => number = () => performance.now(),
): VitalsMeter {
	const counts = rowCounts(db);
	const [reads, draws]: number[][] = [[], []];
	let sent: {readonly at: number; readonly bytes: number}[] = [];
	let looked:
		| {readonly at: number; readonly found: Pick<Vitals, 'orders' | 'lines' | 'fileBytes'>}
		| undefined;
	const startedAt = now();

	const note = (samples: number[], ms: number) => {
		samples.push(ms);
		if (samples.length > samplesKept) {
			samples.shift();
		}
	};
	const forgetOld = () => {
		const from = now() - rateOverMs;
		sent = sent.filter(({at}) => at > from);
	};
	return {
		noteRead: ms => note(reads!, ms),
		noteDraw: ms => note(draws!, ms),
		noteSent(bytes) {
			if (sent.length >= samplesKept) {
				forgetOld();
			}
			sent.push({at: now(), bytes});
		},
		vitals() {
			forgetOld();
			if (!looked || now() - looked.at >= databaseEveryMs) {
				looked = {at: now(), found: {...counts(), fileBytes: sizeOf(database) + sizeOf(`${database}-wal`)}};
			}
			const seconds = Math.min(rateOverMs, Math.max(1000, now() - startedAt)) / 1000;
			return {
				...looked.found,
				read: spreadOf(reads!),
				draw: spreadOf(draws!),
				bytesPerSecond: sent.reduce((sum, {bytes}) => sum + bytes, 0) / seconds,
			};
		},
	};
}

/** By the nearest rank. */
function spreadOf(samples: readonly number[]): Spread | undefined {
	const sorted = samples.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
	return sorted.length === 0 ? undefined : {median: at(0.5), p95: at(0.95)};
}

function sizeOf(file: string): number {
	return statSync(file, {throwIfNoEntry: false})?.size ?? 0;
}
