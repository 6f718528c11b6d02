import {writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {openZone} from '../../source/business-time.ts';
import type {ImportBatch} from '../../source/imported-line.ts';
import {openFile} from '../../source/ingest/formats/open-tables.ts';
import {packBatch, unpackBatch} from '../../source/ingest/packed-batch.ts';
import {readSales, type SalesReading} from '../../source/ingest/read-sales.ts';
import {readApart} from '../../source/worker/read-apart.ts';
import {testFolder} from '../helpers/store.ts';

const text = fc.string({maxLength: 5});
const maybe = fc.option(text, {nil: undefined});
const whole = fc.integer();
const maybeWhole = fc.option(whole, {nil: undefined});

const line = fc.record({
	order: text,
	product: text,
	productName: maybe,
	category: maybe,
	quantity: whole,
	unitPrice: whole,
	discount: whole,
	amount: whole,
	at: whole,
	region: maybe,
	store: maybe,
	city: maybe,
	customer: maybe,
	customerName: maybe,
	email: maybe,
	age: maybeWhole,
	repair: maybe,
	rejectedRow: maybeWhole,
	lineNumber: whole,
	raw: text,
});

test('a batch comes out as it was packed', () => {
	fc.assert(
		fc.property(fc.array(line, {maxLength: 20}), lines => {
			const rejected = [
				{lineNumber: 2, field: 'at', reason: 'no date', value: undefined, raw: 'A', amount: 5},
			];
			const batch: ImportBatch = {lines, rejected};
			expect(unpackBatch(structuredClone(packBatch(batch)))).toEqual(batch);
		}),
		{seed: 9},
	);
});

async function everything({batches, share, encoding, ...understood}: SalesReading) {
	const all: ImportBatch[] = [];
	for await (const batch of batches) {
		all.push(batch);
	}
	return {all, understood, share: share(), encoding: encoding()};
}

function fileOf(content: string) {
	const file = path.join(testFolder(), 'sales.csv');
	writeFileSync(file, content, 'latin1');
	return {name: 'sales', origin: file, path: file};
}

test('a source reads the same in a thread of its own', async () => {
	const rows = Array.from(
		{length: 30_000},
		(_, index) => `${index >> 2},P${index % 9},Caf\u00e9,${index % 50 ? 2 : 'two'},1.25,2026-11-20`,
	);
	const file = fileOf(`order,sku,description,qty,price,date\n${rows.join('\n')}\n`);
	const here = await readSales({name: 'sales', open: () => openFile(file)}, openZone('UTC'));
	const apart = await readApart({file, zoneName: 'UTC', asked: {}});
	expect(await everything(apart)).toEqual(await everything(here));
	expect(apart.encoding()).toBe('Windows-1252');
});

test('a source that cannot be understood says so as it does here', async () => {
	const question = {file: fileOf('order,colour\n1,red\n'), zoneName: 'UTC', asked: {}};
	await expect(readApart(question)).rejects.toMatchObject({name: 'SourceError'});
});

test('whoever stops half-way ends the thread', async () => {
	const rows = Array.from({length: 60_000}, (_, index) => `${index},P,1,1.25,2026-11-20`);
	const file = fileOf(`order,sku,qty,price,date\n${rows.join('\n')}\n`);
	const {batches} = await readApart({file, zoneName: 'UTC', asked: {}});
	for await (const batch of batches) {
		expect(batch.lines.length).toBeGreaterThan(0);
		break;
	}
	expect(process.getActiveResourcesInfo()).not.toContain('Worker');
});
