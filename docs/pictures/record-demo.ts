import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {devNull, tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {animatedSvg, type Shot} from './animated-svg.ts';
import {openRecordedTerminal} from './recorded-terminal.ts';

/** A moment of the demo: a key, or nothing, and what is to be seen then. */
type Scene = {
	/** What is typed. */
	readonly types?: string;
	/** How the key is written below the picture. */
	readonly key?: string;
	readonly caption: string;
	/** What must stand on the screen before it is taken. */
	readonly shows?: RegExp;
	/** How long it stands in the demo. */
	readonly seconds: number;
};

const live = 'salesmon: a shop with 90 days behind it, then a sale every 2 s';
const played = 'play what came then';

const scenes: readonly Scene[] = [
	...Array<Scene>(5).fill({caption: live, shows: /LIVE/, seconds: 0.9}),
	{
		types: '2',
		key: '2',
		caption: 'categories by hour and by region',
		shows: /Category × region/,
		seconds: 2.4,
	},
	{types: '\u001B[C', key: '→', caption: 'a cursor', shows: /▸/, seconds: 0.8},
	{types: '\u001B[B', key: '↓', caption: 'a cursor', shows: /▸/, seconds: 0.6},
	{types: '\r', key: 'Enter', caption: 'goes in: one category', shows: /Categories ›/, seconds: 2.6},
	{types: '\u001B', key: 'Esc', caption: 'comes back', shows: /Category × region/, seconds: 0.6},
	{types: '1', key: '1', caption: 'back to the overview', shows: /Category × hour/, seconds: 0.6},
	{types: '[', key: '[', caption: 'back in time', shows: /PAST/, seconds: 1},
	{types: '[', key: '[', caption: 'back in time', shows: /PAST/, seconds: 1},
	{types: '.', key: '.', caption: played, shows: /playing/, seconds: 0.7},
	...Array<Scene>(4).fill({key: '.', caption: played, shows: /playing/, seconds: 0.7}),
	{types: '\u001B', key: 'Esc', caption: 'to now', shows: /LIVE/, seconds: 0.8},
	{types: '/', key: '/', caption: 'only some sales', seconds: 0.8},
	{types: 'beauty', key: 'beauty', caption: 'only some sales', shows: /beauty/, seconds: 0.8},
	{types: '\r', key: 'Enter', caption: 'only the category that is on sale', seconds: 2.2},
	{types: '\u001B', key: 'Esc', caption: 'all sales', shows: /LIVE/, seconds: 0.6},
	{types: 'w', key: 'w', caption: 'why did revenue move?', shows: /Why revenue moved/, seconds: 3.4},
];

const title = 'salesmon in a terminal: live sales, a category, time travel, a filter, and why revenue moved';
const shop = ['--clock', '2026-11-20T09:00', '--seed', '7', '--tz', 'Europe/Paris', '--config', devNull];
/** From one scene to the next: the pace of the sales, so that each is taken between two of them. */
const stepMs = 2000;
/** From the key to its picture. */
const settleMs = 1200;

const root = path.join(import.meta.dirname, '../..');
const program = path.join(root, 'dist/bin.js');
const folder = mkdtempSync(path.join(tmpdir(), 'salesmon-demo-'));
try {
	const database = ['--db', path.join(folder, 'demo.db')];
	execFileSync(process.execPath, [program, 'produce', '--fill-only', '--quiet', ...shop, ...database]);
	const shots = await record([
		program,
		...database,
		...shop,
		'--theme',
		'dark',
		'--scenario',
		'flash-sale@3s',
	]);
	const svg = animatedSvg(shots, title);
	const file = path.join(root, 'docs/demo.svg');
	writeFileSync(file, svg);
	console.log(`${shots.length} frames, ${svg.length} characters in ${path.relative(process.cwd(), file)}`);
} finally {
	rmSync(folder, {recursive: true, force: true});
}

async function record(nodeArguments: readonly string[]): Promise<Shot[]> {
	const terminal = openRecordedTerminal(nodeArguments, {columns: 100, rows: 30});
	const shots: Shot[] = [];
	try {
		await terminal.shows(/last sale 09:00:/);
		const startedAt = performance.now();
		for (const [index, {types, key, caption, shows, seconds}] of scenes.entries()) {
			await pause(Math.max(0, startedAt + index * stepMs + 300 - performance.now()));
			if (types !== undefined) {
				terminal.press(types);
			}
			const pressedAt = performance.now();
			if (shows) {
				await terminal.shows(shows);
			}
			await pause(Math.max(0, pressedAt + settleMs - performance.now()));
			shots.push({frame: terminal.frame(), seconds, key, caption});
		}
	} finally {
		await terminal.close();
	}
	return shots;
}
