import {stat} from 'node:fs/promises';
import path from 'node:path';
import {SourceError} from '../ingest/source-error.ts';
import {type BroughtSource, bringHere, bringIfNew} from '../ingest/sources/bring-here.ts';
import {withoutPassword} from '../ingest/sources/download.ts';
import {findSources} from '../ingest/sources/find-sources.ts';
import type {Source} from '../ingest/sources/source-file.ts';
import type {Store} from '../store/open-store.ts';
import {seenSources} from '../store/seen-sources.ts';
import type {ImportResult} from './import-source.ts';

export type WatchedSources = {
	/** Files, folders, patterns and addresses. */
	readonly operands: readonly string[];
	readonly store: Store;
	readonly load: (file: BroughtSource) => Promise<ImportResult>;
	/** Hears of each load, with how it went. */
	readonly onLoaded: (result: ImportResult) => void;
	/** Hears what cannot be loaded; it is looked into again when it has changed. */
	readonly onProblem: (message: string) => void;
	/** UTC milliseconds. */
	readonly now: () => number;
};

/**
 * Watches sources for what is new in them. What was loaded is remembered in the database, across
 * restarts. A file is loaded once it is finished: when two looks find it as it was.
 *
 * @returns what looks once, and says whether a file is to be looked at again soon
 */
export function watchSources({operands, store, load, onLoaded, onProblem, now}: WatchedSources) {
	const seen = seenSources(store.db);
	/** How files that are not loaded yet looked last time. */
	let unfinished = new Map<string, string>();

	const loadFile = async (source: Source, origin: string, state: string) => {
		let file: BroughtSource | undefined;
		try {
			file = await bringHere(source);
			onLoaded(await load(file));
		} catch (error) {
			onProblem(messageOf(error));
		} finally {
			await file?.remove();
		}
		seen.remember(origin, state, now());
	};

	const lookAtFile = async (source: Source, stillUnfinished: Map<string, string>) => {
		const status = await stat(source.name).catch(() => undefined);
		// It may have been taken away since it was listed.
		if (!status) {
			return;
		}
		const origin = path.resolve(source.name);
		const state = `${status.size} ${Math.round(status.mtimeMs)}`;
		if (seen.stateOf(origin) === state) {
			return;
		}
		if (unfinished.get(origin) === state) {
			await loadFile(source, origin, state);
		} else {
			stillUnfinished.set(origin, state);
		}
	};

	const lookAtAddress = async ({name}: Source) => {
		const origin = withoutPassword(name);
		const known = seen.stateOf(origin);
		let brought: Awaited<ReturnType<typeof bringIfNew>>;
		try {
			brought = await bringIfNew(name, known === undefined ? {} : JSON.parse(known));
		} catch (error) {
			onProblem(messageOf(error));
			return;
		}
		const {file, validators} = brought;
		if (!file) {
			return;
		}
		try {
			onLoaded(await load(file));
		} catch (error) {
			onProblem(messageOf(error));
		} finally {
			await file.remove();
		}
		seen.remember(origin, JSON.stringify(validators), now());
	};

	return async (): Promise<boolean> => {
		const stillUnfinished = new Map<string, string>();
		// A folder may be empty still, and a pattern match nothing yet.
		for (const source of await findSources(operands, {mayBeNone: true})) {
			if (source.kind === 'address') {
				await lookAtAddress(source);
			} else {
				await lookAtFile(source, stillUnfinished);
			}
		}
		unfinished = stillUnfinished;
		return unfinished.size > 0;
	};
}

/** @throws what is no fault of a source */
function messageOf(error: unknown): string {
	if (error instanceof SourceError) {
		return error.message;
	}
	throw error;
}
