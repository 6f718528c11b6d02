/** What a column of plain numbers counts: since 1970, or days as Excel counts them. */
export type NumberedDates = 'seconds' | 'milliseconds' | 'days';

const patterns = {
	days: /^[2-7]\d{4}(?:[.,]\d+)?$/,
	seconds: /^1?\d{9}(?:\.\d+)?$/,
	milliseconds: /^1?\d{12}$/,
} as const satisfies Record<NumberedDates, RegExp>;

export const numberedKinds = Object.keys(patterns) as readonly NumberedDates[];

/** Whether a cell can hold a moment that is counted so. */
export function isNumbered(text: string, kind: NumberedDates): boolean {
	return patterns[kind].test(text);
}

/** Days from 30 December 1899, which Excel counts from, to 1970. */
const excelEpochDays = 25_569;

/** The moment in milliseconds: in UTC, but of days in local time, which Excel counts. */
export function momentOfNumber(text: string, kind: NumberedDates): number {
	const count = Number(text.replace(',', '.'));
	switch (kind) {
		case 'days':
			// A serial has no more than the second.
			return Math.round((count - excelEpochDays) * 86_400) * 1000;
		case 'seconds':
			return Math.round(count * 1000);
		case 'milliseconds':
			return Math.round(count);
	}
}
