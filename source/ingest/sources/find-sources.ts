import type {Dirent} from 'node:fs';
import {glob, readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {SourceError} from '../source-error.ts';
import {withoutPassword} from './download.ts';
import type {Source} from './source-file.ts';

/** What files of sales are called; inside a folder others are left alone. */
const salesFile = /^[^.].*\.(?:csv|tsv|txt|json|ndjson|jsonl|xlsx|parquet)(?:\.gz)?$/i;

/** Files that often hold sales and cannot be read as they are. */
const otherFile = /^[^.].*\.(?:xlsb?|ods|numbers|zip|7z|rar|tar|tgz|bz2|xz|zst|mdb|accdb|pdf)$/i;

export type FindOptions = {
	/**
	 * Whether folders and patterns without files are no mistake.
	 * @default false
	 */
	readonly mayBeNone?: boolean;
	/** Hears what of a folder is not read although it may hold sales. */
	readonly onLeftAlone?: (notice: string) => void;
};

/**
 * The sources that were asked for: `-` is stdin, a folder stands for the files of sales in it, a
 * pattern for the files that it matches, both by name.
 *
 * @throws SourceError that names what is not there, or a folder or pattern without files
 */
export async function findSources(operands: readonly string[], options: FindOptions = {}): Promise<Source[]> {
	const found = await Promise.all(operands.map(operand => sourcesAt(operand, options)));
	return found.flat();
}

/** The files of sales in a folder, by name. */
async function filesIn(folder: string, onLeftAlone: FindOptions['onLeftAlone']): Promise<string[]> {
	const entries = await readdir(folder, {withFileTypes: true});
	const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'));
	const others = entries.filter(entry => !entry.isDirectory() && otherFile.test(entry.name));
	if (folders.length > 0) {
		onLeftAlone?.(
			`folders in ${folder} are left alone: ${listed(folders)}; '${path.join(folder, '**/*.csv')}' reads what is in them`,
		);
	}
	if (others.length > 0) {
		onLeftAlone?.(`left alone in ${folder}, because they cannot be read as they are: ${listed(others)}`);
	}
	return entries
		.filter(entry => !entry.isDirectory() && salesFile.test(entry.name))
		.map(entry => path.join(folder, entry.name))
		.sort();
}

/** So many are told by name. */
const mostNames = 10;

function listed(entries: readonly Dirent[]): string {
	const names = entries.map(({name}) => name).sort();
	const rest = names.length - mostNames;
	return names.slice(0, mostNames).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

async function sourcesAt(given: string, {mayBeNone = false, onLeftAlone}: FindOptions): Promise<Source[]> {
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
	const files = await filesIn(given, onLeftAlone);
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
