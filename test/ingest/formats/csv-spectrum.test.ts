import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {expect, test} from 'vitest';
import {tablesIn} from '../../helpers/tables.ts';

const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve('csv-spectrum'));
const names = readdirSync(path.join(folder, 'csvs'))
	.map(file => path.parse(file).name)
	// What its makers say of this one is of another row: the telephone numbers differ.
	.filter(name => name !== 'location_coordinates');

test.each(names)('%s of csv-spectrum is read as its makers say', async name => {
	const expected = JSON.parse(readFileSync(path.join(folder, `json/${name}.json`), 'utf8')) as object[];
	const content = readFileSync(path.join(folder, `csvs/${name}.csv`));
	for (const chunkLength of [undefined, 1, 7]) {
		const {tables} = await tablesIn(content, chunkLength);
		const objects = tables.flatMap(({header, rows}) =>
			rows.map(row => Object.fromEntries(header.map((column, place) => [column, row[place]]))),
		);
		expect(objects).toEqual(expected);
	}
});

test('there are some', () => {
	expect(names.length).toBeGreaterThan(10);
});
