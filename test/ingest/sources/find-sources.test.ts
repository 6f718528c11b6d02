import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {bringHere} from '../../../source/ingest/sources/bring-here.ts';
import {findSources} from '../../../source/ingest/sources/find-sources.ts';
import {testFolder} from '../../helpers/store.ts';
import {tablesOf} from '../../helpers/tables.ts';

function folderWith(...names: readonly string[]): string {
	const folder = testFolder();
	for (const name of names) {
		mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
		writeFileSync(path.join(folder, name), 'a,b\n1,2\n');
	}
	return folder;
}

test('a folder stands for the files of sales in it, by name', async () => {
	const folder = folderWith('b.csv', 'a.json.gz', 'c.XLSX', 'notes.md', '.hidden.csv', 'inner/d.csv');
	expect((await findSources([folder])).map(({name}) => path.basename(name))).toEqual([
		'a.json.gz',
		'b.csv',
		'c.XLSX',
	]);
});

test('what a folder holds besides is told where it may be sales', async () => {
	const folder = folderWith('b.csv', 'notes.md', 'old.xls', 'all.zip', 'inner/d.csv', '.git/config');
	const notices: string[] = [];
	const found = await findSources([folder], {onLeftAlone: notice => notices.push(notice)});
	expect(found.map(({name}) => path.basename(name))).toEqual(['b.csv']);
	expect(notices).toEqual([
		`folders in ${folder} are left alone: inner; '${folder}/**/*.csv' reads what is in them`,
		`left alone in ${folder}, because they cannot be read as they are: all.zip, old.xls`,
	]);
});

test('a pattern stands for the files that match it, folders included only when they are asked for', async () => {
	const folder = folderWith('2026-11.csv', '2026-12.csv', 'x.csv', 'inner/2026-10.csv');
	const found = async (pattern: string) =>
		(await findSources([path.join(folder, pattern)])).map(({name}) => path.relative(folder, name));
	expect(await found('2026-*.csv')).toEqual(['2026-11.csv', '2026-12.csv']);
	expect(await found('**/2026-1[01].csv')).toEqual(['2026-11.csv', 'inner/2026-10.csv']);
});

test('a file whose name looks like a pattern is that file', async () => {
	const folder = folderWith('sales[1].csv');
	const name = path.join(folder, 'sales[1].csv');
	expect(await findSources([name])).toEqual([{kind: 'file', name}]);
});

test('stdin and addresses are taken as they are', async () => {
	expect(await findSources(['-', 'https://example.com/a.csv'])).toEqual([
		{kind: 'stdin', name: 'stdin'},
		{kind: 'address', name: 'https://example.com/a.csv'},
	]);
});

test('a packed file is read as what is packed in it, whatever it is called', async () => {
	const file = path.join(testFolder(), 'sales.csv');
	// Two packed pieces one after another are one file.
	writeFileSync(file, Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,4\n')]));
	const {path: place} = await bringHere({kind: 'file', name: file});
	expect((await tablesOf(place)).tables).toMatchObject([
		{
			rows: [
				['1', '2'],
				['3', '4'],
			],
		},
	]);
});

test('packed data that ends too early says so', async () => {
	const file = path.join(testFolder(), 'cut.csv.gz');
	const packed = gzipSync('order,price\n'.repeat(1000));
	writeFileSync(file, packed.subarray(0, packed.length / 2));
	await expect(tablesOf(file)).rejects.toThrow('cannot read sales: its gzip data ends too early');
});
