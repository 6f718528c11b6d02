import {Worker} from 'node:worker_threads';
import type {Forecast} from '../analytics/forecast/forecast.ts';
import {answerForecastRequest, type ForecastRequest} from '../analytics/forecast/forecast-request.ts';
import type {Answer, Question} from './forecast-worker.ts';

/** How long the thread is kept for the next question; it holds some 50 MB. */
const idleMs = 30_000;

/** What takes longer has gone astray. */
const patienceMs = 120_000;

type PendingForecast = {
	readonly resolve: (forecast: Forecast) => void;
	readonly reject: (error: Error) => void;
};

type Thread = {
	readonly worker: Worker;
	readonly pending: Map<number, PendingForecast>;
	timer: NodeJS.Timeout | undefined;
};

let thread: Thread | undefined;
let lastId = 0;

/**
 * Makes a forecast without keeping this thread busy: heavy models are fitted in a thread of their own,
 * which is started when first needed, stays warm for a while and never keeps the process alive.
 *
 * @throws Error that says why, where the model that is asked for breaks down on this series
 */
export async function fitForecast(request: ForecastRequest): Promise<Forecast> {
	if (request.model.kind === 'seasonal-naive') {
		// Quicker here than the message would be.
		return answerForecastRequest(request, {});
	}
	thread ??= startThread();
	const {worker, pending} = thread;
	const current = thread;
	lastId++;
	const question: Question = {id: lastId, request};
	return new Promise((resolve, reject) => {
		pending.set(question.id, {resolve, reject});
		worker.ref();
		setDeadline(current, patienceMs, () => end(current, `a model took longer than ${patienceMs / 1000} s`));
		worker.postMessage(question);
	});
}

/** Ends the thread at once; what was asked fails. */
export async function stopFitting(): Promise<void> {
	if (thread) {
		await end(thread, 'stopped');
	}
}

function startThread(): Thread {
	const file = import.meta.url.endsWith('.ts') ? './forecast-worker.ts' : './forecast-worker.js';
	// What models print would ruin the screen. The thread drops it; what gets past that is kept from the
	// screen here, and not read, because reading would keep the process alive.
	const worker = new Worker(new URL(file, import.meta.url), {
		stdout: true,
		stderr: true,
		// Fits make much short-lived garbage: a small nursery keeps the process small at no cost in time.
		resourceLimits: {maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256},
	});
	const started: Thread = {worker, pending: new Map(), timer: undefined};
	worker.on('message', (answer: Answer) => {
		const forecast = started.pending.get(answer.id);
		started.pending.delete(answer.id);
		if (started.pending.size === 0) {
			worker.unref();
			setDeadline(started, idleMs, () => end(started, 'idle'));
			started.timer?.unref();
		}
		if ('forecast' in answer) {
			forecast?.resolve(answer.forecast);
		} else {
			forecast?.reject(new Error(answer.problem));
		}
	});
	worker.on('error', error => end(started, `a model crashed: ${String(error)}`));
	worker.on('exit', code => end(started, `the thread that fits models ended with code ${code}`));
	return started;
}

function setDeadline(of: Thread, afterMs: number, act: () => void): void {
	clearTimeout(of.timer);
	of.timer = setTimeout(act, afterMs);
}

async function end(which: Thread, problem: string): Promise<void> {
	if (thread === which) {
		thread = undefined;
	}
	clearTimeout(which.timer);
	for (const {reject} of which.pending.values()) {
		reject(new Error(problem));
	}
	which.pending.clear();
	await which.worker.terminate();
}
