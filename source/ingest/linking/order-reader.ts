import type {Zone} from '../../business-time.ts';
import {moneyIn, numberReaders} from '../amounts/number-readers.ts';
import {takesColumn} from '../refunds/refund-rule.ts';
import {reasonOfMoment, reasons} from '../rows/reasons.ts';
import {nothingReader} from '../rows/row-kinds.ts';
import {isStrangeMoment} from '../rows/sales-line-schema.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {columnMomentReader} from '../values/moment-reader.ts';
import {withoutZeroFraction} from '../values/present-text.ts';
import {type EntryReader, entryReader, type ReadRow} from './entry-reader.ts';
import type {LinkedTables, OrderHeader} from './linked-tables.ts';
/**
 * Reads a table of orders, of which the lines stand in another.
 *
 * @param isKnown whether the database holds an order of that number
 */
export function orderReader(
	table: TableUnderstanding,
	zone: Zone,
	{customers, stores}: Pick<LinkedTables, 'customers' | 'stores'>,
	isKnown: (number: string) => boolean,
): EntryReader<{readonly number: string; readonly header: OrderHeader}> {
	const momentOf = columnMomentReader(table, zone);
	const discountIn = orderDiscountReader(table);
	const isNothing = nothingReader(table, false);
	const hasRefunds = takesColumn(table.refunds);
	return entryReader(table, ({text, reject, cells}) => {
		const written = text('order');
		if (written === undefined) {
			return reject('order', reasons.noOrder);
		}
		const number = withoutZeroFraction(written);
		const date = text('at');
		const at = date === undefined ? undefined : momentOf?.(date, text('time'));
		if (typeof at !== 'number') {
			return reject('at', date === undefined ? reasons.noDate : reasonOfMoment(at ?? 'unreadable'));
		}
		if (isStrangeMoment(at)) {
			return reject('at', reasons.strangeDate);
		}
		const customerText = text('customer');
		const key = customerText === undefined ? undefined : withoutZeroFraction(customerText);
		const customer = key === undefined ? undefined : customers?.get(key);
		if (customers && key !== undefined && !customer) {
			return reject('customer', reasons.unknownCustomer);
		}
		const storeText = text('store');
		const store = storeText === undefined ? undefined : stores.get(storeText);
		return {
			entry: {
				number,
				header: {
					at,
					customer: customer?.code ?? key,
					customerName: customer?.name ?? text('customerName'),
					email: customer?.email ?? text('email'),
					region: text('region') ?? store?.region ?? customer?.region,
					store: store?.name ?? storeText,
					city: store?.city ?? (storeText === undefined ? undefined : text('city')),
					discount: discountIn(text),
					refund: hasRefunds ? moneyIn(table, cells, 'refund') : undefined,
					total: moneyIn(table, cells, 'orderTotal') ?? moneyIn(table, cells, 'total'),
					isNothing: isNothing(cells, number),
					isKnown: isKnown(number),
					isUsed: false,
				},
			},
		};
	});
}

/** What is taken off all lines of an order, as the table of orders has it. */
function orderDiscountReader(table: TableUnderstanding) {
	const {columns, amount} = table;
	const field = columns.orderDiscount === undefined ? 'discount' : 'orderDiscount';
	const read = numberReaders(table)[field];
	const isAmount = field === 'orderDiscount' || amount.discount === 'amount';
	return (text: ReadRow['text']): OrderHeader['discount'] => {
		const written = columns[field] === undefined ? undefined : text(field);
		const number = written === undefined ? undefined : read?.plain(written);
		const size = Math.abs(Number(number ?? 0));
		if (written === undefined || size === 0) {
			return undefined;
		}
		return isAmount
			? {discount: read?.money(written) ?? 0}
			: {share: Math.min(1, amount.discount === 'percent' ? size / 100 : size)};
	};
}
