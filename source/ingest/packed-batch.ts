import type {ImportBatch, ImportedLine, RejectedRow} from '../imported-line.ts';

/**
 * Rows as few large values, which go from one thread to another much faster than many small ones. A
 * text that comes up often is sent once.
 */
export type PackedBatch = {
	readonly count: number;
	/** All numbers of the first line, then of the second, and so on; `NaN` for nothing. */
	readonly numbers: Float64Array<ArrayBuffer>;
	/** Places in `words`, as many for each line; 0 for nothing. */
	readonly texts: Uint32Array<ArrayBuffer>;
	/** The texts one after another, and where each ends. */
	readonly words: string;
	readonly wordEnds: Uint32Array<ArrayBuffer>;
	/** The rows as the source has them, one after another, and where each ends. */
	readonly raw: string;
	readonly rawEnds: Uint32Array<ArrayBuffer>;
	readonly rejected: readonly RejectedRow[];
};

const numberFields = 8;
const textFields = 11;

export function packBatch({lines, rejected}: ImportBatch): PackedBatch {
	const count = lines.length;
	const numbers = new Float64Array(count * numberFields);
	const texts = new Uint32Array(count * textFields);
	const rawEnds = new Uint32Array(count);
	const places = new Map<string, number>();
	const raws: string[] = [];
	let rawLength = 0;
	const placeOf = (text: string | undefined): number => {
		if (text === undefined) {
			return 0;
		}
		let place = places.get(text);
		if (place === undefined) {
			place = places.size + 1;
			places.set(text, place);
		}
		return place;
	};
	let number = 0;
	let text = 0;
	for (let index = 0; index < count; index++) {
		const line = lines[index]!;
		numbers[number++] = line.quantity;
		numbers[number++] = line.unitPrice;
		numbers[number++] = line.discount;
		numbers[number++] = line.amount;
		numbers[number++] = line.at;
		numbers[number++] = line.age ?? Number.NaN;
		numbers[number++] = line.rejectedRow ?? Number.NaN;
		numbers[number++] = line.lineNumber;
		texts[text++] = placeOf(line.order);
		texts[text++] = placeOf(line.product);
		texts[text++] = placeOf(line.productName);
		texts[text++] = placeOf(line.category);
		texts[text++] = placeOf(line.region);
		texts[text++] = placeOf(line.store);
		texts[text++] = placeOf(line.city);
		texts[text++] = placeOf(line.customer);
		texts[text++] = placeOf(line.customerName);
		texts[text++] = placeOf(line.email);
		texts[text++] = placeOf(line.repair);
		raws.push(line.raw);
		rawLength += line.raw.length;
		rawEnds[index] = rawLength;
	}
	const wordEnds = new Uint32Array(places.size);
	let wordLength = 0;
	let word = 0;
	for (const each of places.keys()) {
		wordLength += each.length;
		wordEnds[word++] = wordLength;
	}
	return {
		count,
		numbers,
		texts,
		words: [...places.keys()].join(''),
		wordEnds,
		raw: raws.join(''),
		rawEnds,
		rejected,
	};
}

/** What needs not be copied on its way to another thread. */
export function transferablesOf({numbers, texts, wordEnds, rawEnds}: PackedBatch): ArrayBuffer[] {
	return [numbers.buffer, texts.buffer, wordEnds.buffer, rawEnds.buffer];
}

/** The lines are made only when they are asked for, and each time anew: many batches may wait. */
export function unpackBatch(packed: PackedBatch): ImportBatch {
	return {
		rejected: packed.rejected,
		get lines() {
			return linesOf(packed);
		},
	};
}

function linesOf(packed: PackedBatch): ImportedLine[] {
	const {count, numbers, texts, raw, rawEnds} = packed;
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
			raw: raw.slice(rawStart, rawEnd),
		});
		rawStart = rawEnd;
		number += numberFields;
		text += textFields;
	}
	return lines;
}

/** The first is nothing. */
function wordsOf({words, wordEnds}: PackedBatch): (string | undefined)[] {
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
