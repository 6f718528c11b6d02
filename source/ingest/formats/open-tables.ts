import {decodeText} from '../encoding/decode-text.ts';
import type {AskedEncoding} from '../encoding/encodings.ts';
import {SourceError} from '../source-error.ts';
import {type ByteReading, firstBytes, readBytes} from '../sources/read-bytes.ts';
import type {SourceFile} from '../sources/source-file.ts';
import {readCsv} from './read-csv.ts';
import {isJson, readJson} from './read-json.ts';
import {withoutSeparatorLine} from './sniff-csv.ts';
import type {TableReading} from './table.ts';

export type TableOptions = {
	/** Which sheet of a workbook, by its name or its number from 1. */
	readonly sheet?: string | undefined;
	/** How the bytes of a text are to be taken. */
	readonly encoding?: AskedEncoding | undefined;
};

/**
 * Finds out from its beginning how a file is written, and reads it to the end in bounded memory.
 *
 * @throws SourceError that names the file and says why nothing in it can be read
 */
export async function openFile(file: SourceFile, options: TableOptions = {}): Promise<TableReading> {
	const bytes = await readBytes(file);
	const beginning = Buffer.from(await firstBytes(file.path, 4)).toString('latin1');
	if (beginning.startsWith('PK\u0003\u0004')) {
		const {readXlsx} = await import('./xlsx/read-xlsx.ts');
		return readXlsx(file, options);
	}
	if (beginning === 'PAR1') {
		const {readParquet} = await import('./read-parquet.ts');
		return readParquet(file);
	}
	if (beginning === '\u00d0\u00cf\u0011\u00e0') {
		throw new SourceError(`${file.name} is an old Excel file (.xls): save it as .xlsx or CSV`);
	}
	if (options.sheet !== undefined) {
		throw new SourceError(`--sheet ${options.sheet}: ${file.name} is no workbook and has no sheets`);
	}
	return openTables(file.name, bytes, options.encoding);
}

/**
 * Finds out from its beginning how a text is written, and reads it to the end in bounded memory.
 *
 * @param name of the source in messages
 * @throws SourceError that names the source and says why nothing in it can be read
 */
export async function openTables(
	name: string,
	bytes: ByteReading,
	asked?: AskedEncoding,
): Promise<TableReading> {
	const {pieces, encoding} = decodeText(bytes.chunks, asked);
	try {
		const beginning = await firstLines(pieces);
		assertText(name, beginning);
		const reading = isJson(beginning)
			? await readJson(name, beginning, pieces)
			: readCsv(name, beginning, pieces);
		return {...reading, encoding, share: bytes.share};
	} catch (error) {
		await pieces.return(undefined);
		throw error;
	}
}

/**
 * Whether a text has a whole line after the blank ones. What follows a carriage return tells whether
 * the line ends with it.
 */
function hasWholeLine(text: string): boolean {
	const {text: rest} = withoutSeparatorLine(text);
	const content = text.length - rest.trimStart().length;
	const lineFeed = text.indexOf('\n', content);
	const carriageReturn = text.indexOf('\r', content);
	return (
		content < text.length && (lineFeed >= 0 || (carriageReturn >= 0 && carriageReturn < text.length - 1))
	);
}

/** A bracket alone does not tell whether it begins JSON. */
const bracket = /^\s*[[{]\s*$/;

/** Reads on until the beginning tells how the text is written, or to the end. */
async function firstLines(pieces: AsyncIterator<string>): Promise<string> {
	const longest = 1 << 20;
	let text = '';
	while ((!hasWholeLine(text) || bracket.test(text)) && text.length < longest) {
		const next = await pieces.next();
		if (next.done) {
			break;
		}
		text += next.value;
	}
	return text;
}

/** What other files begin with, and what to do with them. */
const others: readonly (readonly [beginning: RegExp, what: string])[] = [
	[/^PK(?![\w ,;|])/, 'a ZIP or XLSX file inside another one: unpack it first'],
	[/^%PDF-/, 'a PDF: it holds no rows to read'],
	[/^\s*<(?:!doctype html|html|head|body|table)/i, 'a web page: give the address of the file itself'],
	[/^\s*<\?xml/i, 'XML, which cannot be imported: export CSV, JSON or XLSX'],
	[/^SQLite format 3/, 'a SQLite database: export its tables as CSV'],
];

function assertText(name: string, beginning: string): void {
	if (beginning.trim() === '') {
		throw new SourceError(`${name} is empty`);
	}
	const other =
		others.find(([start]) => start.test(beginning))?.[1] ??
		(isBinary(beginning.slice(0, 4096)) ? 'no text: CSV, JSON, XLSX or Parquet can be imported' : undefined);
	if (other !== undefined) {
		throw new SourceError(`${name} is ${other}`);
	}
}

/** A stray zero in a text is only a bad value. */
function isBinary(text: string): boolean {
	return text.split('\0').length - 1 > text.length / 8;
}
