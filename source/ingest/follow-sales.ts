import type {Zone} from '../business-time.ts';
import type {ImportBatch, ImportedLine} from '../imported-line.ts';
import {decodeText} from './encoding/decode-text.ts';
import {openTables, type TableOptions} from './formats/open-tables.ts';
import {beginsWithJsonLine, isJson} from './formats/read-json.ts';
import type {Format} from './formats/table.ts';
import {readSales} from './read-sales.ts';
import {columnLearner} from './understanding/learn-columns.ts';
import type {SourceSurvey} from './understanding/survey-source.ts';
import type {AskedUnderstanding, DiscountsTaken} from './understanding/table-understanding.ts';

/** Some sales of a text that goes on, and how it is understood. */
export type FollowedSales = {
	readonly format: Format;
	readonly mapping: Readonly<Record<string, string>>;
	readonly batch: ImportBatch;
};

/** What somebody has said of the text. */
export type FollowOptions = Pick<TableOptions, 'encoding' | 'hasNoHeader' | 'constants'> & {
	readonly asked?: AskedUnderstanding;
};

/** How much text is read at a stretch, in characters: keys are answered after it. */
const mostAtOnce = 1 << 15;

/**
 * Reads sales from text that comes bit by bit and may never end, such as from `tail -f`: what has come
 * is read up to its last whole line. The first lines decide how all are understood; of JSON each record
 * is read by its keys.
 *
 * @param name of the source in messages
 * @throws SourceError when the first lines cannot be understood
 */
export async function* followSales(
	name: string,
	chunks: AsyncIterable<Uint8Array>,
	zone: Zone,
	{asked = {}, ...options}: FollowOptions = {},
): AsyncGenerator<FollowedSales> {
	let header: string | undefined;
	let isJsonLines = false;
	const understand = columnLearner(
		name,
		text => openTables(name, inMemory(text), {...options, isJsonLines}),
		asked,
	);
	let rest = '';
	let linesBefore = 0;
	/** What the latest order has taken of its discount: its other lines may be still to come. */
	let taken: DiscountsTaken = {};

	const read = async (text: string): Promise<FollowedSales> => {
		const {survey, open} = await understand(`${header}${text}`);
		const {format, mapping, batches} = await readSales({name, open}, zone, {
			asked,
			survey: withDiscountTaken(survey, taken),
		});
		const lines = [];
		const rejected = [];
		for await (const batch of batches) {
			lines.push(...batch.lines);
			rejected.push(...batch.rejected);
		}
		taken = takenAfter(lines, taken);
		const inSource = <Row extends {readonly lineNumber: number}>(row: Row): Row => ({
			...row,
			lineNumber: row.lineNumber + linesBefore,
		});
		const withRecord = (line: ImportedLine): ImportedLine => ({
			...line,
			record: line.record === undefined ? undefined : line.record + linesBefore,
		});
		const batch = {
			lines: lines.map(inSource).map(withRecord),
			rejected: rejected
				.map(inSource)
				.map(({undone, ...row}) => (undone ? {...row, undone: withRecord(undone)} : row)),
		};
		linesBefore += linesIn(text);
		return {format, mapping, batch};
	};

	const {pieces} = decodeText(chunks, options.encoding);
	for await (const piece of pieces) {
		rest += piece;
		if (header === undefined && rest.trim() !== '' && rest.includes('\n')) {
			const text = rest.trimStart();
			header = isJson(text) || options.hasNoHeader ? '' : text.slice(0, text.indexOf('\n') + 1);
			isJsonLines = beginsWithJsonLine(text);
			rest = text.slice(header.length);
		}
		for (let end = wholeLines(rest); header !== undefined && end > 0; end = wholeLines(rest)) {
			const text = rest.slice(0, end);
			rest = rest.slice(end);
			if (text.trim() === '') {
				linesBefore += linesIn(text);
			} else {
				yield await read(text);
			}
		}
	}
	if (rest.trim() !== '') {
		header ??= '';
		yield await read(rest);
	}
}

function withDiscountTaken(survey: SourceSurvey, discountsTaken: DiscountsTaken): SourceSurvey {
	const tables = survey.tables.map(table => ({
		...table,
		understanding: {...table.understanding, discountsTaken},
	}));
	return {...survey, tables};
}

function takenAfter(lines: readonly ImportedLine[], before: DiscountsTaken): DiscountsTaken {
	const order = lines.at(-1)?.order;
	if (order === undefined) {
		return before;
	}
	const discount = lines.reduce((sum, line) => sum + (line.order === order ? Math.abs(line.discount) : 0), 0);
	return {[order]: (before[order] ?? 0) + discount};
}

/** Where the whole lines of a text end, or enough of them. A line end inside quotes ends no line. */
function wholeLines(text: string): number {
	const last = text.length > mostAtOnce ? text.indexOf('\n', mostAtOnce) : text.lastIndexOf('\n');
	const end = last < 0 ? text.lastIndexOf('\n') : last;
	const quotes = text.slice(0, end).split('"').length - 1;
	const isOpen = quotes % 2 === 1 && text.length <= mostAtOnce;
	return isOpen ? 0 : end + 1;
}

function inMemory(text: string) {
	async function* chunks() {
		yield new TextEncoder().encode(text);
	}
	return {chunks: chunks(), share: () => 1};
}

function linesIn(text: string): number {
	return text.split('\n').length - 1;
}
