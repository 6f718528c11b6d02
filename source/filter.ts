/** What sales can be filtered by. */
export const filterKinds = ['category', 'region', 'product', 'customer'] as const;

export type FilterKind = (typeof filterKinds)[number];

export type FilterTerm = {readonly kind: FilterKind; readonly value: string};

/** Which sales count: of each kind that is named, one of its values. Without terms all count. */
export type Filter = readonly FilterTerm[];

/** A term as it was typed; without a kind it may be a name of any. */
export type WrittenTerm = {readonly kind: FilterKind | undefined; readonly value: string};

const kinds = filterKinds.join('|');
const termPattern = new RegExp(
	`[\\s,]*(?:(${kinds})\\s*[:=]\\s*)?(?:"((?:[^"]|"")*)"|([^\\s,].*?))(?=\\s*,|\\s+(?:${kinds})\\s*[:=]|\\s*$)`,
	'gi',
);

/**
 * Reads `region:North category:Toys` or `region=North,category=Toys`. A value with a comma in it is put
 * between quotes; a quote inside it is written twice.
 */
export function parseFilter(text: string): readonly WrittenTerm[] {
	return [...text.matchAll(termPattern)].flatMap(([, kind, quoted, bare]) => {
		const value = (quoted?.replaceAll('""', '"') ?? bare ?? '').trim();
		return value === '' ? [] : [{kind: kind?.toLowerCase() as FilterKind | undefined, value}];
	});
}

/** As `parseFilter` reads it: `region:North category:"Food, fresh"`. */
export function filterText(filter: Filter): string {
	return filter
		.map(
			({kind, value}) => `${kind}:${/^[^\s,"]+$/.test(value) ? value : `"${value.replaceAll('"', '""')}"`}`,
		)
		.join(' ');
}

/** The id in a database, where a customer or a product is named by it, as in `customer:id:12`. */
export function idWritten(value: string): number | undefined {
	const digits = /^id:(\d{1,15})$/i.exec(value)?.[1];
	return digits === undefined ? undefined : Number(digits);
}

/** The same with one more term; one that is there already is not added again. */
export function withTerms(filter: Filter, terms: Filter): Filter {
	const isNew = (term: FilterTerm) =>
		!filter.some(({kind, value}) => kind === term.kind && value === term.value);
	return [...filter, ...terms.filter(isNew)];
}
