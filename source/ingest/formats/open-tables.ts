import {decodeText} from '../encoding/decode-text.ts';
import type {AskedEncoding} from '../encoding/encodings.ts';
import {EmptySourceError, SourceError} from '../source-error.ts';
import {type ByteReading, firstBytes, readBytes} from '../sources/read-bytes.ts';
import type {SourceFile} from '../sources/source-file.ts';
import {withConstants} from './constant-columns.ts';
import {otherFile, otherText, tellingBytes} from './other-files.ts';
import {readCsv} from './read-csv.ts';
import {isJson, readJson} from './read-json.ts';
import {withoutSeparatorLine} from './sniff-csv.ts';
import type {TableReading} from './table.ts';

export type TableOptions = {
	/** Which sheet of a workbook, by its name or its number from 1. */
	readonly sheet?: string | undefined;
	/** How the bytes of a text are to be taken. */
	readonly encoding?: AskedEncoding | undefined;
	/** The first row of a text is one like the others: its columns are called by their numbers. */
	readonly hasNoHeader?: boolean | undefined;
	/** A line each is JSON, whatever the text begins with. */
	readonly isJsonLines?: boolean | undefined;
	/** Columns that hold the same in every row, each named after that in single quotes. */
	readonly constants?: readonly string[] | undefined;
};

/**
 * Finds out from its beginning how a file is written, and reads it to the end in bounded memory.
 *
 * @throws SourceError that names the file and says why nothing in it can be read
 */
export async function openFile(file: SourceFile, options: TableOptions = {}): Promise<TableReading> {
	return complete(await openOwn(file, options), options);
}

/** With the columns that hold the same in every row. */
function complete(reading: TableReading, {constants = []}: TableOptions): TableReading {
	return constants.length === 0 ? reading : {...reading, tables: withConstants(reading.tables, constants)};
}

async function openOwn(file: SourceFile, options: TableOptions): Promise<TableReading> {
	const bytes = await readBytes(file);
	const first = await firstBytes(file.path, tellingBytes);
	const beginning = Buffer.from(first.subarray(0, 4)).toString('latin1');
	if (beginning.startsWith('PK\u0003\u0004')) {
		const {readXlsx} = await import('./xlsx/read-xlsx.ts');
		return readXlsx(file, options);
	}
	if (beginning === 'PAR1') {
		const {readParquet} = await import('./read-parquet.ts');
		return readParquet(file);
	}
	const other = otherFile(first);
	if (other !== undefined) {
		throw new SourceError(`${file.name} is ${other}`);
	}
	if (options.sheet !== undefined) {
		throw new SourceError(`--sheet ${options.sheet}: ${file.name} is no workbook and has no sheets`);
	}
	return openText(file.name, bytes, options);
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
	options: TableOptions = {},
): Promise<TableReading> {
	return complete(await openText(name, bytes, options), options);
}

async function openText(name: string, bytes: ByteReading, options: TableOptions): Promise<TableReading> {
	const {pieces, encoding} = decodeText(bytes.chunks, options.encoding);
	try {
		const beginning = await firstLines(pieces);
		assertText(name, beginning);
		const {isJsonLines} = options;
		const reading =
			isJsonLines || isJson(beginning)
				? await readJson(name, beginning, pieces, isJsonLines ? 'lines' : undefined)
				: readCsv(name, beginning, pieces, options);
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

function assertText(name: string, beginning: string): void {
	if (beginning.trim() === '') {
		throw new EmptySourceError(`${name} is empty`);
	}
	const other = otherText(beginning);
	if (other !== undefined) {
		throw new SourceError(`${name} is ${other}`);
	}
}
