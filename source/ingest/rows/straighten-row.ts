import {csvProblems} from '../formats/csv-records.ts';
import type {TableRecord} from '../formats/table.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {bareNumber} from '../values/bare-number.ts';
import {dateParts} from '../values/date-parts.ts';
import {presentText} from '../values/present-text.ts';

/** More values too many than this are no slip of a few separators. */
const mostExtra = 4;

/** From so many rows on a column shows what it may hold. */
const tellingRows = 20;

/** From so many different words on, all of one length, a column holds codes. */
const tellingCodes = 10;

const nearlyAll = 0.98;

/** Puts back together what separators inside values have torn apart; nothing where that is not certain. */
export type RowStraightener = (record: TableRecord) => readonly string[] | undefined;

/**
 * A value with an unquoted separator in it becomes two. All the ways to join neighbours are tried; each
 * column must hold again what it holds in the other rows. If all the ways that are left give the same
 * values in the columns that are loaded, those are the values.
 */
export function rowStraightener(table: TableUnderstanding): RowStraightener {
	const {header, samples, delimiter = ','} = table;
	const wanted = [...new Set(Object.values(table.columns))];
	const fitsKind = samples.map(kindTest);
	const fitsWords = samples.map(wordTest);
	// Where no value begins with a space, one that does is the rest of the value before it.
	const hasNoSpaces = !table.beginsWithSpace;
	return ({problem, raw}) => {
		if (problem !== csvProblems.ragged || raw.includes('"')) {
			return undefined;
		}
		const parts = raw.split(delimiter);
		const extra = parts.length - header.length;
		if (extra < 1 || extra > mostExtra) {
			return undefined;
		}
		const possible = [...joined(parts, extra, delimiter, hasNoSpaces)].filter(cells =>
			cells.every((cell, place) => fitsKind[place]!(cell)),
		);
		// Words that no other row has may be right: they only decide between ways that are as good.
		return (
			agreed(possible, wanted) ??
			agreed(
				possible.filter(cells => cells.every((cell, place) => fitsWords[place]!(cell))),
				wanted,
			)
		);
	};
}

/** The values that all the ways to read a row have in common where they are wanted. */
function agreed(
	possible: readonly (readonly string[])[],
	wanted: readonly number[],
): readonly string[] | undefined {
	const [first, ...others] = possible;
	return first && others.every(cells => wanted.every(place => cells[place] === first[place]))
		? first
		: undefined;
}

/** Every way to join that many neighbours. */
function* joined(
	parts: readonly string[],
	extra: number,
	delimiter: string,
	hasNoSpaces: boolean,
): Generator<readonly string[]> {
	if (extra === 0) {
		yield parts;
		return;
	}
	const mustJoin = hasNoSpaces ? parts.findIndex((part, index) => index > 0 && part.startsWith(' ')) : -1;
	const from = mustJoin > 0 ? mustJoin : 1;
	const to = mustJoin > 0 ? mustJoin : parts.length - 1;
	for (let at = from; at <= to; at++) {
		const one = [
			...parts.slice(0, at - 1),
			`${parts[at - 1]}${delimiter}${parts[at]}`,
			...parts.slice(at + 1),
		];
		yield* joined(one, extra - 1, delimiter, hasNoSpaces);
	}
}

const orBlank = (test: (text: string) => boolean) => (cell: string) => {
	const text = presentText(cell);
	return text === undefined || test(text);
};

const anything = () => true;

/** What a column holds in the rows that are sound: numbers, dates, codes of one length, or anything. */
function kindTest({present, numbers, dates}: ColumnSample): (cell: string) => boolean {
	if (present.length < tellingRows) {
		return anything;
	}
	if (numbers.numbers >= nearlyAll * present.length) {
		return orBlank(text => bareNumber(text) !== undefined);
	}
	if (dates.dates >= nearlyAll * present.length) {
		return orBlank(text => dateParts(text) !== undefined);
	}
	const length = present[0]!.length;
	return new Set(present).size >= tellingCodes &&
		present.every(text => text.length === length && !text.includes(' '))
		? orBlank(text => text.length === length && !text.includes(' '))
		: anything;
}

/** Where each word comes up several times any other would be a stranger. */
function wordTest({present}: ColumnSample): (cell: string) => boolean {
	const words = new Set(present);
	return present.length >= tellingRows && words.size * 8 <= present.length
		? orBlank(text => words.has(text))
		: anything;
}
