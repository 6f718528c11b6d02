import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {SourceError} from '../source-error.ts';
import type {SourceFile} from './source-file.ts';

/**
 * The files that were asked for: a folder stands for the CSV files in it, by name.
 *
 * @throws SourceError that names what is not there, or a folder without CSV files
 */
export async function findSources(operands: readonly string[]): Promise<SourceFile[]> {
	const found = await Promise.all(operands.map(filesAt));
	return found.flat().map(name => ({name, origin: path.resolve(name), path: name}));
}

async function filesAt(given: string): Promise<string[]> {
	if (given === '-' || /^https?:\/\//i.test(given)) {
		throw new SourceError(`cannot import ${given}: only files and folders can be read so far`);
	}
	const status = await stat(given).catch((error: unknown) => {
		throw new SourceError(`cannot import ${given}: there is no such file`, {cause: error});
	});
	if (!status.isDirectory()) {
		return [given];
	}
	const names = await readdir(given);
	const files = names.filter(name => name.toLowerCase().endsWith('.csv')).sort();
	if (files.length === 0) {
		throw new SourceError(`cannot import ${given}: the folder has no .csv files`);
	}
	return files.map(name => path.join(given, name));
}
