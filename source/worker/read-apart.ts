import v8, {setFlagsFromString} from 'node:v8';
import {Worker} from 'node:worker_threads';
import type {ImportBatch} from '../imported-line.ts';
import {unpackBatch} from '../ingest/packing/unpack-batch.ts';
import type {SalesReading} from '../ingest/read-sales.ts';
import {SourceError} from '../ingest/source-error.ts';
import {fixYoungSpace} from '../young-space.ts';
import type {ReadingAnswer, ReadingQuestion, Understood} from './reading-worker.ts';

/** Rows live for a batch, in both threads: with less room they would be taken for long-lived ones. */
const youngMb = 24;

/**
 * Reads a source in a thread of its own, which is a few batches ahead of whoever takes them.
 *
 * @throws SourceError as reading it in this thread would
 */
export type ReadApart = (question: ReadingQuestion) => Promise<SalesReading>;

export const readApart: ReadApart = question => readIn(startThread(), question);

export type PreparedReader = {
	/** Starts a thread, which has its program loaded by the time that it is asked. */
	readonly prepare: () => void;
	readonly readApart: ReadApart;
};

/** Reads sources one after another, and can be prepared for the next. */
export function preparedReader(): PreparedReader {
	let prepared: Worker | undefined;
	return {
		prepare() {
			prepared ??= startThread();
			// It may turn out that nothing is to be read.
			prepared.unref();
		},
		readApart(question) {
			const thread = prepared ?? startThread();
			prepared = undefined;
			thread.ref();
			return readIn(thread, question);
		},
	};
}

function startThread(): Worker {
	// The launcher keeps the space for young values from growing, so it must begin large enough: a third of it
	// is what is filled at once.
	setFlagsFromString(`--min-semi-space-size=${youngMb / 3}`);
	fixYoungSpace(v8, (youngMb / 3) * 2e6);
	// What is left of rows would otherwise be let grow for long before it is cleared away (335 MB, not 240).
	setFlagsFromString('--heap-growing-percent=40');
	// The first rows are kept for a while, from which V8 would conclude that all of them are.
	setFlagsFromString('--no-allocation-site-pretenuring');
	const workerFile = import.meta.url.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js';
	return new Worker(new URL(workerFile, import.meta.url), {
		resourceLimits: {maxYoungGenerationSizeMb: youngMb},
	});
}

async function readIn(worker: Worker, question: ReadingQuestion): Promise<SalesReading> {
	worker.postMessage(question);
	const answers = answersOf(worker);
	let share = 0;
	let encoding: ReturnType<SalesReading['encoding']>;
	let laterDecisions: readonly string[] = [];
	const first = await answers.next();

	async function* batches(): AsyncGenerator<ImportBatch> {
		try {
			for await (const answer of answers) {
				if (answer.kind === 'batch') {
					({share, encoding} = answer);
					yield unpackBatch(answer.batch);
					worker.postMessage('loaded');
				} else if (answer.kind === 'end') {
					({encoding, laterDecisions} = answer);
				}
			}
		} finally {
			await worker.terminate();
		}
	}

	return {
		...understoodIn(first.value),
		share: () => share,
		encoding: () => encoding,
		laterDecisions: () => laterDecisions,
		batches: batches(),
	};
}

function understoodIn(answer: ReadingAnswer | undefined): Understood {
	if (answer?.kind !== 'understood') {
		throw new Error('the thread that reads the source ended before it had understood it');
	}
	return answer.understood;
}

/** @throws SourceError when the source is at fault; Error when the thread breaks down */
async function* answersOf(worker: Worker): AsyncGenerator<ReadingAnswer> {
	const waiting: ReadingAnswer[] = [];
	let failure: unknown;
	let isOver = false;
	let wake = () => {};
	worker.on('message', (answer: ReadingAnswer) => {
		waiting.push(answer);
		wake();
	});
	worker.on('error', error => {
		failure = error;
		wake();
	});
	worker.on('exit', () => {
		isOver = true;
		wake();
	});
	for (;;) {
		const answer = waiting.shift();
		if (answer) {
			if (answer.kind === 'problem') {
				throw new SourceError(answer.message);
			}
			yield answer;
		} else if (failure !== undefined) {
			throw failure;
		} else if (isOver) {
			return;
		} else {
			await new Promise<void>(resolve => {
				wake = resolve;
			});
		}
	}
}
