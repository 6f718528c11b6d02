import {SourceError} from '../source-error.ts';
import {arraysIn, isNameOfLines, type Value} from './flatten.ts';
import {createJsonSplitter, type JsonLayout, type JsonPiece} from './json-splitter.ts';
import {objectTables, type SourceObject} from './object-tables.ts';
import type {TableReading} from './table.ts';

export const jsonProblems = {
	unreadable: 'not valid JSON',
	noObject: 'not a JSON object',
} as const;

/** How much of a text tells how it is laid out, in characters. */
const sampleLength = 1 << 20;

/** Whether a text that begins so is JSON. */
export function isJson(beginning: string): boolean {
	return /^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(beginning);
}

/**
 * Reads JSON: an array of orders, an object with arrays of orders in it, or values one after another,
 * a line each or not.
 *
 * @throws SourceError where there is nothing that could be a record
 */
export async function readJson(
	name: string,
	beginning: string,
	rest: AsyncGenerator<string>,
	knownLayout?: JsonLayout | 'lines',
): Promise<Pick<TableReading, 'format' | 'delimiter' | 'tables'>> {
	let sample = beginning;
	while (sample.length < sampleLength) {
		const next = await rest.next();
		if (next.done) {
			break;
		}
		sample += next.value;
	}
	const hasMore = sample.length >= sampleLength;
	const layout = knownLayout ?? layoutOf(sample, hasMore);

	async function* texts(): AsyncGenerator<string> {
		yield sample;
		yield* rest;
	}

	async function* batches(): AsyncGenerator<readonly SourceObject[]> {
		try {
			yield* layout === 'lines' ? objectsOfLines(texts()) : objectsOf(name, texts(), layout);
		} finally {
			await rest.return(undefined);
		}
	}

	return {
		format: layout === 'lines' || layout === 'values' ? 'ndjson' : 'json',
		delimiter: undefined,
		tables: someTable(name, objectTables(batches())),
	};
}

async function* someTable<Table>(name: string, tables: AsyncGenerator<Table>): AsyncGenerator<Table> {
	let isEmpty = true;
	for await (const table of tables) {
		isEmpty = false;
		yield table;
	}
	if (isEmpty) {
		throw new SourceError(`${name} has no orders in its JSON: it must hold objects, or an array of them`);
	}
}

/** Whether the first line of a text is a whole value. */
export function beginsWithJsonLine(text: string): boolean {
	return isJson(text) && parsed(/^\s*([^\n\r]*)/.exec(text)![1]!) !== undefined;
}

function layoutOf(sample: string, hasMore: boolean): JsonLayout | 'lines' {
	if (/^\s*\[/.test(sample)) {
		return 'array';
	}
	const firstLine = /^\s*([^\n\r]*)/.exec(sample)![1]!;
	const first = parsed(firstLine);
	const isWhole = hasMore || sample.trim() !== firstLine.trim();
	if (first !== undefined && isWhole) {
		return 'lines';
	}
	const splitter = createJsonSplitter('values');
	const values = splitter.push(sample);
	if (values.length > 1) {
		return 'values';
	}
	const only = values[0] ? parsed(values[0].text) : undefined;
	return only === undefined || isWrapper(only) ? 'wrapped' : 'values';
}

/** Whether an object only stands around orders and is none itself. */
function isWrapper(value: Value): boolean {
	const keys = [...arraysIn(value).keys()];
	return keys.length > 0
		? !keys.some(key => isNameOfLines(key.split('.').at(-1)!))
		: Object.values(value ?? {}).some(Array.isArray);
}

async function* objectsOf(
	name: string,
	texts: AsyncGenerator<string>,
	layout: JsonLayout,
): AsyncGenerator<readonly SourceObject[]> {
	const splitter = createJsonSplitter(layout);
	let names: readonly string[] | undefined;
	let number = 0;
	const inPart = new Map<string, number>();
	const objectOf = ({path, line, text}: JsonPiece): readonly SourceObject[] => {
		const index = inPart.get(path) ?? 0;
		inPart.set(path, index + 1);
		const place = {
			part: path,
			line,
			raw: text,
			number: ++number,
			path: layout === 'values' ? undefined : `$${path === '' ? '' : `.${path}`}[${index}]`,
		};
		const value = parsed(text);
		if (!Array.isArray(value)) {
			return [recordOf(place, value)];
		}
		// Rows as arrays: the first names the columns.
		if (!names) {
			names = value.map(String);
			return [];
		}
		return [{...place, value: Object.fromEntries(names.map((each, index) => [each, value[index]]))}];
	};
	for await (const text of texts) {
		yield naming(name, () => splitter.push(text)).flatMap(objectOf);
	}
	const cut = splitter.end();
	if (cut) {
		yield [{part: '', line: cut.line, raw: cut.text, problem: jsonProblems.unreadable, number: number + 1}];
	}
}

/** A line that is no JSON costs that line only. */
async function* objectsOfLines(texts: AsyncGenerator<string>): AsyncGenerator<readonly SourceObject[]> {
	let rest = '';
	let line = 0;
	const objectsIn = (lines: readonly string[]): readonly SourceObject[] =>
		lines.flatMap(text => {
			line++;
			const raw = text.trim();
			return raw === '' ? [] : [recordOf({part: '', line, raw}, parsed(raw))];
		});
	for await (const text of texts) {
		const lines = (rest + text).split('\n');
		rest = lines.pop()!;
		yield objectsIn(lines);
	}
	yield objectsIn([rest]);
}

function recordOf(
	place: Pick<SourceObject, 'part' | 'line' | 'raw' | 'number' | 'path'>,
	value: Value,
): SourceObject {
	if (value === undefined) {
		return {...place, problem: jsonProblems.unreadable, detail: mistakeIn(place.raw)};
	}
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? {...place, value}
		: {...place, problem: jsonProblems.noObject};
}

/** Whole numbers of so many digits are more than JavaScript's numbers hold. */
const longNumber = /\d{16}/;

type Reviver = (key: string, value: Value, context: {readonly source?: string}) => Value;

const keepLongNumbers: Reviver = (_, value, {source}) =>
	typeof value === 'number' && source !== undefined && /^-?\d{16,}$/.test(source) ? source : value;

/** Nothing where the text is no JSON. */
function parsed(text: string): Value {
	try {
		return longNumber.test(text)
			? JSON.parse(text, keepLongNumbers as Parameters<typeof JSON.parse>[1])
			: JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** What JavaScript says is wrong, and where. */
function mistakeIn(text: string): string | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		// Of the text it quotes too much.
		return error instanceof Error
			? error.message.replace(/, "?\.{0,3}".*" is not valid JSON$/s, '')
			: undefined;
	}
}

function naming<Result>(name: string, work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		throw error instanceof RangeError
			? new SourceError(`cannot read ${name}: ${error.message}`, {cause: error})
			: error;
	}
}
