import {createReadStream, type ReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {SourceError} from './source-error.ts';

/** A text that is read in pieces. */
export type TextSource = {
	/** How it is named in messages and in the database. */
	readonly name: string;
	readonly chunks: AsyncIterable<string>;
	/** How much of it has been read, 0 to 1. */
	readonly share: () => number;
};

const chunkBytes = 1 << 18;

/** Opens a file of UTF-8 text; a byte order mark is not part of it. */
export async function openTextFile(path: string): Promise<TextSource> {
	const {size} = await stat(path).catch((error: unknown) => {
		throw cannotRead(path, error);
	});
	let stream: ReadStream | undefined;
	return {
		name: path,
		share: () => (size === 0 ? 1 : Math.min(1, (stream?.bytesRead ?? 0) / size)),
		chunks: {
			async *[Symbol.asyncIterator]() {
				stream = createReadStream(path, {encoding: 'utf8', highWaterMark: chunkBytes});
				let isFirst = true;
				try {
					for await (const chunk of stream as AsyncIterable<string>) {
						yield isFirst && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk;
						isFirst = false;
					}
				} catch (error) {
					throw cannotRead(path, error);
				}
			},
		},
	};
}

function cannotRead(path: string, error: unknown): SourceError {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const reason =
		code === 'ENOENT'
			? 'there is no such file'
			: code === 'EACCES'
				? 'it may not be read'
				: error instanceof Error
					? error.message
					: String(error);
	return new SourceError(`cannot read ${path}: ${reason}`, {cause: error});
}
