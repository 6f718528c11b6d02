import {createReadStream, type ReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {SourceError} from '../source-error.ts';
import type {SourceFile} from './source-file.ts';

/** The bytes of a file, read in pieces. */
export type ByteReading = {
	/** Only once. */
	readonly chunks: AsyncIterable<Uint8Array>;
	/** How much of them has been read, 0 to 1. */
	readonly share: () => number;
};

const chunkBytes = 1 << 18;

/** @throws SourceError that names the file and says why it cannot be read */
export async function readBytes({name, path}: SourceFile): Promise<ByteReading> {
	const {size} = await stat(path).catch((error: unknown) => {
		throw cannotRead(name, error);
	});
	let stream: ReadStream | undefined;
	return {
		share: () => (size === 0 ? 1 : Math.min(1, (stream?.bytesRead ?? 0) / size)),
		chunks: {
			async *[Symbol.asyncIterator]() {
				stream = createReadStream(path, {highWaterMark: chunkBytes});
				try {
					yield* stream as AsyncIterable<Uint8Array>;
				} catch (error) {
					throw cannotRead(name, error);
				}
			},
		},
	};
}

function cannotRead(name: string, error: unknown): SourceError {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const reason =
		code === 'ENOENT'
			? 'there is no such file'
			: code === 'EACCES'
				? 'it may not be read'
				: error instanceof Error
					? error.message
					: String(error);
	return new SourceError(`cannot read ${name}: ${reason}`, {cause: error});
}
