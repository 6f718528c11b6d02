import {type CsvDialect, createCsvSplitter} from './csv-records.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** The line above the header by which Excel is told what separates the values. */
const separatorLine = /^\s*"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i;

/** The text without that line, which leaves an empty one, and what it says. */
export function withoutSeparatorLine(text: string): {
	readonly text: string;
	readonly delimiter: string | undefined;
} {
	const found = separatorLine.exec(text);
	return found
		? {text: `\n${text.slice(found[0].length)}`, delimiter: found[1]}
		: {text, delimiter: undefined};
}

/** How the first part of a text is separated: as most of its rows have as many values as the first. */
export function sniffCsv(sample: string): CsvDialect {
	const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
	let best: {readonly delimiter: string; readonly score: number} = {delimiter: ',', score: 0};
	for (const delimiter of delimiters) {
		const score = scoreOf(sample, {delimiter, newline});
		if (score > best.score) {
			best = {delimiter, score};
		}
	}
	return {delimiter: best.delimiter, newline};
}

/** The share of rows that fit the header above them; of equal shares, the one with more columns. */
function scoreOf(sample: string, dialect: CsvDialect): number {
	const splitter = createCsvSplitter(dialect);
	const complete = splitter.push(sample);
	const records = complete.length > 0 ? complete : splitter.end();
	const headers = records.filter(({isHeader}) => isHeader);
	const columns = Math.max(0, ...headers.map(({cells}) => cells.length));
	if (columns < 2) {
		return 0;
	}
	const fitting = records.filter(({problem}) => problem === undefined).length;
	return fitting / records.length + columns / 1e6;
}
