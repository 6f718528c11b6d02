const dayMs = 86_400_000;

/** Day 0 of the workbooks that count from 1900; what they call 29 February 1900 never was. */
const epoch1900 = Date.UTC(1899, 11, 30);
const daysTo1904 = 1462;

/** Days that a workbook counts to 31 December 9999. */
const lastSerial = 2_958_465;

/**
 * The local date, and time if it has one, that a workbook keeps as a number of days:
 * `2010-12-01 08:26:00`. Nothing for a number that is none.
 */
export function dateOfSerial(serial: number, isFrom1904: boolean): string | undefined {
	const days = serial + (isFrom1904 ? daysTo1904 : 0);
	if (!(days >= 0 && days <= lastSerial + 1)) {
		return undefined;
	}
	// Fractions of a day are exact to some microseconds: to the second nothing is lost.
	const seconds = Math.round((days < 60 ? days + 1 : days) * 86_400);
	const iso = new Date(epoch1900 + seconds * 1000).toISOString();
	return seconds % (dayMs / 1000) === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

/** Writes a number as the sheet shows it: of 17 digits that are kept, 15 mean something. */
export function numberText(kept: string): string {
	const value = Number(kept);
	if (!Number.isFinite(value)) {
		return kept;
	}
	const text = String(Number(value.toPrecision(15)));
	if (!text.includes('e')) {
		return text;
	}
	return Math.abs(value) >= 1
		? BigInt(Math.round(value)).toString()
		: value.toFixed(15).replace(/\.?0+$/, '');
}
