import {decideAmountRule} from '../amounts/amount-rule.ts';
import {rowNumbers, type WrittenNumbers} from '../amounts/number-readers.ts';
import type {Cells} from '../formats/table.ts';
import {decideNumberStyle} from '../values/number-style.ts';
import type {ColumnSample} from './column-sample.ts';
import type {Columns} from './fields.ts';
import type {ColumnMatches, Match} from './match-columns.ts';

/**
 * Where no column is named after a quantity and not every row is one unit, the column of numbers by which
 * quantity × price makes the total of every row is the quantity.
 */
export function withProvenQuantity(
	found: ColumnMatches,
	samples: readonly ColumnSample[],
	cells: Cells,
): ColumnMatches {
	const {columns, matches} = found;
	if (columns.quantity !== undefined || columns.unitPrice === undefined || columns.total === undefined) {
		return found;
	}
	const taken = new Set(matches.map(({place}) => place));
	if (isEveryTotalMade(columns, samples, cells)) {
		return found;
	}
	const proven = samples.find(
		({place, present, numbers}) =>
			!taken.has(place) &&
			present.length > 0 &&
			numbers.numbers === present.length &&
			isEveryTotalMade({...columns, quantity: place}, samples, cells),
	);
	if (!proven) {
		return found;
	}
	const match: Match = {
		field: 'quantity',
		header: proven.header,
		place: proven.place,
		confidence: 0.9,
		by: 'arithmetic',
	};
	return {
		columns: {...columns, quantity: proven.place},
		matches: [...matches, match],
		misfits: found.misfits.filter(({field}) => field !== 'quantity'),
	};
}

function isEveryTotalMade(columns: Columns, samples: readonly ColumnSample[], cells: Cells): boolean {
	const all = samples.map(({numbers}) => numbers);
	const written: WrittenNumbers = {
		columns,
		numbers: Object.fromEntries(
			(['quantity', 'unitPrice', 'total', 'discount', 'tax'] as const)
				.filter(field => columns[field] !== undefined)
				.map(field => [field, decideNumberStyle(samples[columns[field]!]!.numbers, all)]),
		),
		minorUnits: {},
	};
	return decideAmountRule(cells.map(row => rowNumbers(written, row))).agreement === 1;
}
