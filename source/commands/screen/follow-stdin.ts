import {closeSync, openSync} from 'node:fs';
import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {type Formats, printable} from '../../format.ts';
import {type FollowedSales, followSales} from '../../ingest/follow-sales.ts';
import {createListeners} from '../../listeners.ts';
import {messageOf} from '../../message-of.ts';
import {importedSource, openImporter} from '../../store/importing/open-importer.ts';
import type {SourceImport} from '../../store/importing/source-import.ts';
import {openStore, openStoreToRead, type Store} from '../../store/open-store.ts';
import type {Given} from '../command-line/command.ts';
import {assertCurrency, commonOptions, formatsFor, storeDefaults} from '../command-line/common-options.ts';
import {askedOf, textOptionsOf} from '../importing/flags/source-flags.ts';
import {assertOnly} from '../simulating/sale-origins.ts';
import type {Feed} from './feed.ts';
import {scopeOf} from './scope-options.ts';
import {screenOptions} from './screen-options.ts';
import {watchStore} from './watch-store.tsx';

/** The thread also draws, so it does not wait long for another program's write; the write is tried again. */
const patienceMs = 2000;

/**
 * Loads what is piped in as it comes, while the screen shows it and the terminal's own keyboard steers
 * it. The screen stays when the input ends. Without a terminal it only says what was loaded.
 */
export async function followStdin(given: Given): Promise<number> {
	const common = commonOptions(given);
	const screen = screenOptions(given);
	const asked = askedOf(given);
	const how = {asked, ...textOptionsOf(given, asked)};
	const writer = openStore(common.database, storeDefaults(common), {patienceMs});
	const sales = () => followSales('stdin', process.stdin, writer.zone, how);
	try {
		assertOnly(writer, importedSource, given.has('mix'));
		assertCurrency(common, writer);
		const formats = formatsFor(common, writer);
		if (!hasTerminal()) {
			const feed = startFeed(writer, sales(), formats, () => {});
			await feed.end;
			const {notice, state} = feed.getSnapshot();
			(state === 'failed' ? console.error : console.log)(printable(notice ?? ''));
			return state === 'failed' ? 1 : 0;
		}
		const store = openStoreToRead(common.database);
		try {
			return await watchStore({
				...{given, store, common, screen, scope: scopeOf(given, store, common.zone)},
				label: 'from stdin',
				keepsResults: false,
				alerts: {mayRun: false},
				startFeed: onSale => startFeed(writer, sales(), formats, onSale),
			});
		} finally {
			store.close();
		}
	} finally {
		writer.close();
	}
}

/** Whether there is a screen to draw on and a keyboard beside stdin. */
function hasTerminal(): boolean {
	if (!process.stdout.isTTY || process.env.TERM === 'dumb') {
		return false;
	}
	try {
		closeSync(openSync('/dev/tty', 'r'));
		return true;
	} catch {
		return false;
	}
}

/** Loads from stdin until it ends or is stopped; `onSale` is called after each commit. */
function startFeed(
	store: Store,
	sales: AsyncIterable<FollowedSales>,
	formats: Formats,
	onSale: () => void,
): Feed {
	const listeners = createListeners();
	let snapshot: ReturnType<Feed['getSnapshot']> = {notice: undefined, state: 'running'};
	let isStopped = false;
	let source: SourceImport | undefined;

	const {count} = formats;
	let conflicts = 0;

	const tell = (notice: string, state: (typeof snapshot)['state']) => {
		snapshot = {notice, state};
		listeners.tell();
	};

	const load = async () => {
		// A record that comes now is the newest state of its order; a line that differs may be another one.
		const importer = openImporter(store, {isLatest: true});
		for await (const {format, mapping, batch} of sales) {
			if (isStopped) {
				return;
			}
			source ??= importer.begin(
				{origin: 'stdin', format, mapping, header: [], delimiter: undefined},
				Date.now(),
			);
			conflicts += source.load(batch).conflicts.length;
			source.commit();
			if (conflicts > 0) {
				tell(
					`${count(conflicts)} ${conflicts === 1 ? 'row differs' : 'rows differ'} from what is loaded, and ${conflicts === 1 ? 'is' : 'are'} rejected; salesmon import --update takes such rows`,
					'running',
				);
			}
			onSale();
			// Keys and frames have their turn.
			await setImmediate();
		}
		const {rows} = source?.finish(Date.now()) ?? {rows: {read: 0, loaded: 0, duplicate: 0, rejected: 0}};
		const again = source?.comeAgain() ?? 0;
		const renewed =
			again === 0
				? ''
				: `; ${count(again)} earlier ${again === 1 ? 'state' : 'states'} of orders ${again === 1 ? 'was' : 'were'} replaced`;
		tell(
			`the input has ended: ${count(rows.read)} rows, ${count(rows.loaded)} loaded, ${count(rows.duplicate)} duplicate, ${count(rows.rejected)} rejected${renewed}`,
			'ended',
		);
	};

	const end = load().catch((error: unknown) => {
		if (!isStopped) {
			tell(messageOf(error), 'failed');
		}
	});

	return {
		end,
		getSnapshot: () => snapshot,
		subscribe: listeners.subscribe,
		stop() {
			isStopped = true;
			process.stdin.destroy();
		},
	};
}
