import {once} from 'node:events';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {WindowName} from '../dashboard/window-name.ts';
import {printable} from '../format.ts';
import {messageOf} from '../message-of.ts';
import type {Order} from '../order.ts';
import {type Replayer, startReplayer} from '../producer/replayer.ts';
import {alertLog} from '../store/alert-log.ts';
import {isBusy, openStore, openStoreToRead, type Store} from '../store/open-store.ts';
import {ordersInTime} from '../store/orders/orders-in-time.ts';
import {openOrderRecorder} from '../store/record-orders.ts';
import {endingSignals} from '../terminal/ending-signals.ts';
import {type Command, type Flag, type Given, UsageError} from './command-line/command.ts';
import {type CommonOptions, commonOptions, formatsFor, storeDefaults} from './command-line/common-options.ts';
import {exitCodes} from './command-line/exit-codes.ts';
import {sourceFlags} from './importing/flags/source-flags.ts';
import {stageSources} from './importing/stage-sources.ts';
import {scopeOf} from './screen/scope-options.ts';
import {liveScreenFlags, screenOptions} from './screen/screen-options.ts';
import {watchStore} from './screen/watch-store.tsx';
import {type ReplayOptions, replayFlags, replayOptions, replaySpan} from './simulating/replay-options.ts';
import {assertOnly, mixFlag, replayed} from './simulating/sale-origins.ts';

/** How often a replay without a screen says how far it has come. */
const reportEveryMs = 60_000;

/** The screen answers keys while it writes, so a busy database is tried again instead of waited for. */
const patienceMs = 20;

/** What is played begins now, so a long span is empty but for its end. */
const defaultWindow = '15m' satisfies WindowName;

const windowFlag: Flag = {
	...liveScreenFlags.window,
	about: `span of time (${defaultWindow}); also such as 36h`,
};

export const replay: Command = {
	name: 'replay',
	summary: 'Plays real orders as if they happened now, with their own rhythm; kept only with --db',
	operands: 'SOURCE…',
	flags: {...replayFlags, ...sourceFlags, ...liveScreenFlags, window: windowFlag, mix: mixFlag},
	examples: [
		['salesmon replay december.csv --speed 60', 'an hour of December in a minute, on the live screen'],
		['salesmon replay sheets/ --since 2010-12-03 --loop', 'a folder from that day on, over and over'],
		['salesmon replay december.csv --speed 3600 --db test.db', 'into a database that is kept'],
	],
	async run(given) {
		if (given.operands.length === 0) {
			throw new UsageError('replay what? Give files, folders, patterns or addresses, as to salesmon import');
		}
		const folder = mkdtempSync(path.join(tmpdir(), 'salesmon-'));
		const stops: (() => void)[] = [() => rmSync(folder, {recursive: true, force: true})];
		try {
			return await replayFrom(given, folder, stops);
		} finally {
			for (const stop of stops.reverse()) {
				stop();
			}
		}
	},
};

/**
 * @param folder for what is not kept
 * @param stops what is to be closed at the end, the last first
 */
async function replayFrom(given: Given, folder: string, stops: (() => void)[]): Promise<number> {
	const asked = commonOptions(given);
	const options = replayOptions(given);
	const screen = screenOptions(given);
	const name = nameOf(given.operands);
	// The usual database is that of a shop: a replay goes only where this command line sends it.
	const isKept = given.own('db') !== undefined;
	const common = isKept ? asked : {...asked, database: path.join(folder, 'sales.db')};
	const open = (defaults: {readonly zoneName: string; readonly currency: string}) => {
		const store = openStore(common.database, defaults);
		stops.push(store.close);
		return store;
	};
	const existing = existsSync(common.database) ? open(storeDefaults(common)) : undefined;
	if (existing) {
		assertOnly(existing, replayed(name), given.has('mix'));
	}

	const into = path.join(folder, 'staged.db');
	const {exitCode, isStaged, rejected} = stageSources(given, {
		into,
		zoneName: common.zone?.name ?? existing?.zone.name,
		currency: existing?.currency ?? common.currency,
	});
	if (!isStaged || (exitCode !== 0 && exitCode !== exitCodes.notHolding)) {
		return exitCode;
	}
	const staged = openStoreToRead(into);
	stops.push(staged.close);
	const span = replaySpan(given, staged.zone);
	const {count, orders} = ordersInTime(staged.db);
	const total = count(span);
	if (total === 0) {
		throw new Error(`${name} holds no orders to play${span.from > 0 ? ' in that span' : ''}`);
	}
	const writer = existing ?? open({zoneName: staged.zone.name, currency: staged.currency});
	const formats = formatsFor(common, writer);
	if (!common.isQuiet) {
		const lost =
			rejected > 0 ? ` (rows left out: ${formats.count(rejected)}, salesmon import --dry-run tells why)` : '';
		const kept = isKept ? '' : ', kept nowhere without --db';
		console.error(printable(`salesmon: ${name}: ${formats.count(total)} orders to play${lost}${kept}`));
	}
	const start = replaying({
		writer,
		source: replayed(name),
		isNew: existing === undefined,
		orders: () => orders(span),
		options,
	});
	if (!screen.isNarrated && (!process.stdout.isTTY || process.env.TERM === 'dumb')) {
		return playUnseen(start, writer, common);
	}
	writer.setPatience(patienceMs);
	// A connection of its own: a reader sees what was committed, and only that.
	const store = openStoreToRead(common.database);
	stops.push(store.close);
	const scope = scopeOf(given, store, common.zone);
	const isSpanGiven = ['window', 'from', 'to'].some(flag => given.text(flag) !== undefined);
	return watchStore({
		...{given, store, common, screen},
		scope: isSpanGiven ? scope : {...scope, window: defaultWindow},
		label: isKept ? name : `${name}, not kept`,
		keepsResults: true,
		alerts: {log: alertLog(writer.db), mayRun: false},
		startProducer: start,
	});
}

type Replaying = {
	readonly writer: Store;
	/** Under which the orders are stored. */
	readonly source: string;
	/** Whether the database holds none of them yet. */
	readonly isNew: boolean;
	readonly orders: () => Iterable<Order>;
	readonly options: ReplayOptions;
};

/** Connects a replay to a database; what is returned starts it and calls `onSale` after each commit. */
function replaying({writer, source, isNew, orders, options}: Replaying) {
	const recorder = openOrderRecorder(writer);
	let isFirst = isNew;
	function* round(): Generator<Order> {
		// An order that is played again is another one.
		const suffix = isFirst ? '' : ` ${Date.now().toString(36)}`;
		isFirst = false;
		for (const order of orders()) {
			yield order.number === undefined ? order : {...order, number: `${order.number}${suffix}`};
		}
	}
	return (onSale: (orders: number) => void): Replayer =>
		startReplayer({
			...options,
			orders: round,
			now: Date.now,
			record(some) {
				recorder.record(source, some);
				onSale(some.length);
			},
			// While another program writes, the replay tries again and nobody needs to know.
			explain: error =>
				isBusy(error) ? undefined : `cannot record orders: ${messageOf(error)}; trying again`,
		});
}

/** Plays without a screen until the end or a signal, with a line a minute. */
async function playUnseen(
	start: (onSale: (orders: number) => void) => Replayer,
	store: Store,
	common: CommonOptions,
): Promise<number> {
	const {clock, count, fullDate, time} = formatsFor(common, store);
	const say = (message: string) => {
		if (!common.isQuiet) {
			console.error(printable(message));
		}
	};
	let played = 0;
	const replayer = start(orders => {
		played += orders;
	});
	const account = () => {
		const {at} = replayer.getSnapshot().replay;
		return `${clock(Date.now())} ${count(played)} orders played, up to ${fullDate(at)} ${time(at)}`;
	};
	const report = setInterval(() => say(account()), reportEveryMs);
	const stopped = new AbortController();
	const isOver = new Promise<void>(resolve => {
		let told: string | undefined;
		replayer.subscribe(() => {
			const {problem, replay: progress} = replayer.getSnapshot();
			if (problem !== told) {
				told = problem;
				say(`${clock(Date.now())} ${problem ?? 'recording orders again'}`);
			}
			if (progress.isOver) {
				resolve();
			}
		});
	});
	try {
		await Promise.race([isOver, ...endingSignals.map(signal => once(process, signal, stopped))]);
	} finally {
		stopped.abort();
		replayer.stop();
		clearInterval(report);
	}
	say(account());
	return 0;
}

/** How what is played is called. */
function nameOf([first = '', ...others]: readonly string[]): string {
	const name = first === '-' ? 'stdin' : path.basename(first);
	return others.length === 0 ? name : `${name} and ${others.length} more`;
}
