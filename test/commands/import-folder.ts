import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {onTestFinished, vi} from 'vitest';
import {parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';
import {importFiles} from '../../source/commands/import.ts';
import {testFolder} from '../helpers/store.ts';

type Line = {
	readonly source: string;
	readonly read: number;
	readonly loaded: number;
	readonly duplicate: number;
	readonly rejected: number;
	readonly repaired: number;
	readonly updated: number;
	readonly mapping: Readonly<Record<string, string>>;
	readonly decisions: readonly string[];
	readonly amount: Readonly<Record<'read' | 'loaded' | 'duplicate' | 'rejected', string>>;
};

/**
 * Files in a new folder, the command that imports them, and the database that they go into.
 *
 * @param asked flags of every run
 */
export function importFolder(
	files: Readonly<Record<string, string>>,
	asked: readonly string[] = ['--currency', 'EUR'],
) {
	const folder = testFolder();
	for (const [name, text] of Object.entries(files)) {
		writeFileSync(path.join(folder, name), text);
	}
	const database = path.join(testFolder(), 'sales.db');
	const stdout = vi.spyOn(console, 'log').mockImplementation(() => {});
	const stderr = vi.spyOn(console, 'error').mockImplementation(() => {});
	onTestFinished(() => {
		vi.restoreAllMocks();
	});
	return {
		folder,
		database,
		exists: () => existsSync(database),
		run: async (...argv: readonly string[]) => {
			stdout.mockClear();
			stderr.mockClear();
			const common = ['--db', database, '--tz', 'UTC', ...asked, '--locale', 'en-GB'];
			const code = await importFiles.run(parseCommandLine(importFiles, [...argv, ...common]));
			const out = stdout.mock.calls.flat().map(String);
			return {
				code,
				out,
				json: out.filter(line => line.startsWith('{')).map(line => JSON.parse(line) as Line),
				err: stderr.mock.calls.flat().map(String),
			};
		},
		query: (sql: string) => {
			const db = new Database(database, {readonly: true});
			try {
				return db.prepare(sql).raw().all();
			} finally {
				db.close();
			}
		},
	};
}
