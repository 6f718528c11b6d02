import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import * as z from 'zod';
import {mappableFields} from '../../../ingest/mapping/fields.ts';
import type {AskedUnderstanding} from '../../../ingest/understanding/table-understanding.ts';
import {UsageError} from '../../command-line/command.ts';

const schema = z.strictObject({
	columns: z.partialRecord(z.enum(mappableFields as [string, ...string[]]), z.string().min(1)),
	discount: z.enum(['amount', 'fraction', 'percent']).optional(),
	dateOrder: z.enum(['dmy', 'mdy']).optional(),
	decimal: z.enum(['.', ',']).optional(),
});

/** A file for each, beside the configuration, so that every database can use them. */
const folder = () => path.join(envPaths('salesmon', {suffix: ''}).config, 'mappings');

/** @throws UsageError that names the mapping and lists those there are */
export function loadMapping(name: string): AskedUnderstanding {
	const file = fileOf('mapping', name);
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		const names = savedNames();
		throw new UsageError(
			`--mapping ${name}: there is no such mapping; ${names.length > 0 ? `there are ${names.join(', ')}` : 'none is saved yet, --save-mapping NAME saves one'}`,
			{cause: error},
		);
	}
	try {
		return schema.parse(JSON.parse(text)) as AskedUnderstanding;
	} catch (error) {
		const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
		throw new UsageError(`--mapping ${name}: ${file} is no mapping: ${reason}`, {cause: error});
	}
}

/** @returns the file it is kept in */
export function saveMapping(name: string, asked: AskedUnderstanding): string {
	const file = fileOf('save-mapping', name);
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, `${JSON.stringify(schema.parse(asked), undefined, '\t')}\n`);
	return file;
}

function savedNames(): readonly string[] {
	try {
		return readdirSync(folder())
			.filter(file => file.endsWith('.json'))
			.map(file => file.slice(0, -'.json'.length))
			.sort();
	} catch {
		// Nobody has saved one yet.
		return [];
	}
}

function fileOf(flag: string, name: string): string {
	if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u.test(name)) {
		throw new UsageError(`--${flag} ${name}: name it with letters, digits and dashes`);
	}
	return path.join(folder(), `${name}.json`);
}
