import {createListeners} from '../listeners.ts';
import type {Order, Restock} from '../order.ts';
import {fasterInterval, slowerInterval} from './pace.ts';
import {
	type Scenario,
	type ScenarioName,
	type ScheduledScenario,
	scenarioNames,
	scenarios,
} from './scenarios.ts';
import type {Simulator} from './simulator.ts';

/** Timers are set no closer than this; faster paces make several sales each time. */
const shortestWaitMs = 10;
/** Longest stretch of work before keys are answered, and how many sales are recorded together in it. */
const sliceMs = 5;
const batchSize = 64;
const never = Number.POSITIVE_INFINITY;
/** After a failed record. */
const retryMs = 1000;

export type ProducerOptions = {
	readonly simulator: Pick<Simulator, 'next' | 'beginScene' | 'endScene'>;
	/**
	 * From one sale to the next.
	 * @default 2000
	 */
	readonly intervalMs?: number;
	/** What is to happen by itself, earliest first. */
	readonly schedule?: readonly ScheduledScenario[];
	/**
	 * How far behind the pace sales are still made up for; what is older, such as a laptop's sleep, is skipped.
	 * @default 1000
	 */
	readonly catchUpMs?: number;
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
	/** What is made to happen just now. */
	readonly scene?: ProducerScene | undefined;
};

export type ProducerScene = {
	readonly title: string;
	/** What it is about, such as `Toys at 40 % off`. */
	readonly words: string;
	/** UTC milliseconds. */
	readonly until: number;
};

export type PlayableScenario = Scenario & {
	readonly name: ScenarioName;
	/** Lets it begin now, in the place of one that is on; starts the producer where it was stopped. */
	readonly play: () => void;
};

export type Producer = {
	/** The same object until something changes. */
	readonly getSnapshot: () => ProducerState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly toggle: () => void;
	readonly faster: () => void;
	readonly slower: () => void;
	/** What can be made to happen, in the order that it is offered in. */
	readonly scenarios: readonly PlayableScenario[];
	/** For good: no timer is left. */
	readonly stop: () => void;
};

/** Sells at an even pace, from one interval after now until it is stopped. */
export function startProducer({
	simulator,
	intervalMs = 2000,
	schedule = [],
	catchUpMs = 1000,
	now,
	record,
	explain,
}: ProducerOptions): Producer {
	const listeners = createListeners();
	let state: ProducerState = {isRunning: true, intervalMs};
	let isStopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const startedAt = now();
	let dueAt = startedAt + intervalMs;
	let pace = 1;
	const toCome = schedule.map(({name, afterMs}) => ({name, at: startedAt + afterMs}));
	let unrecorded: {readonly orders: readonly Order[]; readonly restocks: readonly Restock[]} | undefined;

	const wait = (delayMs: number) => {
		clearTimeout(timer);
		timer = setTimeout(work, Math.max(shortestWaitMs, delayMs));
	};

	const change = (next: ProducerState) => {
		state = next;
		listeners.tell();
	};

	const beginScene = (name: ScenarioName, at: number) => {
		const {title, lastsMs} = scenarios[name];
		pace = scenarios[name].pace;
		dueAt = at + stepMs();
		change({...state, scene: {title, words: simulator.beginScene(name), until: at + lastsMs}});
	};

	const endScene = (at: number) => {
		pace = 1;
		dueAt = at + stepMs();
		simulator.endScene();
		change({...state, scene: undefined});
	};

	/** From one sale to the next, as things are. */
	const stepMs = () => (pace > 0 ? state.intervalMs / pace : never);
	const sceneDueAt = () => Math.min(state.scene?.until ?? never, toCome[0]?.at ?? never);
	const nextDueAt = () => Math.min(dueAt, sceneDueAt());

	/** Scenes change in the same order as sales come, so that one seed is one course of things. */
	const changeScenes = (until: number) => {
		for (let at = sceneDueAt(); at <= Math.min(until, dueAt); at = sceneDueAt()) {
			const next = toCome[0]?.at === at ? toCome.shift() : undefined;
			if (next) {
				beginScene(next.name, at);
			} else {
				endScene(at);
			}
		}
	};

	const makeBatch = (until: number) => {
		const orders: Order[] = [];
		const restocks: Restock[] = [];
		for (changeScenes(until); dueAt <= until && orders.length < batchSize; changeScenes(until)) {
			const sale = simulator.next(Math.floor(dueAt));
			orders.push(sale.order);
			restocks.push(...sale.restocks);
			dueAt += stepMs();
		}
		return {orders, restocks};
	};

	const recordDue = () => {
		const startedAt = now();
		const lateMs = startedAt - nextDueAt();
		// Also where the clock was set back, so that no silence follows.
		const isFarOff = lateMs > Math.max(catchUpMs, state.intervalMs) || lateMs < -state.intervalMs - catchUpMs;
		if (isFarOff && pace > 0) {
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
			wait(hasFailed ? retryMs : nextDueAt() - now());
		}
	}

	const changeInterval = (next: number) => {
		if (isStopped || next === state.intervalMs) {
			return;
		}
		const before = stepMs();
		change({...state, intervalMs: next});
		dueAt = pace > 0 ? Math.max(now(), dueAt + stepMs() - before) : dueAt;
		if (state.isRunning) {
			wait(nextDueAt() - now());
		}
	};

	const play = (name: ScenarioName) => {
		if (!isStopped) {
			beginScene(name, now());
			change({...state, isRunning: true});
			wait(nextDueAt() - now());
		}
	};

	wait(nextDueAt() - startedAt);

	return {
		getSnapshot: () => state,
		subscribe: listeners.subscribe,
		toggle() {
			if (isStopped) {
				return;
			}
			clearTimeout(timer);
			if (!state.isRunning) {
				dueAt = now() + stepMs();
				wait(nextDueAt() - now());
			}
			change({...state, isRunning: !state.isRunning});
		},
		faster: () => changeInterval(fasterInterval(state.intervalMs)),
		slower: () => changeInterval(slowerInterval(state.intervalMs)),
		scenarios: scenarioNames.map(name => ({name, ...scenarios[name], play: () => play(name)})),
		stop() {
			isStopped = true;
			clearTimeout(timer);
			change({...state, isRunning: false});
		},
	};
}
