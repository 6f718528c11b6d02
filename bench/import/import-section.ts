import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {openStore} from '../../source/store/open-store.ts';
import {dataFolder, removeDatabase} from '../dataset/dataset.ts';
import type {Options} from '../options.ts';
import type {Section} from '../report.ts';
import {copyBuiltProgram} from '../screen/built-program.ts';
import {median} from '../statistics.ts';
import {flatCsv} from './flat-csv.ts';

/** Turns that each program has, one after the other. */
const turns = 3;

type Importer = {
	readonly name: string;
	/** @throws Error with what the program said when it fails */
	readonly run: (source: string, database: string) => void;
};

/** The same file into the same tables by salesmon, the sqlite3 shell and pandas, in turns. */
export function importSection({isQuick}: Options): Section {
	const lines = isQuick ? 54_000 : 540_000;
	const source = flatCsv(lines);
	const database = path.join(dataFolder, 'import.db');
	const program = copyBuiltProgram();
	const importers = [salesmon(program), ...sqliteShell(), ...pandas()];
	const seconds = new Map<string, number[]>(importers.map(({name}) => [name, []]));
	let expected: number | undefined;
	for (let turn = 0; turn < turns; turn++) {
		for (const {name, run} of importers) {
			removeDatabase(database);
			if (name === 'sqlite3 shell') {
				makeTables(database);
			}
			const startedAt = performance.now();
			run(source, database);
			seconds.get(name)!.push((performance.now() - startedAt) / 1000);
			const revenue = revenueIn(database);
			expected ??= revenue;
			if (revenue !== expected) {
				throw new Error(`${name} and salesmon differ: ${revenue} is not ${expected}`);
			}
		}
	}
	removeDatabase(database);
	const median1 = (name: string) => median(seconds.get(name) ?? []);
	const rate = (name: string) => lines / median1(name);
	return {
		title: 'Import',
		columns: [`${lines.toLocaleString('en')} lines`],
		rows: [
			...['salesmon', 'sqlite3 shell', 'pandas'].map(name => ({
				what: `${name}, start to end`,
				unit: 'lines/s' as const,
				values: [rate(name)],
				note: seconds.has(name)
					? `${seconds
							.get(name)!
							.map(each => each.toFixed(1))
							.join(', ')} s`
					: 'not on this machine',
			})),
			...['sqlite3 shell', 'pandas'].map(name => ({
				what: `  faster: ${name} : salesmon`,
				unit: '×' as const,
				values: [median1(name) / median1('salesmon')],
				target: {atLeast: [1.5]},
			})),
		],
	};
}

function salesmon(program: string): Importer {
	return {
		name: 'salesmon',
		run: (source, database) =>
			start(process.execPath, [program, 'import', source, '--db', database, '--tz', 'UTC', '--quiet']),
	};
}

function sqliteShell(): readonly Importer[] {
	const script = readFileSync(path.join(import.meta.dirname, 'sqlite-shell.sql'), 'utf8');
	return spawnSync('sqlite3', ['--version']).status === 0
		? [
				{
					name: 'sqlite3 shell',
					run: (source, database) =>
						start('sqlite3', ['-bail', database], script.replace('FLAT_CSV', source)),
				},
			]
		: [];
}

function pandas(): readonly Importer[] {
	const python = ['python3', '/usr/bin/python3'].find(
		each => spawnSync(each, ['-c', 'import pandas']).status === 0,
	);
	const script = path.join(import.meta.dirname, 'pandas-import.py');
	return python === undefined
		? []
		: [{name: 'pandas', run: (source, database) => start(python, [script, source, database])}];
}

function start(program: string, argv: readonly string[], input = ''): void {
	const {status, stderr} = spawnSync(program, argv, {input, encoding: 'utf8'});
	if (status !== 0) {
		throw new Error(`${path.basename(program)} failed\n${stderr}`);
	}
}

/** The shell is given the tables and their indexes, without the triggers. */
function makeTables(database: string): void {
	const {db, close} = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	const triggers = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck();
	for (const name of triggers.all()) {
		db.exec(`DROP TRIGGER ${name}`);
	}
	close();
}

function revenueIn(database: string): number {
	const db = new Database(database, {readonly: true});
	try {
		return db.prepare<[], number>('SELECT sum(amount) FROM order_lines').pluck().get()!;
	} finally {
		db.close();
	}
}
