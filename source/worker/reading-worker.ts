/*
 * The thread that reads a source while another one loads what it has read. Started and asked by
 * read-apart.ts.
 */
import {once} from 'node:events';
import {parentPort} from 'node:worker_threads';
import {openZone} from '../business-time.ts';
import type {Encoding} from '../ingest/encoding/encodings.ts';
import {openFile, type TableOptions} from '../ingest/formats/open-tables.ts';
import {batchPacker} from '../ingest/packing/pack-batch.ts';
import {type PackedBatch, transferablesOf} from '../ingest/packing/packed-batch.ts';
import {type KnownTables, readRows, type SalesUnderstanding} from '../ingest/read-rows.ts';
import {SourceError} from '../ingest/source-error.ts';
import type {SourceFile} from '../ingest/sources/source-file.ts';
import type {AskedUnderstanding} from '../ingest/understanding/table-understanding.ts';

export type ReadingQuestion = TableOptions & {
	readonly file: SourceFile;
	readonly zoneName: string;
	readonly asked: AskedUnderstanding;
	/** What was found out about the source before. */
	readonly survey?: KnownTables;
};

/** What was decided about a source. */
export type Understood = Omit<SalesUnderstanding, 'share' | 'encoding' | 'laterDecisions'>;

export type ReadingAnswer =
	| {readonly kind: 'understood'; readonly understood: Understood}
	| {
			readonly kind: 'batch';
			readonly batch: PackedBatch;
			readonly share: number;
			readonly encoding: Encoding | undefined;
	  }
	| {
			readonly kind: 'end';
			readonly encoding: Encoding | undefined;
			readonly laterDecisions: readonly string[];
	  }
	/** The source is at fault, and the message says how. */
	| {readonly kind: 'problem'; readonly message: string};

const rowsPerBatch = 1024;

/** Batches that may be on their way or wait to be loaded. */
const mostUnderway = 32;

async function read(
	question: ReadingQuestion,
	answer: (answer: ReadingAnswer, moved?: ArrayBuffer[]) => void,
) {
	const {file, zoneName, asked, survey, ...options} = question;
	const {rows, share, encoding, laterDecisions, ...understood} = await readRows(
		{name: file.name, open: () => openFile(file, options)},
		openZone(zoneName),
		{asked, survey},
	);
	answer({kind: 'understood', understood});
	let underway = 0;
	let wake = () => {};
	parentPort!.on('message', () => {
		underway--;
		wake();
	});
	const packer = batchPacker(rowsPerBatch);
	const send = async () => {
		if (underway >= mostUnderway) {
			await new Promise<void>(resolve => {
				wake = resolve;
			});
		}
		underway++;
		const packed = packer.take();
		answer({kind: 'batch', batch: packed, share: share(), encoding: encoding()}, transferablesOf(packed));
	};
	for await (const some of rows) {
		for (const row of some) {
			packer.add(row);
			if (packer.size() === rowsPerBatch) {
				await send();
			}
		}
	}
	if (packer.size() > 0) {
		await send();
	}
	answer({kind: 'end', encoding: encoding(), laterDecisions: laterDecisions()});
}

const answer = (each: ReadingAnswer, moved: ArrayBuffer[] = []) => parentPort!.postMessage(each, moved);

try {
	const [question] = await once(parentPort!, 'message');
	await read(question as ReadingQuestion, answer);
} catch (error) {
	if (!(error instanceof SourceError)) {
		throw error;
	}
	answer({kind: 'problem', message: error.message});
}
parentPort!.close();
