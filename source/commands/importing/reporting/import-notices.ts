import type {Formats} from '../../../format.ts';
import type {TableUnderstanding} from '../../../ingest/understanding/table-understanding.ts';
import type {ImportResult} from '../import-source.ts';

export type NoticeOptions = {
	/** How many rows may be rejected for the others to be loaded still. */
	readonly maxErrors: number;
	/** Whether nothing is written. */
	readonly isDry: boolean;
	readonly formats: Formats;
};

/** What whoever loads a source should know of how it went, in one sentence; absent where all is well. */
export function importNotice(
	{source, rows, reasons, updated, isRefused, encoding}: ImportResult,
	{maxErrors, isDry, formats: {count}}: NoticeOptions,
): string | undefined {
	const rejected = [...reasons.values()].reduce((all, one) => all + one, 0);
	const rowsOf = (number: number) => `${count(number)} ${number === 1 ? 'row' : 'rows'}`;
	if (isRefused) {
		return `nothing of ${source} was loaded: ${rowsOf(rejected)} cannot be, and --max-errors allows ${count(maxErrors)}`;
	}
	if (rows.read === 0) {
		return `${source} has a header and no rows`;
	}
	const notes = [
		...(encoding === 'UTF-8 and Windows-1252'
			? [`lines of ${source} that are no UTF-8 were read as Windows-1252; --encoding says otherwise`]
			: []),
		...(encoding === 'UTF-8 with errors'
			? [`bytes of ${source} that are no UTF-8 were read as \uFFFD; --encoding says how it is written`]
			: []),
		...(updated > 0 ? [`${rowsOf(updated)} of ${source} took the place of others`] : []),
		...(rejected > 0
			? [
					isDry
						? `${rowsOf(rejected)} of ${source} would be rejected`
						: `${rowsOf(rejected)} of ${source} ${rejected === 1 ? 'was' : 'were'} rejected; salesmon rejects shows what is not corrected yet, and writes it to be corrected`,
				]
			: []),
	];
	return notes.length > 0 ? notes.join('; ') : undefined;
}

/**
 * What is said of a table that has no place among the sales of a shop.
 *
 * @param hasAmounts it has dates and numbers, as sales have
 */
export function leftOutNotice({name, otherBooks}: TableUnderstanding, hasAmounts: boolean): string {
	if (otherBooks !== undefined) {
		return `${name} is left out: it seems to be ${otherBooks}; named with --map it is loaded all the same`;
	}
	return hasAmounts
		? `${name} is left out: it has dates and numbers, and is not understood as sales; given by its own name it says what is missing`
		: `${name} is left out: it holds no sales, orders, customers or products`;
}

/** What is said at the end where some sources could not be loaded, and others were. */
export function failedNotice(sources: readonly string[], isDry: boolean): string {
	return `not loaded, for the reasons above: ${sources.join(', ')}; the others ${isDry ? 'would be' : 'are'}`;
}
