import * as z from 'zod';
import {mappableFields} from '../../../ingest/mapping/fields.ts';
import type {AskedUnderstanding} from '../../../ingest/understanding/table-understanding.ts';
import {UsageError} from '../../command-line/command.ts';
import {savedFiles} from '../../command-line/saved-files.ts';

const schema = z.strictObject({
	columns: z.partialRecord(z.enum(mappableFields as [string, ...string[]]), z.string().min(1)),
	discount: z.enum(['amount', 'fraction', 'percent']).optional(),
	dateOrder: z.enum(['dmy', 'mdy']).optional(),
	decimal: z.enum(['.', ',']).optional(),
});

const mappings = savedFiles('mappings');

/** @throws UsageError that names the mapping and lists those there are */
export function loadMapping(name: string): AskedUnderstanding {
	const file = fileOf('mapping', name);
	let text: string;
	try {
		text = mappings.read(file);
	} catch (error) {
		const names = mappings.names();
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
	mappings.write(file, schema.parse(asked));
	return file;
}

function fileOf(flag: string, name: string): string {
	const file = mappings.fileOf(name);
	if (file === undefined) {
		throw new UsageError(`--${flag} ${name}: name it with letters, digits and dashes`);
	}
	return file;
}
