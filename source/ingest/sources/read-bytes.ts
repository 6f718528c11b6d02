import {createReadStream} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import {createGunzip} from 'node:zlib';
import {messageOf} from '../../message-of.ts';
import {SourceError} from '../source-error.ts';
import type {SourceFile} from './source-file.ts';

/** The bytes of a file, read in pieces; of a gzip file those that are packed in it. */
export type ByteReading = {
	/** Only once. */
	readonly chunks: AsyncIterable<Uint8Array>;
	/** How much of them has been read, 0 to 1. */
	readonly share: () => number;
};

const chunkBytes = 1 << 18;

/** @throws SourceError that names the file and says why it cannot be read */
export async function readBytes({name, path}: SourceFile): Promise<ByteReading> {
	try {
		const {size} = await stat(path);
		const isPacked = isGzip(await firstBytes(path, 2));
		let bytesRead = 0;

		async function* chunks(): AsyncGenerator<Uint8Array> {
			const file = createReadStream(path, {highWaterMark: chunkBytes});
			file.on('data', chunk => {
				bytesRead += chunk.length;
			});
			try {
				if (!isPacked) {
					yield* file as AsyncIterable<Uint8Array>;
					return;
				}
				const unpacked = createGunzip({chunkSize: chunkBytes});
				file.on('error', error => unpacked.destroy(error));
				yield* file.pipe(unpacked) as AsyncIterable<Uint8Array>;
			} catch (error) {
				throw cannotRead(name, error);
			} finally {
				file.destroy();
			}
		}

		return {share: () => (size === 0 ? 1 : Math.min(1, bytesRead / size)), chunks: chunks()};
	} catch (error) {
		throw cannotRead(name, error);
	}
}

/** By what the file begins with: names lie. */
export function isGzip(beginning: Uint8Array): boolean {
	return beginning[0] === 0x1f && beginning[1] === 0x8b;
}

/** Fewer where the file is shorter. @throws Error of the file system */
export async function firstBytes(path: string, length: number): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const {buffer, bytesRead} = await file.read(new Uint8Array(length), 0, length, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EACCES: 'it may not be read',
	EISDIR: 'it is a folder',
	ENOSPC: 'there is no room to keep it while it is read; TMPDIR says in which folder',
	Z_BUF_ERROR: 'its gzip data ends too early',
	Z_DATA_ERROR: 'its gzip data is damaged',
};

/** Says in words why a source could not be read; what is such an error already stays as it is. */
export function cannotRead(name: string, error: unknown): SourceError {
	if (error instanceof SourceError) {
		return error;
	}
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const reason = reasons[code] ?? messageOf(error);
	return new SourceError(`cannot read ${name}: ${reason}`, {cause: error});
}
