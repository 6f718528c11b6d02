import {type ImportedLine, voucherRepair} from '../../imported-line.ts';
import {moneyIn, type WrittenNumbers} from '../amounts/number-readers.ts';
import type {Cells, TableRecord} from '../formats/table.ts';
import type {Columns, Field} from '../mapping/fields.ts';
import {orderNumberIn} from '../rows/order-number.ts';
import {reasons} from '../rows/reasons.ts';
import type {SalesRow} from '../rows/sales-row.ts';
import {isRejected} from '../rows/sales-row.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {presentText} from '../values/present-text.ts';
import type {DiscountedRows} from './discounted-rows.ts';
import {isWholeOrder, type OrderRow} from './order-discount-rule.ts';
import {spreadDiscount} from './spread-discount.ts';

const discountWord =
	/discount|voucher|coupon|promo|rabatt|gutschein|remise|r[ée]duction|descuento|cup[óo]n|desconto|sconto|buono|korting/i;

/** Whether a product is what is taken off an order. */
export function isDiscountWord(text: string | undefined): boolean {
	return text !== undefined && discountWord.test(text);
}

/** Whether orders have lines below nothing that their totals may show to be discounts. */
export function hasDiscountLines(table: WrittenNumbers, cells: Cells): boolean {
	const {columns} = table;
	return (
		columns.order !== undefined &&
		(columns.orderTotal ?? columns.orderSubtotal) !== undefined &&
		cells.some(row => isNamedDiscount(columns, row) && (moneyIn(table, row, 'unitPrice') ?? 0) < 0)
	);
}

function isNamedDiscount(columns: Columns, cells: readonly string[]): boolean {
	return (['product', 'productName'] as const).some(field =>
		isDiscountWord(presentText(cells[columns[field] ?? -1])),
	);
}

/** Takes lines that are called discounts off the others of their order, where its total shows that they are. */
export function withoutDiscountLines(table: TableUnderstanding, inner: DiscountedRows): DiscountedRows {
	const {columns} = table;
	/** What the rows of an order say of it beside their lines. */
	let said: {readonly order: string; readonly raw: string; readonly of: Omit<OrderRow, 'worth'>}[] = [];
	let rows: SalesRow[] = [];
	let order: string | undefined;

	const hear = ({cells, raw, problem}: TableRecord) => {
		const number = problem === undefined ? orderNumberIn(columns, cells) : undefined;
		if (number !== undefined) {
			const money = (field: Field) => moneyIn(table, cells, field);
			said.push({
				order: number,
				raw,
				of: {
					order: number,
					lineDiscount: 0,
					tax: money('tax'),
					orderDiscount: undefined,
					orderSubtotal: money('orderSubtotal'),
					orderTotal: money('orderTotal'),
					shipping: money('shipping'),
				},
			});
		}
	};

	const complete = (): readonly SalesRow[] => {
		const next = said.findIndex(each => each.order !== order);
		const own = said.splice(0, next < 0 ? said.length : next);
		const all = rows;
		rows = [];
		return lessDiscountLines(
			all,
			own.map(({of}) => of),
		);
	};

	function* byOrder(some: Iterable<SalesRow>): Generator<SalesRow> {
		for (const row of some) {
			const number = isRejected(row) ? said.find(({raw}) => raw === row.raw)?.order : row.order;
			if (number !== undefined && number !== order) {
				yield* complete();
				order = number;
				const first = said.findIndex(each => each.order === number);
				said = first < 0 ? said : said.slice(first);
			}
			rows.push(row);
		}
	}

	return {
		*read(records) {
			records.forEach(hear);
			yield* byOrder(inner.read(records));
		},
		end: () => [...byOrder(inner.end()), ...complete()],
	};
}

function lessDiscountLines(
	rows: readonly SalesRow[],
	said: readonly Omit<OrderRow, 'worth'>[],
): readonly SalesRow[] {
	const discounts = rows.filter(row => isRejected(row) && row.reason === reasons.negativeDiscountLine);
	const lines = rows.filter((row): row is ImportedLine => !isRejected(row));
	const sumOf = (some: readonly SalesRow[]) => some.reduce((sum, {amount}) => sum + amount, 0);
	const goods = sumOf(lines);
	const off = -sumOf(discounts);
	const isTotal = (worth: number) =>
		isWholeOrder(said.map((of, place) => ({...of, worth: place ? 0 : worth})));
	const isProven =
		discounts.length > 0 &&
		// Each of them counts with a line of its own.
		discounts.length <= lines.length &&
		lines.every(({amount}) => amount >= 0) &&
		off <= goods &&
		isTotal(goods - off) &&
		!isTotal(goods);
	if (!isProven) {
		return rows;
	}
	const shares = spreadDiscount(
		off,
		lines.map(({amount}) => amount),
	);
	const reduced = lines.map((line, place) => ({
		...line,
		discount: line.discount + shares[place]!,
		amount: line.amount - shares[place]!,
		repair: place < discounts.length ? voucherRepair : line.repair,
	}));
	return [...rows.filter(row => isRejected(row) && !discounts.includes(row)), ...reduced];
}
