import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {devNull, tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {viewNames, viewTitles} from '../../source/views/view-names.ts';
import {darkPaper, lightPaper, openRecordedTerminal, type TerminalSize} from './recorded-terminal.ts';
import {type Paper, svgOfScreens} from './svg-of-screens.ts';

type Picture = {
	readonly name: string;
	readonly title: string;
	readonly size: TerminalSize;
	readonly keys: string;
	readonly flags?: readonly string[];
	readonly paper?: Paper;
	/** Of the real sales that were imported, not of the simulated shop. */
	readonly isImported?: boolean;
};

const [large, usual] = [
	{columns: 160, rows: 48},
	{columns: 80, rows: 24},
];
const views = viewNames.flatMap((view, index) =>
	[large, usual].map(size => ({
		name: `${view}-${size.columns}x${size.rows}`,
		title: `${viewTitles[view]} at ${size.columns} × ${size.rows}`,
		size,
		keys: String(index + 1),
		isImported: view === 'data',
	})),
);
const overview = (
	name: string,
	title: string,
	columns: number,
	rows: number,
	more: Partial<Picture> = {},
) => ({
	name: `overview-${name}`,
	title: `The Overview ${title}`,
	size: {columns, rows},
	keys: '1',
	...more,
});
const pictures: readonly Picture[] = [
	...views,
	overview('40x12', 'at 40 × 12', 40, 12),
	overview('200x60', 'at 200 × 60', 200, 60),
	overview('light', 'on a light background', 100, 30, {flags: ['--theme', 'light'], paper: lightPaper}),
	overview('16-colours', 'in 16 colours', 100, 30, {flags: ['--color', '16']}),
	overview('monochrome', 'without colours', 100, 30, {flags: ['--color', 'never']}),
	overview('ascii', 'in ASCII', 100, 30, {flags: ['--ascii', '--color', 'never']}),
];

const shop = ['--seed', '7', '--tz', 'Europe/Paris', '--config', devNull];
/** Each picture is of a minute later, so that what analyses found for the first one is known to all. */
const clockOf = (picture: number) => ['--clock', `2026-11-20T15:${20 + picture}`];
/** From the key to its picture. */
const settleMs = 1500;

const root = path.join(import.meta.dirname, '../..');
const program = path.join(root, 'dist/bin.js');
const realSales = path.join(root, 'test/fixtures/online-retail');
const folder = mkdtempSync(path.join(tmpdir(), 'salesmon-screens-'));
const target = path.join(root, 'docs/screens');
try {
	const simulated = ['--db', path.join(folder, 'shop.db'), ...shop];
	execFileSync(process.execPath, [program, 'produce', '--fill-only', '--quiet', ...clockOf(0), ...simulated]);
	const imported = importRealSales();
	rmSync(target, {recursive: true, force: true});
	mkdirSync(target);
	for (const [index, picture] of pictures.entries()) {
		const command = picture.isImported ? ['attach', ...imported] : [...simulated, ...clockOf(index)];
		const svg = await take(picture, [program, ...command], index === 0);
		writeFileSync(path.join(target, `${picture.name}.svg`), svg);
		console.log(`${picture.name}: ${svg.length} characters`);
	}
} finally {
	rmSync(folder, {recursive: true, force: true});
}

/** Two days of real sales, one of them again, and a file with rows that cannot be. @returns the flags of the database */
function importRealSales(): readonly string[] {
	const database = [
		'--db',
		path.join(folder, 'real.db'),
		'--tz',
		'Europe/London',
		'--currency',
		'GBP',
		'--config',
		devNull,
	];
	const spoilt = path.join(folder, 'till.csv');
	writeFileSync(
		spoilt,
		'order,product,quantity,price,date\n1,Tea,2,3.50,2010-12-02 09:00\n2,Tea,0,3.50,2010-12-02 09:10\n3,,1,3.50,2010-12-02 09:20\n4,Pie,1,four,2010-12-02 09:30\n5,Pie,1,-4.00,2010-12-02 09:40\n',
	);
	for (const source of [realSales, path.join(realSales, '2010-12-01.csv'), spoilt]) {
		execFileSync(process.execPath, [program, 'import', source, '--quiet', ...database], {stdio: 'ignore'});
	}
	return database;
}

/** @param isFirst whether the analyses must be waited for; whoever comes later finds what they have found */
async function take(
	{title, size, keys, flags = ['--theme', 'dark'], paper = darkPaper, isImported}: Picture,
	command: readonly string[],
	isFirst: boolean,
): Promise<string> {
	const terminal = openRecordedTerminal([...command, ...flags], size, paper);
	try {
		await terminal.shows(isImported ? /last sale|as of/ : /LIVE/);
		if (isFirst) {
			terminal.press('a');
			await terminal.shows(/analyses: (\d+) of \1 done/);
			terminal.press('\u001B');
		}
		terminal.press(keys);
		await pause(settleMs);
		const svg = svgOfScreens({title, size, paper});
		return svg.write([svg.draw(terminal.frame())]);
	} finally {
		await terminal.close();
	}
}
