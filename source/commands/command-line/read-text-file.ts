import {readFileSync} from 'node:fs';

/** @throws Error that says why a file cannot be read */
export function readTextFile(file: string): string {
	try {
		return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		throw new Error(`cannot read ${file}: ${whyUnreadable(error)}`, {cause: error});
	}
}

/** Why a file cannot be read, in words where the system has only a code. */
export function whyUnreadable(error: unknown): string {
	if (!(error instanceof Error)) {
		return String(error);
	}
	switch ('code' in error ? error.code : undefined) {
		case 'ENOENT':
			return 'there is no such file';
		case 'EISDIR':
			return 'it is a folder';
		default:
			return error.message;
	}
}
