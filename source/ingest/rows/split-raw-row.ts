import Papa from 'papaparse';

/**
 * The values of a row as it was kept, under the names of its columns. One that has too many values, or
 * cannot be split, comes whole in the first.
 *
 * @param raw a line of values, or a JSON object
 */
export function splitRawRow(raw: string, header: readonly string[], delimiter: string): readonly string[] {
	if (raw.startsWith('{')) {
		const object = parsedObject(raw);
		if (object) {
			return header.map(name => valueAt(object, name));
		}
	}
	const cells = Papa.parse<string[]>(raw, {delimiter}).data[0] ?? [];
	return header.length === 0 || cells.length > header.length
		? cells
		: header.map((_, place) => cells[place] ?? '');
}

function parsedObject(raw: string): Readonly<Record<string, unknown>> | undefined {
	try {
		return JSON.parse(raw) as Readonly<Record<string, unknown>>;
	} catch {
		// What is no JSON was rejected for it.
		return undefined;
	}
}

function valueAt(object: Readonly<Record<string, unknown>>, name: string): string {
	const value =
		name in object
			? object[name]
			: name
					.split('.')
					.reduce<unknown>(
						(inner, key) =>
							typeof inner === 'object' && inner !== null
								? (inner as Record<string, unknown>)[key]
								: undefined,
						object,
					);
	return value === undefined || value === null
		? ''
		: typeof value === 'object'
			? JSON.stringify(value)
			: String(value);
}
