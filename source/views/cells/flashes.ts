import {styleAfter} from './style.ts';
import type {Cell, Cells} from './styled-cells.ts';

const digit = /^\d$/;

/**
 * A screen on which digits that have changed stand out, or the same one where none has.
 *
 * Only in lines in which nothing else has changed: where rows move up or down, or a number becomes
 * longer, every digit is another one and none of them is news.
 *
 * @param color SGR parameters
 */
export function withFlashes(before: Cells, now: Cells, color: string): Cells {
	let hasFlash = false;
	const rows = now.map((row, y) => {
		const places = changedDigits(before[y], row);
		if (places.length === 0) {
			return row;
		}
		hasFlash = true;
		const painted = [...row];
		for (const x of places) {
			const {text, style} = row[x]!;
			painted[x] = {text, style: styleAfter(style, color)};
		}
		return painted;
	});
	return hasFlash ? rows : now;
}

/** Nothing where more than digits has changed, or the line was not there. */
function changedDigits(before: readonly Cell[] | undefined, row: readonly Cell[]): readonly number[] {
	if (before?.length !== row.length) {
		return [];
	}
	const places: number[] = [];
	for (let x = 0; x < row.length; x++) {
		const [was, text] = [before[x]!.text, row[x]!.text];
		if (was === text) {
			continue;
		}
		if (!digit.test(was) || !digit.test(text)) {
			return [];
		}
		places.push(x);
	}
	return places;
}
