import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {importSource} from '../../source/commands/importing/import-source.ts';
import {surveyed} from '../../source/commands/importing/surveying/surveyed-source.ts';
import {SourceError} from '../../source/ingest/source-error.ts';
import {type BroughtSource, bringHere} from '../../source/ingest/sources/bring-here.ts';
import {openImporter} from '../../source/store/importing/open-importer.ts';
import fc from '../helpers/property.ts';
import {expectRollupsToHold, testFolder, testStore} from '../helpers/store.ts';

const header = 'order,sku,qty,price,date';
const scrap = fc.constantFrom(
	...[
		'A,P,2,5,2026-11-20',
		'A,P,0,5,x',
		header,
		'customer,email',
		'7,a@b.c',
		'"open',
		',,,,',
		'\uFEFF',
		'\0\0',
	],
	...['{"order":"B","sku":"P","qty":1,"price":2,"date":"2026-11-20"}', '[', ']', '{', '}', '{"a":[', ','],
	...['PK\u0003\u0004', 'PAR1', '\u001f\u008b', '%PDF-', '<html>', '\r', '\t', ';', 'é', '漢', ' '],
);
const text = fc
	.tuple(
		fc.constantFrom('', `${header}\n`, `${header}\nA,P,2,5,2026-11-20\n`, '[{"order":1}', '{"orders":['),
		fc.array(scrap, {maxLength: 12}),
		fc.constantFrom('\n', '', '\r\n', '\n\n'),
	)
	.map(([start, parts, between]) => start + parts.join(between));
const content = fc
	.tuple(text, fc.constantFrom<BufferEncoding>('utf8', 'latin1', 'utf16le'), fc.boolean(), fc.nat())
	.map(([whole, encoding, isPacked, cut]) => {
		const bytes = Buffer.from(whole, encoding);
		const packed = isPacked ? gzipSync(bytes) : bytes;
		// Some break off.
		return cut % 4 === 0 ? packed.subarray(0, cut % (packed.length + 1)) : packed;
	});

test('whatever a file holds, it is accounted for or refused in words, and nothing breaks', async () => {
	const file = path.join(testFolder(), 'any');
	await fc.assert(
		fc.asyncProperty(content, async bytes => {
			writeFileSync(file, bytes);
			const store = testStore();
			let brought: BroughtSource | undefined;
			try {
				brought = await bringHere({kind: 'file', name: file});
				const [source] = await surveyed(brought, {}, undefined);
				const {rows, amount} = await importSource(source!, {
					importer: openImporter(store),
					zone: store.zone,
					asked: {},
					maxErrors: Number.POSITIVE_INFINITY,
					onProgress() {},
				});
				for (const {read, loaded, duplicate, rejected} of [rows, amount]) {
					expect(read).toBe(loaded + duplicate + rejected);
				}
			} catch (error) {
				expect(error).toBeInstanceOf(SourceError);
			} finally {
				await brought?.remove();
			}
			expectRollupsToHold(store.db);
			store.close();
		}),
		{seed: 11, numRuns: 150},
	);
});
