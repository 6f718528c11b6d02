import type {ImportBatch, ImportedLine, RejectedRow} from '../../imported-line.ts';
import {numberFields, type PackedBatch, textFields} from './packed-batch.ts';
import {unpackText} from './packed-text.ts';

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
