import {createReadStream, createWriteStream} from 'node:fs';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import {SourceError} from '../source-error.ts';
import {type Download, download, type Validators, withoutPassword} from './download.ts';
import {cannotRead, firstBytes, isGzip, readBytes} from './read-bytes.ts';
import type {Source, SourceFile} from './source-file.ts';

export type BroughtSource = SourceFile & {
	/** Removes what was kept only for reading it. */
	readonly remove: () => Promise<void>;
};

/**
 * Makes a file of a source, so that it can be read more than once and from any place in it: what
 * comes through a pipe or from an address is kept in a file of its own until it is removed.
 *
 * @throws SourceError that names the source and says why it cannot be had
 */
export async function bringHere(source: Source): Promise<BroughtSource> {
	const {kind, name} = source;
	switch (kind) {
		case 'stdin':
			if (process.stdin.isTTY) {
				throw new SourceError('nothing is piped into salesmon: write … | salesmon import -');
			}
			return unpacked(await kept(name, 'stdin', file => pipeline(process.stdin, createWriteStream(file))));
		case 'address':
			return unpacked(await kept(withoutPassword(name), withoutPassword(name), file => download(name, file)));
		case 'file':
			return unpacked(await localFile(name));
	}
}

/**
 * Brings what is at an address unless it is what was brought before.
 *
 * @param known what was said about it then
 * @throws SourceError that names the address and says why it cannot be had
 */
export async function bringIfNew(
	address: string,
	known: Validators,
): Promise<{readonly file: BroughtSource | undefined; readonly validators: Validators}> {
	let answer: Download = {isUnchanged: true, validators: known};
	const file = await kept(withoutPassword(address), withoutPassword(address), async place => {
		answer = await download(address, place, known);
	});
	if (answer.isUnchanged) {
		await file.remove();
	}
	return {file: answer.isUnchanged ? undefined : await unpacked(file), validators: answer.validators};
}

async function localFile(name: string): Promise<BroughtSource> {
	const status = await stat(name).catch((error: unknown) => {
		throw cannotRead(name, error);
	});
	if (status.isFile()) {
		return {name, origin: path.resolve(name), path: name, remove: async () => {}};
	}
	// Such as a pipe with a name, which can be read only once.
	return kept(name, path.resolve(name), file => pipeline(createReadStream(name), createWriteStream(file)));
}

async function kept(
	name: string,
	origin: string,
	fill: (file: string) => Promise<unknown>,
): Promise<BroughtSource> {
	const folder = await mkdtemp(path.join(tmpdir(), 'salesmon-'));
	const remove = () => rm(folder, {recursive: true, force: true});
	try {
		const file = path.join(folder, 'source');
		await fill(file);
		return {name, origin, path: file, remove};
	} catch (error) {
		await remove();
		throw cannotRead(name, error);
	}
}

/** A packed workbook or Parquet file must be unpacked whole: it is not read from front to back. */
async function unpacked(source: BroughtSource): Promise<BroughtSource> {
	const {name, origin, path: packed} = source;
	if (!isGzip(await beginningOf(source)) || !(await holdsRandomAccessFile(source))) {
		return source;
	}
	try {
		return await kept(name, origin, file =>
			pipeline(createReadStream(packed), createGunzip(), createWriteStream(file)),
		);
	} finally {
		await source.remove();
	}
}

async function beginningOf({name, path: file}: SourceFile): Promise<Uint8Array> {
	return firstBytes(file, 4).catch((error: unknown) => {
		throw cannotRead(name, error);
	});
}

async function holdsRandomAccessFile(source: SourceFile): Promise<boolean> {
	const {chunks} = await readBytes(source);
	for await (const chunk of chunks) {
		const beginning = Buffer.from(chunk.subarray(0, 4)).toString('latin1');
		return beginning === 'PAR1' || beginning === 'PK\u0003\u0004';
	}
	return false;
}
