import type {TableUnderstanding} from '../table-understanding.ts';
import {nameOf} from './column-words.ts';

/** How the total of a whole order is taken, where it stands in the place of that of a line. */
export function sharedTotalDecisions(table: TableUnderstanding): readonly string[] {
	const {columns, isTotalShared} = table;
	const total = nameOf(table, 'total');
	const besides =
		columns.shipping === undefined && columns.tax === undefined
			? ''
			: ', with what shipping and tax are in it';
	return isTotalShared
		? [
				`${total} is of whole orders: each line takes its part of it by its units, which is a guess (--map "total=${total}" takes it as that of each line)${besides}`,
			]
		: [];
}

/** How the discounts of whole orders are taken. */
export function orderDiscountDecisions(table: TableUnderstanding): readonly string[] {
	const {orderDiscount, columns} = table;
	if (!orderDiscount) {
		return [];
	}
	const name = nameOf(table, 'orderDiscount');
	if (orderDiscount.is === 'taken') {
		return [`${name} is not taken off: the totals of orders show that what lines cost is after it`];
	}
	const instead =
		orderDiscount.is === 'containing' && columns.discount !== undefined
			? `, in place of ${nameOf(table, 'discount')}, which is part of it`
			: '';
	const but = orderDiscount.isSubtotalNet
		? `, without what ${nameOf(table, 'orderSubtotal')} shows to be off shipping`
		: '';
	return [
		`${name} is of the whole order: it is taken off once, spread over the lines by what they are worth${instead}${but}${orderDiscount.by === 'guess' ? `, which is a guess; --map "discount=${name}" takes it off each line` : ''}`,
	];
}
