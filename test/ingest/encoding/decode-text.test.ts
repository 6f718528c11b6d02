import {expect, test} from 'vitest';
import {decodeText} from '../../../source/ingest/encoding/decode-text.ts';
import fc from '../../helpers/property.ts';
import {bytesOf} from '../../helpers/tables.ts';

async function decode(bytes: Uint8Array, chunkLength?: number) {
	const {pieces, encoding} = decodeText(bytesOf(bytes, chunkLength).chunks);
	let text = '';
	for await (const piece of pieces) {
		text += piece;
	}
	return {text, encoding: encoding()};
}

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const table = 'order,name\n1,Café Zoë\n2,Ω and 漢字\n';

test.each([
	['UTF-8', Buffer.from(table)],
	['UTF-8', Buffer.from(`\uFEFF${table}`)],
	['UTF-16LE', Buffer.from(`\uFEFF${table}`, 'utf16le')],
	['UTF-16LE', Buffer.from(table, 'utf16le')],
	['UTF-16BE', swapped(Buffer.from(`\uFEFF${table}`, 'utf16le'))],
	['UTF-16BE', swapped(Buffer.from(table, 'utf16le'))],
])('%s is noticed, with and without a mark', async (encoding, bytes) => {
	expect(await decode(bytes)).toEqual({text: table, encoding});
});

test('bytes that are no UTF-8 make it Windows-1252, be they ever so late', async () => {
	const ascii = 'order,price\n'.repeat(5000);
	// € 5, “Zoë” as the code page 1252 writes it.
	const bytes = Buffer.concat([Buffer.from(ascii), Buffer.from([0x80, 0x35, 0x93, 0x5a, 0x6f, 0xeb, 0x94])]);
	for (const chunkLength of [undefined, 1000, 1]) {
		expect(await decode(bytes, chunkLength)).toEqual({text: `${ascii}€5“Zoë”`, encoding: 'Windows-1252'});
	}
});

test('a wrong byte among good UTF-8 is replaced and told, and the rest stays good', async () => {
	const bytes = Buffer.concat([Buffer.from('Zoë, Noël '), Buffer.from([0xff]), Buffer.from(' Ω')]);
	expect(await decode(bytes)).toEqual({text: 'Zoë, Noël \uFFFD Ω', encoding: 'UTF-8 with errors'});
});

test('lines of Windows-1252 among lines of UTF-8 are each read as what they are', async () => {
	const bytes = Buffer.concat([
		Buffer.from('Zoë,Käse\n'),
		Buffer.from('Müller,Öl\n', 'latin1'),
		Buffer.from('Zoë,Tee\n'),
	]);
	for (const chunkLength of [undefined, 5, 1]) {
		expect(await decode(bytes, chunkLength)).toEqual({
			text: 'Zoë,Käse\nMüller,Öl\nZoë,Tee\n',
			encoding: 'UTF-8 and Windows-1252',
		});
	}
});

test('nothing is nothing', async () => {
	expect(await decode(new Uint8Array())).toEqual({text: '', encoding: 'UTF-8'});
});

test('any text comes back, however its bytes are cut', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.string({unit: 'binary', minLength: 1}),
			fc.integer({min: 1, max: 5}),
			async (text, chunkLength) => {
				// A zero as every second byte is what UTF-16 looks like.
				fc.pre(!/[\0\uFEFF]/.test(text) && text.isWellFormed());
				expect(await decode(Buffer.from(text), chunkLength)).toEqual({text, encoding: 'UTF-8'});
			},
		),
		{seed: 4},
	);
});
