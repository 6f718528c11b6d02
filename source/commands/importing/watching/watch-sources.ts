import {stat} from 'node:fs/promises';
import path from 'node:path';
import {SourceError} from '../../../ingest/source-error.ts';
import {type BroughtSource, bringHere, bringIfNew} from '../../../ingest/sources/bring-here.ts';
import {withoutPassword} from '../../../ingest/sources/download.ts';
import {findSources} from '../../../ingest/sources/find-sources.ts';
import type {Source} from '../../../ingest/sources/source-file.ts';
import {seenSources} from '../../../store/importing/seen-sources.ts';
import type {Store} from '../../../store/open-store.ts';
import type {ImportResult} from '../import-source.ts';
import type {LoadedFiles, NewFiles} from './import-together.ts';

export type WatchedSources = {
	/** Files, folders, patterns and addresses. */
	readonly operands: readonly string[];
	readonly store: Store;
	/** Nothing comes of it where files are better loaded with others that are still being written. */
	readonly load: (files: NewFiles) => Promise<LoadedFiles | undefined>;
	/** Hears of what is kept only for being read, till that is over. */
	readonly onBrought?: (source: BroughtSource) => void;
	/** Hears of each load, with how it went. */
	readonly onLoaded: (result: ImportResult) => void;
	/** Hears what cannot be loaded; it is looked into again when it has changed. */
	readonly onProblem: (message: string) => void;
	/** UTC milliseconds. */
	readonly now: () => number;
};

type FoundFile = {readonly source: Source; readonly origin: string; readonly state: string};

/** A file that grows all the time keeps no tables waiting for longer. */
const mostWaits = 10;

/**
 * Watches sources for what is new in them. What was loaded is remembered in the database, across
 * restarts. A file is loaded once it is finished: when two looks find it as it was.
 *
 * @returns what looks once, and says whether a file is to be looked at again soon
 */
export function watchSources(watched: WatchedSources) {
	const {operands, store, load, onBrought, onLoaded, onProblem, now} = watched;
	const seen = seenSources(store.db);
	/** How files that are not loaded yet looked last time. */
	let unfinished = new Map<string, string>();
	/** How many looks in a row have found tables that something was still to be added to. */
	let waited = 0;

	/** Loads some files at once. @returns whether that is to be tried again */
	const loadAll = async (found: readonly FoundFile[], all: readonly Source[], isMoreComing: boolean) => {
		const brought: BroughtSource[] = [];
		const bring = async (sources: readonly Source[]) => {
			const files: BroughtSource[] = [];
			for (const source of sources) {
				try {
					const file = await bringHere(source);
					onBrought?.(file);
					files.push(file);
				} catch (error) {
					onProblem(messageOf(error));
				}
			}
			brought.push(...files);
			return files;
		};
		try {
			const files = await bring(found.map(({source}) => source));
			const names = new Set(found.map(({source}) => source.name));
			const others = () => bring(all.filter(({name, kind}) => kind === 'file' && !names.has(name)));
			const loaded = await load({files, others, isMoreComing});
			if (!loaded) {
				return true;
			}
			loaded.results.forEach(onLoaded);
			loaded.problems.forEach(onProblem);
		} finally {
			for (const {remove} of brought) {
				await remove();
			}
		}
		for (const {origin, state} of found) {
			seen.remember(origin, state, now());
		}
		return false;
	};

	/** @returns the file if it is new and finished */
	const lookAtFile = async (
		source: Source,
		stillUnfinished: Map<string, string>,
	): Promise<FoundFile | undefined> => {
		const status = await stat(source.name).catch(() => undefined);
		// It may have been taken away since it was listed.
		if (!status) {
			return undefined;
		}
		const origin = path.resolve(source.name);
		const state = `${status.size} ${Math.round(status.mtimeMs)}`;
		if (seen.stateOf(origin) === state) {
			return undefined;
		}
		if (unfinished.get(origin) !== state) {
			stillUnfinished.set(origin, state);
			return undefined;
		}
		return {source, origin, state};
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
		onBrought?.(file);
		try {
			const loaded = await load({files: [file], others: async () => [], isMoreComing: false});
			loaded?.results.forEach(onLoaded);
			loaded?.problems.forEach(onProblem);
		} catch (error) {
			onProblem(messageOf(error));
		} finally {
			await file.remove();
		}
		seen.remember(origin, JSON.stringify(validators), now());
	};

	return async (): Promise<boolean> => {
		const stillUnfinished = new Map<string, string>();
		const finished: FoundFile[] = [];
		// A folder may be empty still, and a pattern match nothing yet.
		const sources = await findSources(operands, {mayBeNone: true});
		for (const source of sources) {
			if (source.kind === 'address') {
				await lookAtAddress(source);
			} else {
				const found = await lookAtFile(source, stillUnfinished);
				finished.push(...(found ? [found] : []));
			}
		}
		if (finished.length > 0) {
			const mayWait = stillUnfinished.size > 0 && waited < mostWaits;
			const isWaiting = await loadAll(finished, sources, mayWait);
			waited = isWaiting ? waited + 1 : 0;
			for (const {origin, state} of isWaiting ? finished : []) {
				stillUnfinished.set(origin, state);
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
