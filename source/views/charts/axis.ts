import {cellWidth} from '../fit.ts';
import type {Scale} from './scale.ts';
import type {TimeMarks} from './time-marks.ts';

/**
 * Labels under a chart of `width` columns, each where its value stands, as many as fit.
 *
 * The label of value `i` of `count` begins at its column, or ends at the last one.
 */
export function timeAxis(marks: TimeMarks, width: number): string {
	const {labels} = marks;
	const widest = Math.max(0, ...labels.map(cellWidth));
	const room = Math.max(1, Math.floor((width + 3) / (widest + 3)));
	let line = '';
	for (const index of markedValues(marks, room)) {
		const column = labels.length === 1 ? 0 : Math.round((index * (width - 1)) / (labels.length - 1));
		const label = labels[index]!;
		const start = Math.min(column, width - cellWidth(label));
		if (line === '' || start >= cellWidth(line) + 2) {
			line += ' '.repeat(Math.max(0, start - cellWidth(line))) + label;
		}
	}
	return line;
}

/** At the smallest step that has room; the first value where there is no round time. */
function markedValues({labels, phases, steps}: TimeMarks, room: number): readonly number[] {
	const all = [...labels.keys()];
	for (const step of steps) {
		const marked = all.filter(index => phases[index]! % step === 0);
		if (marked.length > 0 && marked.length <= room) {
			return marked;
		}
	}
	return all.slice(0, 1);
}

/** What stands at each row of a chart, from the top: round values, on the rows nearest to them. */
export function valueAxis({low, high}: Scale, rows: number, format: (value: number) => string): string[] {
	const marks = Array.from({length: rows}, () => '');
	const rowOf = (value: number) => Math.round(((high - value) / (high - low)) * (rows - 1));
	const top = high > 0 ? high : low;
	const zeroRow = rowOf(0);
	const span = Math.abs(zeroRow - rowOf(top));
	const parts = span > 7 ? 4 : span > 2 ? 2 : 1;
	for (let part = 0; part <= parts; part++) {
		const value = (top * part) / parts;
		marks[rowOf(value)] = format(value);
	}
	// What little there is below zero needs no mark of its own.
	if (top !== low && rows - 1 - zeroRow >= 2) {
		marks[rows - 1] = format(low);
	}
	return marks;
}
