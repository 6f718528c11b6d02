import type {Database} from 'better-sqlite3';
import {openReadTransaction} from '../store/read-transaction.ts';
import type {Turns} from './turns.ts';

export type AttemptOptions = {
	/** Runs before each attempt, outside of a transaction. */
	readonly beforeEach: () => void;
	readonly pause: Turns['pause'];
};

/**
 * Prepares a connection to read at one moment what may take long: a transaction that is older than its
 * life is renewed where the read pauses apart, so that the write-ahead log can be emptied.
 *
 * @param lifeMs of one transaction, in milliseconds; it doubles with every attempt
 */
export function openShortTransactions(db: Database, lifeMs: number) {
	const transaction = openReadTransaction(db);

	const turnsOf = (pause: Turns['pause'], life: number): Turns => ({
		pause,
		async pauseApart(share) {
			const isOld = transaction.ageMs() >= life;
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

	/** @param attempt gives `undefined` when the past was changed while it was read; then it is made again */
	return async <Result>(
		attempt: (turns: Turns) => Promise<Result | undefined>,
		{beforeEach, pause}: AttemptOptions,
	): Promise<Result> => {
		for (let life = lifeMs; ; life = 2 * life + 1) {
			beforeEach();
			transaction.begin();
			try {
				const result = await attempt(turnsOf(pause, life));
				if (result !== undefined) {
					return result;
				}
			} finally {
				transaction.end();
			}
		}
	};
}
