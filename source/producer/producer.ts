import type {Order, Restock} from '../order.ts';
import {fasterInterval, slowerInterval} from './pace.ts';
import type {Simulator} from './simulator.ts';

/** Timers are set no closer than this; faster paces make several sales each time. */
const shortestWaitMs = 10;
/** Longest stretch of work before keys are answered, and how many sales are recorded together in it. */
const sliceMs = 5;
const batchSize = 64;
/** How far behind the pace sales are still made up for; what is older, such as a laptop's sleep, is skipped. */
const catchUpMs = 1000;
/** After a failed record. */
const retryMs = 1000;

export type ProducerOptions = {
	readonly simulator: Pick<Simulator, 'next'>;
	/**
	 * From one sale to the next.
	 * @default 2000
	 */
	readonly intervalMs?: number;
	/** UTC milliseconds. */
	readonly now: () => number;
	/** Stores sales, in the order of time, each after the goods that came in before it; throws when it cannot. */
	readonly record: (orders: readonly Order[], restocks: readonly Restock[]) => void;
	/** Says in words why sales could not be recorded; nothing where that is no problem and will pass. */
	readonly explain: (error: unknown) => string | undefined;
};

export type ProducerState = {
	readonly isRunning: boolean;
	readonly intervalMs: number;
	/** Why sales cannot be recorded just now; the same ones are tried again every second. */
	readonly problem?: string | undefined;
};

export type Producer = {
	/** The same object until something changes. */
	readonly getSnapshot: () => ProducerState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly toggle: () => void;
	readonly faster: () => void;
	readonly slower: () => void;
	/** For good: no timer is left. */
	readonly stop: () => void;
};

/** Sells at an even pace, from one interval after now until it is stopped. */
export function startProducer({
	simulator,
	intervalMs = 2000,
	now,
	record,
	explain,
}: ProducerOptions): Producer {
	const listeners = new Set<() => void>();
	let state: ProducerState = {isRunning: true, intervalMs};
	let isStopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let dueAt = now() + intervalMs;
	let unrecorded: {readonly orders: readonly Order[]; readonly restocks: readonly Restock[]} | undefined;

	const wait = (delayMs: number) => {
		clearTimeout(timer);
		timer = setTimeout(work, Math.max(shortestWaitMs, delayMs));
	};

	const change = (next: ProducerState) => {
		state = next;
		for (const listener of [...listeners]) {
			listener();
		}
	};

	const makeBatch = (until: number) => {
		const orders: Order[] = [];
		const restocks: Restock[] = [];
		while (dueAt <= until && orders.length < batchSize) {
			const sale = simulator.next(Math.floor(dueAt));
			orders.push(sale.order);
			restocks.push(...sale.restocks);
			dueAt += state.intervalMs;
		}
		return {orders, restocks};
	};

	const recordDue = () => {
		const startedAt = now();
		const lateMs = startedAt - dueAt;
		// Also where the clock was set back, so that no silence follows.
		if (lateMs > Math.max(catchUpMs, state.intervalMs) || lateMs < -state.intervalMs - catchUpMs) {
			dueAt = startedAt;
		}
		do {
			unrecorded ??= makeBatch(startedAt);
			if (unrecorded.orders.length > 0) {
				record(unrecorded.orders, unrecorded.restocks);
			}
			unrecorded = undefined;
		} while (dueAt <= startedAt && state.isRunning && now() - startedAt < sliceMs);
	};

	function work() {
		let hasFailed = false;
		let problem: string | undefined;
		try {
			recordDue();
		} catch (error) {
			hasFailed = true;
			problem = explain(error);
		}
		if (problem !== state.problem) {
			change({...state, problem});
		}
		if (state.isRunning) {
			wait(hasFailed ? retryMs : dueAt - now());
		}
	}

	const changeInterval = (next: number) => {
		if (isStopped || next === state.intervalMs) {
			return;
		}
		dueAt = Math.max(now(), dueAt + next - state.intervalMs);
		change({...state, intervalMs: next});
		if (state.isRunning) {
			wait(dueAt - now());
		}
	};

	wait(intervalMs);

	return {
		getSnapshot: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		toggle() {
			if (isStopped) {
				return;
			}
			clearTimeout(timer);
			if (!state.isRunning) {
				dueAt = now() + state.intervalMs;
				wait(state.intervalMs);
			}
			change({...state, isRunning: !state.isRunning});
		},
		faster: () => changeInterval(fasterInterval(state.intervalMs)),
		slower: () => changeInterval(slowerInterval(state.intervalMs)),
		stop() {
			isStopped = true;
			clearTimeout(timer);
			change({...state, isRunning: false});
		},
	};
}
