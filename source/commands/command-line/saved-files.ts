import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';

/** A folder of JSON files, one for each name under which something was saved. */
export type SavedFiles = {
	/** In alphabetical order. */
	readonly names: () => readonly string[];
	/**
	 * Where what has that name is kept, or would be.
	 *
	 * @returns nothing where no file can be called so
	 */
	readonly fileOf: (name: string) => string | undefined;
	/** @throws Error where there is no such file */
	readonly read: (file: string) => string;
	readonly write: (file: string, value: unknown) => void;
};

/** @param folder beside the configuration, so that what is in it serves every database */
export function savedFiles(folder: string): SavedFiles {
	const place = () => path.join(envPaths('salesmon', {suffix: ''}).config, folder);
	return {
		names() {
			try {
				return readdirSync(place())
					.filter(file => file.endsWith('.json'))
					.map(file => file.slice(0, -'.json'.length))
					.sort();
			} catch {
				// Nobody has saved one yet.
				return [];
			}
		},
		fileOf: name =>
			/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u.test(name) ? path.join(place(), `${name}.json`) : undefined,
		read: file => readFileSync(file, 'utf8'),
		write(file, value) {
			mkdirSync(path.dirname(file), {recursive: true});
			writeFileSync(file, `${JSON.stringify(value, undefined, '\t')}\n`);
		},
	};
}
