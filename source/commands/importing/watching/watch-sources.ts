import {stat} from 'node:fs/promises';
import path from 'node:path';
import {type BroughtSource, bringIfNew} from '../../../ingest/sources/bring-here.ts';
import {withoutPassword} from '../../../ingest/sources/download.ts';
import {findSources} from '../../../ingest/sources/find-sources.ts';
import type {Source} from '../../../ingest/sources/source-file.ts';
import {seenSources} from '../../../store/importing/seen-sources.ts';
import type {Store} from '../../../store/open-store.ts';
import type {ImportResult} from '../import-source.ts';
import {unlessFaulty} from '../unless-faulty.ts';
import {bringFiles} from './bring-files.ts';
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

type SeenSources = ReturnType<typeof seenSources>;

type FoundFile = {
	readonly source: Source;
	readonly origin: string;
	/** Its size and when it was changed. */
	readonly state: string;
};

/** A file that grows all the time keeps no tables waiting for longer. */
const mostWaits = 10;

/**
 * Watches sources for what is new in them. What was loaded is remembered in the database, across
 * restarts. A file is loaded once it is finished: when two looks find it as it was.
 *
 * @returns what looks once, and says whether a file is to be looked at again soon
 */
export function watchSources(watched: WatchedSources): () => Promise<boolean> {
	const seen = seenSources(watched.store.db);
	/** How files that are not loaded yet looked last time. */
	let unfinished = new Map<string, string>();
	/** How many looks in a row have found tables that something was still to be added to. */
	let waited = 0;

	return async () => {
		const stillUnfinished = new Map<string, string>();
		const finished: FoundFile[] = [];
		// A folder may be empty still, and a pattern match nothing yet.
		const sources = await findSources(watched.operands, {mayBeNone: true});
		for (const source of sources) {
			if (source.kind === 'address') {
				await loadAddress(source, watched, seen);
				continue;
			}
			const found = await newFile(source, seen);
			if (found && unfinished.get(found.origin) === found.state) {
				finished.push(found);
			} else if (found) {
				stillUnfinished.set(found.origin, found.state);
			}
		}
		if (finished.length > 0) {
			const mayWait = stillUnfinished.size > 0 && waited < mostWaits;
			const isWaiting = !(await loadFiles(finished, sources, mayWait, watched, seen));
			waited = isWaiting ? waited + 1 : 0;
			for (const {origin, state} of isWaiting ? finished : []) {
				stillUnfinished.set(origin, state);
			}
		}
		unfinished = stillUnfinished;
		return unfinished.size > 0;
	};
}

/** @returns the file, if it has not been loaded as it is now */
async function newFile(source: Source, seen: SeenSources): Promise<FoundFile | undefined> {
	const status = await stat(source.name).catch(() => undefined);
	// It may have been taken away since it was listed.
	if (!status) {
		return undefined;
	}
	const origin = path.resolve(source.name);
	const state = `${status.size} ${Math.round(status.mtimeMs)}`;
	return seen.stateOf(origin) === state ? undefined : {source, origin, state};
}

/**
 * Loads some files at once.
 *
 * @param all the sources that there are, which they may refer to
 * @returns whether they are loaded, for else that is to be tried again
 */
async function loadFiles(
	found: readonly FoundFile[],
	all: readonly Source[],
	isMoreComing: boolean,
	{load, onBrought, onLoaded, onProblem, now}: WatchedSources,
	seen: SeenSources,
): Promise<boolean> {
	const names = new Set(found.map(({source}) => source.name));
	const others = all.filter(({name, kind}) => kind === 'file' && !names.has(name));
	const bringing = bringFiles(onBrought, onProblem);
	try {
		const files = await bringing.bring(found.map(({source}) => source));
		const loaded = await load({files, others: () => bringing.bring(others), isMoreComing});
		if (!loaded) {
			return false;
		}
		loaded.results.forEach(onLoaded);
		loaded.problems.forEach(onProblem);
	} finally {
		await bringing.remove();
	}
	for (const {origin, state} of found) {
		seen.remember(origin, state, now());
	}
	return true;
}

/** Loads what an address answers, if that is new. */
async function loadAddress(
	{name}: Source,
	{load, onBrought, onLoaded, onProblem, now}: WatchedSources,
	seen: SeenSources,
): Promise<void> {
	const origin = withoutPassword(name);
	const known = seen.stateOf(origin);
	const brought = await unlessFaulty(
		() => bringIfNew(name, known === undefined ? {} : JSON.parse(known)),
		onProblem,
	);
	const file = brought?.file;
	if (!file) {
		return;
	}
	onBrought?.(file);
	try {
		await unlessFaulty(async () => {
			const loaded = await load({files: [file], others: async () => [], isMoreComing: false});
			loaded?.results.forEach(onLoaded);
			loaded?.problems.forEach(onProblem);
		}, onProblem);
	} finally {
		await file.remove();
	}
	seen.remember(origin, JSON.stringify(brought.validators), now());
}
