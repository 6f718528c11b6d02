import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {constants} from 'node:os';
import process from 'node:process';
import type {Given} from '../command-line/command.ts';
import {kebab} from '../command-line/parse-command-line.ts';
import {sourceFlags} from './flags/source-flags.ts';

export type StagedSources = {
	/** What the import ended with; nothing is staged unless it is 0 or some rows could be loaded. */
	readonly exitCode: number;
	readonly isStaged: boolean;
	readonly rejected: number;
};

export type StageOptions = {
	/** A database that is not there yet. */
	readonly into: string;
	/** By which times without an offset are read; absent for the system's. */
	readonly zoneName: string | undefined;
	/** ISO 4217; absent for what the sources say. */
	readonly currency: string | undefined;
};

/** Set where an import that says nothing else shows how far it is. */
export const showsProgress = 'SALESMON_SHOWS_PROGRESS';

/** One summary of each source or table. */
const mostOutputBytes = 1 << 26;

/**
 * Brings sources into a database of their own, which puts their orders into the order of time in bounded
 * memory; in a process of its own, because the memory that this takes is never given back. What goes
 * wrong that process says.
 */
export function stageSources(given: Given, {into, zoneName, currency}: StageOptions): StagedSources {
	const flags = Object.entries(sourceFlags).flatMap(([name, {type}]) => {
		if (type === 'boolean') {
			return given.has(name) ? [`--${kebab(name)}`] : [];
		}
		const value = given.text(name);
		return value === undefined ? [] : [`--${kebab(name)}`, value];
	});
	const {status, signal, error, stdout} = spawnSync(
		process.execPath,
		[
			...[process.argv[1]!, 'import', ...given.operands, ...flags],
			...['--db', into, '--format', 'ndjson', '--quiet'],
			...(zoneName === undefined ? [] : ['--tz', zoneName]),
			...(currency === undefined ? [] : ['--currency', currency]),
		],
		{
			stdio: ['inherit', 'pipe', 'inherit'],
			encoding: 'utf8',
			maxBuffer: mostOutputBytes,
			// What it has to say is about a database that nobody sees, but how far it is somebody waits for.
			env: {...process.env, ...(given.has('quiet') ? {} : {[showsProgress]: '1'})},
		},
	);
	if (error) {
		throw new Error(`cannot start the import: ${error.message}`, {cause: error});
	}
	const summaries = stdout
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line) as {readonly rejected: number});
	return {
		exitCode: status ?? 128 + constants.signals[signal!],
		isStaged: existsSync(into),
		rejected: summaries.reduce((sum, summary) => sum + summary.rejected, 0),
	};
}
