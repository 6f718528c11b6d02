/** Words that exports write where there is nothing. */
const blankMarks = new Set([
	'',
	'null',
	'nan',
	'n/a',
	'na',
	'#n/a',
	'none',
	'nil',
	'error',
	'#error',
	'unknown',
	'(blank)',
	'-',
	'--',
	'\\n',
	'#value!',
	'#ref!',
	'#div/0!',
]);

const longestMark = 8;

const [digitZero, digitNine] = [0x30, 0x39];

/** The text of a cell without the blanks around it; nothing where it holds only a word for nothing. */
export function presentText(cell: string | undefined): string | undefined {
	if (cell === undefined) {
		return undefined;
	}
	const trimmed = cell.trim();
	if (trimmed.length > longestMark) {
		return trimmed;
	}
	const first = trimmed.charCodeAt(0);
	// No mark begins with a digit, and most short texts do.
	const isMark = !(first >= digitZero && first <= digitNine) && blankMarks.has(trimmed.toLowerCase());
	return isMark ? undefined : trimmed;
}

/** Spreadsheets and data frames write the id 17850 as `17850.0`. */
export function withoutZeroFraction(id: string): string {
	return id.endsWith('0') && id.includes('.') ? id.replace(/^(\d+)\.0+$/, '$1') : id;
}
