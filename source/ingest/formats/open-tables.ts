import {SourceError} from '../source-error.ts';
import type {ByteReading} from '../sources/read-bytes.ts';
import {decodeText} from './decode-text.ts';
import {readCsv} from './read-csv.ts';
import type {TableReading} from './table.ts';

/**
 * Finds out from its beginning how a source is written, and reads it to the end in bounded memory.
 *
 * @param name of the source in messages
 * @throws SourceError that names the source and says why nothing in it can be read
 */
export async function openTables(name: string, bytes: ByteReading): Promise<TableReading> {
	const chunks = decodeText(bytes.chunks);
	try {
		const beginning = await firstLines(chunks);
		assertText(name, beginning);
		return {...readCsv(name, beginning, chunks), share: bytes.share};
	} catch (error) {
		await chunks.return(undefined);
		throw error;
	}
}

/** Reads on until there is a whole line after the blank ones, or the end. */
async function firstLines(chunks: AsyncIterator<string>): Promise<string> {
	const longest = 1 << 20;
	let text = '';
	while (!/\S[^\n\r]*[\n\r]/.test(text) && text.length < longest) {
		const next = await chunks.next();
		if (next.done) {
			break;
		}
		text += next.value;
	}
	return text;
}

function assertText(name: string, beginning: string): void {
	const text = beginning.trimStart();
	if (text === '') {
		throw new SourceError(`${name} is empty`);
	}
	const other = text.startsWith('PK\u0003\u0004')
		? 'an XLSX or ZIP file'
		: text.startsWith('{') || text.startsWith('[')
			? 'JSON'
			: text.startsWith('PAR1')
				? 'Parquet'
				: isMostlyZeroBytes(beginning.slice(0, 4096))
					? 'no text in UTF-8'
					: undefined;
	if (other) {
		throw new SourceError(`${name} is ${other}: only CSV can be imported so far`);
	}
}

/** Binary, or UTF-16: a stray zero in a text is only a bad value. */
function isMostlyZeroBytes(text: string): boolean {
	return text.split('\0').length - 1 > text.length / 3;
}
