import {numberReaders} from '../amounts/number-readers.ts';
import type {Field} from '../mapping/fields.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {presentText, withoutZeroFraction} from '../values/present-text.ts';

/** Reads a value of a row; nothing where there is no such column, or the row says nothing in it. */
export type CellReader<Value = string> = (cells: readonly string[]) => Value | undefined;

/** What reads the columns of a table that hold no amounts. */
export function rowCells(table: TableUnderstanding) {
	const {columns} = table;
	const text = (field: Field): CellReader => {
		const place = columns[field];
		return place === undefined ? nothing : cells => presentText(cells[place]);
	};
	return {
		order: remembering(text('order'), withoutZeroFraction),
		product: text('product'),
		productName: text('productName'),
		category: firstOf(text('categoryName'), text('category')),
		at: text('at'),
		time: text('time'),
		region: regionReader(columns.region),
		store: text('store'),
		city: text('city'),
		/** Who bought, by what the shop calls persons; not by their mailboxes. */
		customer: firstOf(text('person'), remembering(text('customer'), customerCodeOf)),
		customerName: firstOf(text('customerName'), fullName(text('firstName'), text('lastName'))),
		email: text('email'),
		age: wholeNumber(table, 'age'),
		currency: text('currency'),
		rejectedRow: rejectedRowReader(text('rejectedRow')),
	};
}

export type RowCells = ReturnType<typeof rowCells>;

const nothing: CellReader = () => undefined;

function firstOf(first: CellReader, second: CellReader): CellReader {
	return first === nothing ? second : second === nothing ? first : cells => first(cells) ?? second(cells);
}

/** The lines of an order follow one another, and much of them is the same. */
function remembering(read: CellReader, turn: (text: string) => string | undefined): CellReader {
	let last = '';
	let answer = turn(last);
	return cells => {
		const text = read(cells);
		if (text !== undefined && text !== last) {
			last = text;
			answer = turn(text);
		}
		return text === undefined ? undefined : answer;
	};
}

/** The customer id that shops write for guests: all of them together are no customer. */
const nobody = /^0(?:\.0*)?$/;

function customerCodeOf(text: string): string | undefined {
	return nobody.test(text) ? undefined : withoutZeroFraction(text);
}

function fullName(firstName: CellReader, lastName: CellReader): CellReader {
	return firstName === nothing && lastName === nothing
		? nothing
		: cells => [firstName(cells), lastName(cells)].filter(Boolean).join(' ') || undefined;
}

/** `NA` is a region of the world there, and not a word for nothing. */
function regionReader(place: number | undefined): CellReader {
	return place === undefined
		? nothing
		: cells => presentText(cells[place]) ?? (cells[place]?.trim() === 'NA' ? 'NA' : undefined);
}

function wholeNumber(table: TableUnderstanding, field: Field): CellReader<number> {
	const place = table.columns[field];
	const plain = numberReaders(table)[field]?.plain;
	return cells => {
		const text = place === undefined ? undefined : presentText(cells[place]);
		const number = text === undefined ? Number.NaN : Number(plain?.(text));
		return Number.isInteger(number) && number > 0 ? number : undefined;
	};
}

function rejectedRowReader(read: CellReader): CellReader<number> {
	return cells => {
		const text = read(cells);
		return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
	};
}
