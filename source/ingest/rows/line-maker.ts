import type {ImportedLine} from '../../imported-line.ts';
import type {TableRecord} from '../formats/table.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {withoutZeroFraction} from '../values/present-text.ts';
import type {RowWithAmounts} from './found-row.ts';
import type {RowCells} from './row-cells.ts';
import type {GoodDraft} from './sales-line-schema.ts';

/**
 * Makes order lines of good rows, with what the tables that they refer to say of them.
 *
 * @param links those tables, where the rows are not whole sales
 */
export function lineMaker({columns}: TableUnderstanding, cellsOf: RowCells, links: LinkedTables | undefined) {
	const hasOrder = columns.order !== undefined;

	return (record: TableRecord, row: RowWithAmounts, draft: GoodDraft): ImportedLine => {
		const {cells, name, entry, header, written} = row;
		const isAtRepaired = !links?.orders && cellsOf.at(cells) === undefined;
		return {
			order: draft.order,
			product: links?.products ? withoutZeroFraction(draft.product) : draft.product,
			productName: name ?? entry?.name,
			category: cellsOf.category(cells) ?? entry?.category,
			quantity: draft.quantity + 0,
			unitPrice: draft.unitPrice,
			discount: draft.discount + 0,
			amount: draft.quantity * draft.unitPrice - draft.discount + 0,
			at: draft.at,
			region: cellsOf.region(cells) ?? header?.region,
			store: cellsOf.store(cells) ?? header?.store,
			city: cellsOf.city(cells) ?? header?.city,
			customer: header?.customer ?? cellsOf.customer(cells) ?? (links ? undefined : cellsOf.email(cells)),
			customerName: cellsOf.customerName(cells) ?? header?.customerName,
			email: cellsOf.email(cells) ?? header?.email,
			age: cellsOf.age(cells),
			repair:
				row.repair ??
				written.repair ??
				(isAtRepaired ? 'at' : record.problem === undefined ? undefined : 'row'),
			rejectedRow: cellsOf.rejectedRow(cells),
			lineNumber: record.line,
			record: hasOrder && !links ? record.record : undefined,
			raw: record.raw,
		};
	};
}
