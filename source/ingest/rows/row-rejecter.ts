import type {RejectedRow} from '../../imported-line.ts';
import {rejectedAmount} from '../amounts/rejected-amount.ts';
import {signReader} from '../amounts/written-amounts.ts';
import type {TableRecord} from '../formats/table.ts';
import type {Field} from '../mapping/fields.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {presentText} from '../values/present-text.ts';
import type {RowWithAmounts} from './found-row.ts';
import type {RowCells} from './row-cells.ts';
import {type Fault, isNoLine} from './row-faults.ts';

/** Makes rejected rows of those with a fault: what they say in the field that is to blame, and what they come to. */
export function rowRejecter(table: TableUnderstanding, cellsOf: RowCells) {
	const {columns, amount: rule} = table;
	const signOf = signReader(table);

	return ({line, raw, place}: TableRecord, row: RowWithAmounts, fault: Fault): RejectedRow => {
		const {cells, worth, discount, written} = row;
		const {field, reason} = fault;
		return {
			lineNumber: line,
			field,
			reason,
			value:
				presentText(cells[columns[field as Field] ?? -1]) ??
				(field === 'currency' ? signOf(cells) : undefined),
			raw,
			amount: isNoLine(fault) ? 0 : rejectedAmount(worth, discount, written.total, rule),
			rejectedRow: cellsOf.rejectedRow(cells),
			place,
		};
	};
}
