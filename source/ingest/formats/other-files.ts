/** What files begin with that hold no sales as they are, and what to do with them. */
const byBytes: readonly (readonly [beginning: string, what: string])[] = [
	['\u00d0\u00cf\u0011\u00e0', 'an old Excel file (.xls): save it as .xlsx or CSV'],
	['%PDF', 'a PDF, which holds no rows: export CSV or XLSX where it was made'],
	['SQLite format 3', 'a SQLite database: export its tables as CSV'],
	['\u0000\u0001\u0000\u0000Standard ', 'an Access database: export its tables as CSV or XLSX'],
	['\u0089PNG', 'an image: export CSV or XLSX where it was made'],
	['\u00ff\u00d8\u00ff', 'an image: export CSV or XLSX where it was made'],
	['GIF8', 'an image: export CSV or XLSX where it was made'],
	['II*\u0000', 'an image: export CSV or XLSX where it was made'],
	['MM\u0000*', 'an image: export CSV or XLSX where it was made'],
	['{\\rtf', 'a text document: save its table as CSV'],
	["7z\u00bc\u00af'", 'a 7z archive: unpack it first'],
	['Rar!\u001a', 'a RAR archive: unpack it first'],
	['BZh', 'packed with bzip2: unpack it first, or pack it with gzip'],
	['\u00fd7zXZ', 'packed with xz: unpack it first, or pack it with gzip'],
	['(\u00b5/\u00fd', 'packed with zstd: unpack it first, or pack it with gzip'],
	['PGDMP', 'a database dump: export its tables as CSV'],
];

const byText: readonly (readonly [beginning: RegExp, what: string])[] = [
	[/^PK(?![\w ,;|])/, 'a ZIP or XLSX file inside another one: unpack it first'],
	[/^.{257}ustar/s, 'a tar archive: unpack it first'],
	[/^\p{Cc}[\u2039\ufffd]/u, 'packed with gzip twice: unpack it first'],
	[
		/^\s*<(?:!doctype html|html|head|body|table|meta)/i,
		'a web page, whatever its name is: give the address of the file itself, or open it in a spreadsheet and save it as .xlsx or CSV',
	],
	[/^\s*<\?xml/i, 'XML, which cannot be imported: open it in a spreadsheet and save it as .xlsx or CSV'],
	[
		/^(?:--[^\n]*\n|\/\*[^\n]*\n|\s)*(?:CREATE TABLE|DROP TABLE|INSERT INTO|SET \w+ ?=|BEGIN TRANSACTION)\b/i,
		'a database dump: export its tables as CSV',
	],
];

/** How many bytes tell. */
export const tellingBytes = 20;

/** What a file is that begins so and cannot be imported, with the remedy; nothing for one that may be. */
export function otherFile(firstBytes: Uint8Array): string | undefined {
	const beginning = Buffer.from(firstBytes).toString('latin1');
	return byBytes.find(([start]) => beginning.startsWith(start))?.[1];
}

/** The same of a text. */
export function otherText(beginning: string): string | undefined {
	return (
		byText.find(([start]) => start.test(beginning))?.[1] ??
		(isBinary(beginning.slice(0, 4096)) ? 'no text: CSV, JSON, XLSX or Parquet can be imported' : undefined)
	);
}

/** A stray zero in a text is only a bad value. */
function isBinary(text: string): boolean {
	return (text.match(/[^\P{Cc}\s]/gu)?.length ?? 0) > text.length / 8;
}
