import type {ImportedLine, RejectedRow} from '../../imported-line.ts';
import {isRejected, type SalesRow} from '../rows/sales-row.ts';
import {numberFields, type PackedBatch, textFields} from './packed-batch.ts';
import {endsOf, packText} from './packed-text.ts';

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
