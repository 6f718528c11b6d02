import {glob, readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {SourceError} from '../source-error.ts';
import {withoutPassword} from './download.ts';
import type {Source} from './source-file.ts';

/** What files of sales are called; inside a folder others are left alone. */
const salesFile = /^[^.].*\.(?:csv|tsv|txt|json|ndjson|jsonl|xlsx|parquet)(?:\.gz)?$/i;

export type FindOptions = {
	/**
	 * Whether folders and patterns without files are no mistake.
	 * @default false
	 */
	readonly mayBeNone?: boolean;
};

/**
 * The sources that were asked for: `-` is stdin, a folder stands for the files of sales in it, a
 * pattern for the files that it matches, both by name.
 *
 * @throws SourceError that names what is not there, or a folder or pattern without files
 */
export async function findSources(
	operands: readonly string[],
	{mayBeNone = false}: FindOptions = {},
): Promise<Source[]> {
	const found = await Promise.all(operands.map(operand => sourcesAt(operand, mayBeNone)));
	return found.flat();
}

/** The files of sales in a folder, by name. */
async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, {withFileTypes: true});
	return entries
		.filter(entry => !entry.isDirectory() && salesFile.test(entry.name))
		.map(entry => path.join(folder, entry.name))
		.sort();
}

async function sourcesAt(given: string, mayBeNone: boolean): Promise<Source[]> {
	if (given === '-') {
		return [{kind: 'stdin', name: 'stdin'}];
	}
	if (/^https?:\/\//i.test(given)) {
		return [{kind: 'address', name: given}];
	}
	if (/^[a-z][a-z\d+.-]+:\/\//i.test(given)) {
		throw new SourceError(
			`cannot import ${withoutPassword(given)}: addresses begin with http:// or https://`,
		);
	}
	const status = await stat(given).catch(() => undefined);
	if (!status) {
		return asFiles(await matching(given, mayBeNone));
	}
	if (!status.isDirectory()) {
		return asFiles([given]);
	}
	const files = await filesIn(given);
	if (files.length === 0 && !mayBeNone) {
		throw new SourceError(
			`cannot import ${given}: the folder has no files of sales (.csv, .tsv, .txt, .json, .ndjson, .jsonl, .xlsx, .parquet, also with .gz)`,
		);
	}
	return asFiles(files);
}

async function matching(pattern: string, mayBeNone: boolean): Promise<string[]> {
	if (!/[*?[{]/.test(pattern)) {
		throw new SourceError(`cannot import ${pattern}: there is no such file`);
	}
	const files: string[] = [];
	for await (const file of glob(pattern)) {
		const status = await stat(file).catch(() => undefined);
		if (status && !status.isDirectory()) {
			files.push(file);
		}
	}
	if (files.length === 0 && !mayBeNone) {
		throw new SourceError(`cannot import ${pattern}: no file matches it`);
	}
	return files.sort();
}

function asFiles(names: readonly string[]): Source[] {
	return names.map(name => ({kind: 'file', name}));
}
