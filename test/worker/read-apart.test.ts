import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openZone} from '../../source/business-time.ts';
import type {ImportBatch} from '../../source/imported-line.ts';
import {openFile} from '../../source/ingest/formats/open-tables.ts';
import {batchPacker} from '../../source/ingest/packing/pack-batch.ts';
import {unpackBatch} from '../../source/ingest/packing/unpack-batch.ts';
import {readSales, type SalesReading} from '../../source/ingest/read-sales.ts';
import {surveySource} from '../../source/ingest/understanding/survey-source.ts';
import {readApart} from '../../source/worker/read-apart.ts';
import fc from '../helpers/property.ts';
import {testFolder} from '../helpers/store.ts';

// Also such text as UTF-8 cannot hold.
const text = fc.string({
	maxLength: 5,
	unit: fc.oneof(fc.constantFrom('é', '語', '😀', '\uFEFF', '\uD83D'), fc.string({maxLength: 1})),
});
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

test('batches come out as they were packed', () => {
	const rejected = [{lineNumber: 2, field: 'at', reason: 'no date', value: undefined, raw: 'A', amount: 5}];
	fc.assert(
		fc.property(fc.array(fc.array(line, {maxLength: 20}), {maxLength: 4}), batches => {
			const packer = batchPacker(20);
			const unpacked = batches.map(lines => {
				for (const row of [...lines, ...rejected]) {
					packer.add(row);
				}
				return unpackBatch(structuredClone(packer.take()));
			});
			// Only now: a batch is unpacked when its turn comes.
			expect(unpacked.map(({lines}) => lines)).toEqual(batches);
			expect(unpacked.map(batch => batch.rejected)).toEqual(batches.map(() => rejected));
		}),
		{seed: 9},
	);
});

test('rejected rows come out with the lines that they were', () => {
	const row = fc.oneof(
		line,
		line.map(undone => ({
			...{lineNumber: 2, field: 'status', reason: 'cancelled', value: 'x', raw: 'A', amount: 5},
			undone,
		})),
	);
	fc.assert(
		fc.property(fc.array(row, {maxLength: 20}), rows => {
			const packer = batchPacker(20);
			rows.forEach(packer.add);
			expect(packer.size()).toBe(rows.length);
			const {lines, rejected} = unpackBatch(structuredClone(packer.take()));
			expect(lines).toEqual(rows.filter(each => !('reason' in each)));
			expect(rejected).toEqual(rows.filter(each => 'reason' in each));
		}),
		{seed: 9},
	);
});

async function everything({batches, share, encoding, laterDecisions, ...understood}: SalesReading) {
	const all: ImportBatch[] = [];
	for await (const batch of batches) {
		all.push(batch);
	}
	return {all, understood, share: share(), encoding: encoding(), later: laterDecisions()};
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
	const read = await everything(here);
	expect(await everything(apart)).toEqual(read);
	expect(apart.encoding()).toBe('Windows-1252');
	const survey = await surveySource({name: 'sales', open: () => openFile(file)}, {});
	expect(await everything(await readApart({file, zoneName: 'UTC', asked: {}, survey}))).toEqual(read);
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
