/** Writes values as a line of CSV, without the line end. */
export function csvLine(values: readonly string[]): string {
	return values.map(value => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',');
}
