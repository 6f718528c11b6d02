import {openFile, openTables, type TableOptions} from '../../source/ingest/formats/open-tables.ts';
import type {TableReading} from '../../source/ingest/formats/table.ts';
import type {ByteReading} from '../../source/ingest/sources/read-bytes.ts';

/** A table with all of its rows. */
export type ReadTable = {
	readonly name: string | undefined;
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly problems: readonly string[];
	readonly lines: readonly number[];
};

/** Bytes, or a text in UTF-8, as if they came from a file in pieces of some length. */
export function bytesOf(content: string | Uint8Array, chunkLength?: number): ByteReading {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const length = chunkLength ?? Math.max(1, bytes.length);
	async function* chunks() {
		for (let start = 0; start < bytes.length; start += length) {
			yield bytes.subarray(start, start + length);
		}
	}
	return {chunks: chunks(), share: () => 1};
}

/** Everything that is in a text. */
export async function tablesIn(content: string | Uint8Array, chunkLength?: number) {
	return readAll(await openTables('sales', bytesOf(content, chunkLength)));
}

/** Everything that is in a file. */
export async function tablesOf(path: string, options?: TableOptions) {
	return readAll(await openFile({name: 'sales', origin: path, path}, options));
}

async function readAll({tables, ...reading}: TableReading) {
	const all: ReadTable[] = [];
	for await (const {name, header, records} of tables) {
		const found = [];
		for await (const some of records) {
			found.push(...some);
		}
		all.push({
			name,
			header,
			rows: found.filter(({problem}) => problem === undefined).map(({cells}) => cells),
			problems: found.flatMap(({problem}) => problem ?? []),
			lines: found.map(({line}) => line),
		});
	}
	return {format: reading.format, encoding: reading.encoding(), tables: all};
}
