import type {ImportBatch, ImportedLine, RejectedRow} from '../imported-line.ts';
import type {SalesRow} from './rows/sales-row.ts';
import {isRejected} from './rows/sales-row.ts';

/**
 * Rows as few large values, which go from one thread to another much faster than many small ones. A text
 * that the line before had too is not sent again; to look for those that came up earlier costs more than
 * it saves.
 */
export type PackedBatch = {
	readonly count: number;
	/** All numbers of the first line, then of the second, and so on; `NaN` for nothing. */
	readonly numbers: Float64Array<ArrayBuffer>;
	/** Places among the words, as many for each line; 0 for nothing. */
	readonly texts: Uint32Array<ArrayBuffer>;
	/** The texts one after another, and where each ends. */
	readonly words: PackedText;
	readonly wordEnds: Uint32Array<ArrayBuffer>;
	/** The rows as the source has them, one after another, and where each ends. */
	readonly raw: PackedText;
	readonly rawEnds: Uint32Array<ArrayBuffer>;
	/** Without the lines that they were. */
	readonly rejected: readonly RejectedRow[];
	/** Which of the lines is what a rejected row was before its order came to nothing: both places, one after the other. */
	readonly undone: readonly number[];
};

/** Text as bytes, which wait outside of the heap; as it is where UTF-8 cannot hold it. */
type PackedText = Uint8Array<ArrayBuffer> | string;

const numberFields = 9;
const textFields = 11;

export type BatchPacker = {
	readonly add: (row: SalesRow) => void;
	/** How many rows were added since the last batch. */
	readonly size: () => number;
	/** The rows that were added since the last batch. */
	readonly take: () => PackedBatch;
};

/** Packs rows one by one, so that none of them has to be kept. */
export function batchPacker(rowsPerBatch: number): BatchPacker {
	let numbers: Float64Array<ArrayBuffer>;
	let texts: Uint32Array<ArrayBuffer>;
	let words: string[];
	let raws: string[];
	let rejected: RejectedRow[];
	let undone: number[];
	/** What the line before had. */
	let last: {text: string; place: number}[];

	const begin = () => {
		numbers = new Float64Array(rowsPerBatch * numberFields);
		texts = new Uint32Array(rowsPerBatch * textFields);
		words = [];
		raws = [];
		rejected = [];
		undone = [];
		last = Array.from({length: textFields}, () => ({text: '', place: 0}));
	};

	const put = (field: number, text: string | undefined) => {
		if (text === undefined) {
			return;
		}
		const before = last[field]!;
		if (before.place === 0 || before.text !== text) {
			words.push(text);
			before.text = text;
			before.place = words.length;
		}
		texts[raws.length * textFields + field] = before.place;
	};

	const addLine = (line: ImportedLine) => {
		let number = raws.length * numberFields;
		numbers[number++] = line.quantity;
		numbers[number++] = line.unitPrice;
		numbers[number++] = line.discount;
		numbers[number++] = line.amount;
		numbers[number++] = line.at;
		numbers[number++] = line.age ?? Number.NaN;
		numbers[number++] = line.rejectedRow ?? Number.NaN;
		numbers[number++] = line.lineNumber;
		numbers[number++] = line.record ?? Number.NaN;
		put(0, line.order);
		put(1, line.product);
		put(2, line.productName);
		put(3, line.category);
		put(4, line.region);
		put(5, line.store);
		put(6, line.city);
		put(7, line.customer);
		put(8, line.customerName);
		put(9, line.email);
		put(10, line.repair);
		raws.push(line.raw);
	};

	begin();
	return {
		add(row) {
			if (!isRejected(row)) {
				addLine(row);
			} else if (row.undone) {
				undone.push(rejected.length, raws.length);
				rejected.push({...row, undone: undefined});
				addLine(row.undone);
			} else {
				rejected.push(row);
			}
		},
		size: () => raws.length + rejected.length - undone.length / 2,
		take() {
			const packed = {
				count: raws.length,
				numbers,
				texts,
				words: packText(words),
				wordEnds: endsOf(words),
				raw: packText(raws),
				rawEnds: endsOf(raws),
				rejected,
				undone,
			};
			begin();
			return packed;
		},
	};
}

function endsOf(texts: readonly string[]): Uint32Array<ArrayBuffer> {
	const ends = new Uint32Array(texts.length);
	let end = 0;
	for (let index = 0; index < texts.length; index++) {
		end += texts[index]!.length;
		ends[index] = end;
	}
	return ends;
}

const encoder = new TextEncoder();

function packText(texts: readonly string[]): PackedText {
	const text = texts.join('');
	return text.isWellFormed() ? encoder.encode(text) : text;
}

function unpackText(packed: PackedText): string {
	return typeof packed === 'string'
		? packed
		: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString('utf8');
}

/** What needs not be copied on its way to another thread. */
export function transferablesOf({numbers, texts, words, wordEnds, raw, rawEnds}: PackedBatch): ArrayBuffer[] {
	return [numbers, texts, words, wordEnds, raw, rawEnds].flatMap(each =>
		typeof each === 'string' ? [] : each.buffer,
	);
}

/** The lines are made only when they are asked for, and each time anew: many batches may wait. */
export function unpackBatch(packed: PackedBatch): ImportBatch {
	const {rejected, undone} = packed;
	if (undone.length === 0) {
		return {
			rejected,
			get lines() {
				return linesOf(packed);
			},
		};
	}
	let parted: ImportBatch | undefined;
	const parts = () => {
		parted ??= partedFrom(linesOf(packed), rejected, undone);
		return parted;
	};
	return {
		get rejected() {
			return parts().rejected;
		},
		get lines() {
			return parts().lines;
		},
	};
}

/** Gives rejected rows the lines that they were. */
function partedFrom(
	all: readonly ImportedLine[],
	rejected: readonly RejectedRow[],
	undone: readonly number[],
): ImportBatch {
	const places = new Map<number, number>();
	for (let index = 0; index < undone.length; index += 2) {
		places.set(undone[index]!, undone[index + 1]!);
	}
	const gone = new Set(places.values());
	return {
		lines: all.filter((_, place) => !gone.has(place)),
		rejected: rejected.map((row, place) => {
			const line = places.get(place);
			return line === undefined ? row : {...row, undone: all[line]};
		}),
	};
}

function linesOf(packed: PackedBatch): ImportedLine[] {
	const {count, numbers, texts, rawEnds} = packed;
	const raw = unpackText(packed.raw);
	const words = wordsOf(packed);
	const lines: ImportedLine[] = [];
	let number = 0;
	let text = 0;
	let rawStart = 0;
	for (let index = 0; index < count; index++) {
		const rawEnd = rawEnds[index]!;
		lines.push({
			order: words[texts[text]!]!,
			product: words[texts[text + 1]!]!,
			productName: words[texts[text + 2]!],
			category: words[texts[text + 3]!],
			quantity: numbers[number]!,
			unitPrice: numbers[number + 1]!,
			discount: numbers[number + 2]!,
			amount: numbers[number + 3]!,
			at: numbers[number + 4]!,
			region: words[texts[text + 4]!],
			store: words[texts[text + 5]!],
			city: words[texts[text + 6]!],
			customer: words[texts[text + 7]!],
			customerName: words[texts[text + 8]!],
			email: words[texts[text + 9]!],
			age: known(numbers[number + 5]!),
			repair: words[texts[text + 10]!],
			rejectedRow: known(numbers[number + 6]!),
			lineNumber: numbers[number + 7]!,
			record: known(numbers[number + 8]!),
			raw: raw.slice(rawStart, rawEnd),
		});
		rawStart = rawEnd;
		number += numberFields;
		text += textFields;
	}
	return lines;
}

/** The first is nothing. */
function wordsOf({words: packed, wordEnds}: PackedBatch): (string | undefined)[] {
	const words = unpackText(packed);
	const all: (string | undefined)[] = [undefined];
	let start = 0;
	for (const end of wordEnds) {
		all.push(words.slice(start, end));
		start = end;
	}
	return all;
}

function known(number: number): number | undefined {
	return Number.isNaN(number) ? undefined : number;
}
