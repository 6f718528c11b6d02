import {existsSync, mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {messageOf} from '../../message-of.ts';

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such folder',
	ENOTDIR: 'what it should lie in is no folder',
	EISDIR: 'it is a folder',
	EEXIST: 'it is no folder',
	EACCES: 'it may not be written',
	EPERM: 'it may not be written',
	EROFS: 'nothing can be written there',
	ENOSPC: 'the disk is full',
};

/** Writes what `--out` names. @throws Error that says in words why it cannot be */
export function writingOut<Result>(out: string, write: () => Result): Result {
	try {
		return write();
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		throw code === ''
			? error
			: new Error(`cannot write --out ${out}: ${reasons[code] ?? messageOf(error)}`, {cause: error});
	}
}

/** Makes a folder and those around it. Node's own way of doing so never ends in folders like `/proc`. */
export function makeFolder(folder: string): void {
	if (statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
		return;
	}
	const around = path.dirname(folder);
	if (!existsSync(around)) {
		makeFolder(around);
	}
	mkdirSync(folder);
}
