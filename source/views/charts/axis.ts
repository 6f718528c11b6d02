import {cellWidth} from '../fit.ts';
import type {Scale} from './scale.ts';

/**
 * Labels under a chart of `width` columns, each where its value stands, as many as fit.
 *
 * The label of value `i` of `count` begins at its column, or ends at the last one.
 */
export function timeAxis(labels: readonly string[], width: number): string {
	if (labels.length === 0) {
		return '';
	}
	const widest = Math.max(...labels.map(cellWidth));
	const room = Math.max(1, Math.floor((width + 3) / (widest + 3)));
	const every = niceStep(labels.length, room);
	let line = '';
	for (let index = 0; index < labels.length; index += every) {
		const column = labels.length === 1 ? 0 : Math.round((index * (width - 1)) / (labels.length - 1));
		const label = labels[index]!;
		const start = Math.min(column, width - cellWidth(label));
		if (start >= cellWidth(line) + (index === 0 ? 0 : 2)) {
			line += ' '.repeat(start - cellWidth(line)) + label;
		}
	}
	return line;
}

function niceStep(count: number, room: number): number {
	const steps = [1, 2, 3, 4, 6, 7, 8, 12, 14, 24, 28, 30, 48, 60, 90, 120, 168, 365];
	return steps.find(step => Math.ceil(count / step) <= room) ?? count;
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
