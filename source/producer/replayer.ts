import {minuteMs} from '../business-time.ts';
import {createListeners} from '../listeners.ts';
import type {Order} from '../order.ts';
import {fasterSpeed, slowerSpeed} from './replay-speed.ts';

/** Timers are set no closer than this; what falls due between them is recorded together. */
const shortestWaitMs = 10;
/** How long it waits at most, so that what it plays moves on in a silence too. */
const longestWaitMs = 1000;
/** Longest stretch of work before keys are answered, and how many orders are recorded together in it. */
const sliceMs = 5;
const batchSize = 64;
/** How far behind orders may come; where more was slept through, the rhythm goes on from there. */
const catchUpMs = 1000;
/** After a failed record, and from the end to the beginning where that follows. */
const pauseMs = 1000;

export type ReplayerOptions = {
	/** The orders with their own moments, in the order of time; each call begins with the first. */
	readonly orders: () => Iterator<Order>;
	/** How many times as fast as they were. */
	readonly speed: number;
	/** Whether the beginning follows the end. */
	readonly isLooped: boolean;
	/** UTC milliseconds. */
	readonly now: () => number;
	/** Stores orders, in the order of time, of the moments at which they are played; throws when it cannot. */
	readonly record: (orders: readonly Order[]) => void;
	/** Says in words why orders could not be recorded; nothing where that is no problem and will pass. */
	readonly explain: (error: unknown) => string | undefined;
};

export type ReplayerState = {
	readonly isRunning: boolean;
	readonly replay: {
		readonly speed: number;
		/** How far it has come: the minute of the orders' own time that is played, in UTC milliseconds. */
		readonly at: number;
		/** Whether the last order has been played. */
		readonly isOver: boolean;
	};
	/** Why orders cannot be recorded just now; the same ones are tried again every second. */
	readonly problem?: string | undefined;
};

export type Replayer = {
	/** The same object until something changes. */
	readonly getSnapshot: () => ReplayerState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	/** Stops and goes on; after the end it begins anew. */
	readonly toggle: () => void;
	readonly faster: () => void;
	readonly slower: () => void;
	/** Nothing can be made to happen: it has happened. */
	readonly scenarios: readonly [];
	/** For good: no timer is left. */
	readonly stop: () => void;
};

/**
 * Plays orders again in their own rhythm: the first one now, each other after the gap that was before
 * it, divided by the speed. Gaps are between moments, so a change of the clocks makes none.
 */
export function startReplayer({orders, speed, isLooped, now, record, explain}: ReplayerOptions): Replayer {
	const listeners = createListeners();
	let isStopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let unplayed = orders();
	let next = unplayed.next();
	// At the moment `since` the replay stood at `from` of the orders' own time.
	let since = now();
	let from = next.done ? since : next.value.at;
	let reached = from;
	let workedAt = since;
	let unrecorded: readonly Order[] | undefined;
	let state: ReplayerState = {isRunning: true, replay: {speed, at: minuteOf(from), isOver: false}};

	const change = (changed: ReplayerState) => {
		state = changed;
		listeners.tell();
	};

	const wait = (delayMs: number) => {
		clearTimeout(timer);
		timer = setTimeout(work, Math.min(longestWaitMs, Math.max(shortestWaitMs, delayMs)));
	};

	const dueAt = (order: Order) => since + (order.at - from) / state.replay.speed;
	const positionAt = (moment: number) => from + (moment - since) * state.replay.speed;

	/** Lets the orders' own time go on from there at that moment. */
	const goOn = (position: number, moment: number) => {
		from = position;
		since = moment;
		workedAt = now();
	};

	const begin = (moment: number) => {
		unplayed = orders();
		next = unplayed.next();
		goOn(next.done ? reached : next.value.at, moment);
		reached = from;
	};

	const takeDue = (moment: number): Order[] => {
		const due: Order[] = [];
		while (!next.done && dueAt(next.value) <= moment && due.length < batchSize) {
			due.push({...next.value, at: Math.floor(dueAt(next.value))});
			reached = next.value.at;
			next = unplayed.next();
		}
		return due;
	};

	const recordDue = (startedAt: number) => {
		const idleMs = startedAt - workedAt;
		if (idleMs < 0 || idleMs > longestWaitMs + catchUpMs) {
			// The clock was set, or the machine slept.
			goOn(reached, startedAt);
		}
		if (!next.done && startedAt - dueAt(next.value) > catchUpMs) {
			goOn(next.value.at, startedAt);
		}
		workedAt = startedAt;
		do {
			unrecorded ??= takeDue(startedAt);
			if (unrecorded.length > 0) {
				record(unrecorded);
			}
			unrecorded = undefined;
		} while (!next.done && dueAt(next.value) <= startedAt && now() - startedAt < sliceMs);
		if (!next.done) {
			reached = Math.min(positionAt(startedAt), next.value.at);
		}
	};

	function work() {
		let problem: string | undefined;
		let hasFailed = false;
		try {
			recordDue(now());
		} catch (error) {
			hasFailed = true;
			problem = explain(error);
		}
		const isAtEnd = next.done === true && !hasFailed;
		const isOver = isAtEnd && !isLooped;
		const at = minuteOf(reached);
		const {replay} = state;
		if (problem !== state.problem || at !== replay.at || isOver) {
			change({isRunning: state.isRunning && !isOver, replay: {...replay, at, isOver}, problem});
		}
		if (isAtEnd && isLooped) {
			begin(now() + pauseMs);
		}
		if (state.isRunning && !isStopped) {
			wait(hasFailed || next.done ? pauseMs : dueAt(next.value) - now());
		}
	}

	const changeSpeed = (changed: number) => {
		if (isStopped || changed === state.replay.speed) {
			return;
		}
		if (state.isRunning) {
			const moment = now();
			goOn(Math.max(reached, positionAt(moment)), moment);
		}
		change({...state, replay: {...state.replay, speed: changed}});
		if (state.isRunning) {
			wait(0);
		}
	};

	wait(0);

	return {
		getSnapshot: () => state,
		subscribe: listeners.subscribe,
		toggle() {
			if (isStopped) {
				return;
			}
			const moment = now();
			if (state.isRunning) {
				clearTimeout(timer);
				reached = Math.max(reached, positionAt(moment));
				change({...state, isRunning: false});
				return;
			}
			if (state.replay.isOver) {
				begin(moment);
			} else {
				goOn(reached, moment);
			}
			change({...state, isRunning: true, replay: {...state.replay, isOver: false}});
			wait(0);
		},
		faster: () => changeSpeed(fasterSpeed(state.replay.speed)),
		slower: () => changeSpeed(slowerSpeed(state.replay.speed)),
		scenarios: [],
		stop() {
			isStopped = true;
			clearTimeout(timer);
			change({...state, isRunning: false});
		},
	};
}

function minuteOf(moment: number): number {
	return moment - (moment % minuteMs);
}
