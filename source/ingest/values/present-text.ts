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

/** Most short texts are told by their first letter. */
const beginnings = new Set([...blankMarks].flatMap(mark => [mark, mark.toUpperCase()]).map(firstOf));

function firstOf(text: string): number {
	return text.charCodeAt(0);
}

/** The text of a cell without the blanks around it; nothing where it holds only a word for nothing. */
export function presentText(cell: string | undefined): string | undefined {
	if (cell === undefined) {
		return undefined;
	}
	const trimmed = cell.trim();
	if (trimmed.length > longestMark) {
		return trimmed;
	}
	return beginnings.has(firstOf(trimmed)) && blankMarks.has(trimmed.toLowerCase()) ? undefined : trimmed;
}

/** Spreadsheets and data frames write the id 17850 as `17850.0`. */
export function withoutZeroFraction(id: string): string {
	return id.endsWith('0') && id.includes('.') ? id.replace(/^(\d+)\.0+$/, '$1') : id;
}
