import type {Money} from '../../money.ts';
import type {Cells} from '../formats/table.ts';
import type {Columns, Field} from '../mapping/fields.ts';
import {type MinorUnits, minorReader} from '../values/minor-units.ts';
import {type NumberReader, numberReader} from '../values/number-reader.ts';
import type {NumberStyle} from '../values/number-style.ts';
import {presentText} from '../values/present-text.ts';
import type {RowNumbers} from './amount-rule.ts';

/** How the numbers of a table are written. */
export type WrittenNumbers = {
	readonly columns: Columns;
	readonly numbers: Readonly<Partial<Record<Field, NumberStyle>>>;
	/** Columns of money that count cents. */
	readonly minorUnits: MinorUnits;
};

/** The readers of the columns that hold numbers. */
export function numberReaders({
	numbers,
	minorUnits,
}: Pick<WrittenNumbers, 'numbers' | 'minorUnits'>): Readonly<Partial<Record<Field, NumberReader>>> {
	return Object.fromEntries(
		Object.entries(numbers).map(([field, style]) => {
			const reader = numberReader(style);
			const parts = minorUnits[field as Field];
			return [field, parts === undefined ? reader : minorReader(reader, parts)];
		}),
	);
}

const readersOf = new WeakMap<object, ReturnType<typeof numberReaders>>();

function readersFor(written: WrittenNumbers) {
	let readers = readersOf.get(written);
	if (!readers) {
		readers = numberReaders(written);
		readersOf.set(written, readers);
	}
	return readers;
}

/** An amount in a cell of a row; nothing where the row says nothing readable. */
export function moneyIn(written: WrittenNumbers, cells: readonly string[], field: Field): Money | undefined {
	const place = written.columns[field];
	const text = place === undefined ? undefined : presentText(cells[place]);
	return text === undefined ? undefined : readersFor(written)[field]?.money(text);
}

/** The numbers of a row that make its amount. */
export function rowNumbers(written: WrittenNumbers, cells: readonly string[]): RowNumbers {
	const readers = readersFor(written);
	const textOf = (field: Field) => {
		const place = written.columns[field];
		return place === undefined ? undefined : presentText(cells[place]);
	};
	const money = (field: Field) => moneyIn(written, cells, field);
	const plain = (field: Field) => {
		const text = textOf(field);
		const decimal = text === undefined ? undefined : readers[field]?.plain(text);
		return decimal === undefined ? undefined : Number(decimal);
	};
	const quantity = plain('quantity');
	return {
		quantity: written.columns.quantity === undefined ? 1 : quantity,
		unitPrice: money('unitPrice'),
		total: money('total'),
		discount: plain('discount'),
		tax: money('tax'),
	};
}

/** What a row comes to before any discount: quantity × price, or else its total. */
export function worthIn(written: WrittenNumbers, cells: readonly string[]): Money {
	const {quantity, unitPrice, total} = rowNumbers(written, cells);
	return (unitPrice === undefined || quantity === undefined ? total : quantity * unitPrice) ?? 0;
}

/** The amounts of a column that is taken for no field, row by row; nothing where a row says nothing readable. */
export function amountsIn(place: number, style: NumberStyle, cells: Cells): readonly (Money | undefined)[] {
	const {money} = numberReader(style);
	return cells.map(row => {
		const text = presentText(row[place]);
		return text === undefined ? undefined : money(text);
	});
}
