import {arraysIn, type FlatRow, flatten, isNameOfLines, type Value} from './flatten.ts';
import type {Table, TableRecord} from './table.ts';

/** An object that a source holds, or what stands in its place. */
export type SourceObject = {
	/** Of which of the source's parts it is. */
	readonly part: string;
	/** Where it begins, counted from 1. */
	readonly line: number;
	readonly raw: string;
	/** How many records of the source come before it; absent where each has a line of its own. */
	readonly number?: number | undefined;
	/** Its keys from the outside, as `$.orders[1]`. */
	readonly path?: string | undefined;
} & ({readonly value: Value} | {readonly problem: string; readonly detail?: string | undefined});

/** From how many of the first objects the columns are known. */
const sampleLength = 500;

/**
 * Makes tables of objects: one for each part of the source, with a row for each line of an order where
 * the objects hold their lines. An object that brings a new column begins a table with one column
 * more, so that no value is left out.
 */
export async function* objectTables(batches: AsyncGenerator<readonly SourceObject[]>): AsyncGenerator<Table> {
	let waiting: SourceObject[] = [];
	let isEnd = false;
	const more = async (): Promise<boolean> => {
		const next = await batches.next();
		isEnd = next.done === true;
		waiting = next.done ? waiting : [...waiting, ...next.value];
		return !isEnd;
	};
	let known: Shape | undefined;

	async function* records(shape: Shape): AsyncGenerator<readonly TableRecord[]> {
		while (waiting.length > 0 || (await more())) {
			const rows: TableRecord[] = [];
			let taken = 0;
			for (const object of waiting) {
				const made = rowsOf(object, shape);
				if (!made) {
					break;
				}
				rows.push(...made);
				taken++;
			}
			const isOver = taken < waiting.length;
			waiting = waiting.slice(taken);
			yield rows;
			if (isOver) {
				return;
			}
		}
	}

	try {
		for (;;) {
			while (!isEnd && sampleOf(waiting).length < sampleLength && isOnePart(waiting)) {
				await more();
			}
			const sample = sampleOf(waiting);
			if (sample.length === 0) {
				return;
			}
			known = shapeOf(sample, known);
			yield {name: known.part || undefined, header: known.header, records: records(known)};
			while (waiting.length > 0 || (!isEnd && (await more()))) {
				const next = waiting.findIndex(object => !rowsOf(object, known!));
				if (next >= 0) {
					waiting = waiting.slice(next);
					break;
				}
				waiting = [];
			}
		}
	} finally {
		await batches.return(undefined);
	}
}

type Shape = {
	readonly part: string;
	readonly header: readonly string[];
	readonly columns: ReadonlyMap<string, number>;
	/** Where the objects hold their lines. */
	readonly lines: string | undefined;
};

/** The objects of the first part. */
function sampleOf(objects: readonly SourceObject[]): readonly SourceObject[] {
	const end = objects.findIndex(({part}) => part !== objects[0]!.part);
	return objects.slice(0, Math.min(sampleLength, end < 0 ? objects.length : end));
}

function isOnePart(objects: readonly SourceObject[]): boolean {
	return objects.every(({part}) => part === objects[0]!.part);
}

function shapeOf(sample: readonly SourceObject[], before: Shape | undefined): Shape {
	const part = sample[0]!.part;
	const values = sample.flatMap(object => ('value' in object ? [object.value] : []));
	const isSamePart = before?.part === part;
	const lines = isSamePart ? before.lines : linesIn(values);
	const columns = new Map<string, number>(isSamePart ? before.columns : []);
	for (const value of values) {
		for (const row of flatten(value, lines)) {
			for (const name of row.keys()) {
				if (!columns.has(name)) {
					columns.set(name, columns.size);
				}
			}
		}
	}
	return {part, header: [...columns.keys()], columns, lines};
}

/** Of several arrays the one that is named like lines, else the one that holds most. */
function linesIn(values: readonly Value[]): string | undefined {
	const counts = new Map<string, number>();
	for (const value of values) {
		for (const [path, count] of arraysIn(value)) {
			counts.set(path, (counts.get(path) ?? 0) + count);
		}
	}
	const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([path]) => path);
	return byCount.find(path => isNameOfLines(path.split('.').at(-1)!)) ?? byCount[0];
}

/** Nothing when the object does not belong to this table. */
function rowsOf(object: SourceObject, {part, columns, lines}: Shape): readonly TableRecord[] | undefined {
	if (object.part !== part) {
		return undefined;
	}
	const {line, raw} = object;
	if ('problem' in object) {
		const {problem, detail} = object;
		return [{line, raw, cells: [], problem, detail, place: placeOf(object)}];
	}
	const rows = flatten(object.value, lines);
	if (rows.some(row => [...row.keys()].some(name => !columns.has(name)))) {
		return undefined;
	}
	const hasLines = lines !== undefined && rows.length > 1;
	const holdsLines = lines !== undefined && [...rows[0]!.keys()].some(name => name.startsWith(`${lines}.`));
	const record = holdsLines ? (object.number ?? line) : undefined;
	return rows.map((row, index) => ({
		line,
		place: placeOf(object, hasLines ? `.${lines}[${index}]` : ''),
		raw: rows.length === 1 ? raw : JSON.stringify(Object.fromEntries(row)),
		cells: cellsOf(row, columns),
		problem: undefined,
		record,
	}));
}

/** Nothing where the line tells it. */
function placeOf({number, path}: SourceObject, inside = ''): string | undefined {
	const whole = path === undefined && inside === '' ? undefined : `${path ?? '$'}${inside}`;
	return number === undefined
		? whole
		: [`record ${number}`, ...(whole === undefined ? [] : [whole])].join(': ');
}

function cellsOf(row: FlatRow, columns: ReadonlyMap<string, number>): readonly string[] {
	const cells = Array<string>(columns.size).fill('');
	for (const [name, text] of row) {
		cells[columns.get(name)!] = text;
	}
	return cells;
}
