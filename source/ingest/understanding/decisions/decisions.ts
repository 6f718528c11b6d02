import {givesBack} from '../../values/order-state.ts';
import {columnsLeftOut} from '../columns-left-out.ts';
import type {TableUnderstanding} from '../table-understanding.ts';
import {amountDecisions} from './amount-decisions.ts';
import {nameOf, wordOf} from './column-words.ts';
import {orderDiscountDecisions, sharedTotalDecisions} from './order-decisions.ts';
import {refundDecisions} from './refund-decisions.ts';
import {dateDecisions, minorUnitDecisions, numberDecisions} from './writing-decisions.ts';

/** What was decided about a table beyond which column is what, in sentences. */
export function decisionsOf(table: TableUnderstanding): readonly string[] {
	const {shop, columns, misfits} = table;
	return [
		...(shop ? [`recognised as an export of ${shop}`] : []),
		...likenessDecisions(table),
		...dateDecisions(table),
		...numberDecisions(table),
		...minorUnitDecisions(table),
		...amountDecisions(table),
		...sharedTotalDecisions(table),
		...orderDiscountDecisions(table),
		...(columns.stock !== undefined && table.shape === 'sales'
			? [
					`${nameOf(table, 'stock')} is what is left after the sales: that beside the latest sale of each product is kept`,
				]
			: []),
		...(table.hasUnsignedReturns
			? [
					`rows of negative ${nameOf(table, 'quantity')} are returns, whatever signs their amounts have: all of them are written so`,
				]
			: []),
		...(table.hasDiscountLines
			? ['lines that are called discounts are taken off the others of their order, where its total shows it']
			: []),
		...kindDecisions(table),
		...(columns.order === undefined && (table.shape === 'sales' || table.shape === 'lines')
			? ['no column numbers the orders: each row is an order of its own']
			: []),
		...standInDecisions(table),
		...(table.usesNameForCode
			? [`where ${nameOf(table, 'product')} is blank, ${nameOf(table, 'productName')} stands for it`]
			: []),
		...(table.isUtc ? [`${nameOf(table, 'at')} is in UTC, as its header says`] : []),
		...misfits.map(
			({header, field, example}) => `${header} is no ${wordOf(field)}: most of it is like "${example}"`,
		),
		...refundDecisions(table),
		...leftOutDecisions(table),
	];
}

/** Surer than so, a name only has its words in another order, or one more that says nothing. */
const sure = 0.85;

function likenessDecisions({matches}: TableUnderstanding): readonly string[] {
	const unsure = matches.filter(({by, confidence}) => by === 'likeness' && confidence < sure);
	const told = unsure.map(
		({field, header, confidence}) => `${header} → ${field} (${Math.round(confidence * 100)} % sure)`,
	);
	return told.length > 0 ? [`names that are nearly known: ${told.join(', ')}; --map says otherwise`] : [];
}

function standInDecisions(table: TableUnderstanding): readonly string[] {
	const {columns} = table;
	const isKind =
		columns.product !== undefined &&
		(columns.product === columns.category || columns.product === columns.subcategory);
	const isShared = table.matches.some(({field, by}) => field === 'product' && by === 'sharedKey');
	return [
		...(isKind ? [`no column names a product: ${nameOf(table, 'product')} stands for it`] : []),
		...(isShared ? [`${nameOf(table, 'product')} is the product: another table knows its prices by it`] : []),
	];
}

function kindDecisions(table: TableUnderstanding): readonly string[] {
	const {columns, samples} = table;
	const refunds = columns.kind === undefined ? [] : samples[columns.kind]!.present.filter(givesBack);
	return refunds.length === 0
		? []
		: [
				`${nameOf(table, 'kind')} tells refunds from sales: "${refunds[0]}" is a return, whatever its signs are`,
			];
}

/** Columns that are left out of a wide table, by name. */
const mostNames = 40;

function leftOutDecisions(table: TableUnderstanding): readonly string[] {
	const names = columnsLeftOut(table);
	const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
	return names.length === 0 ? [] : [`left out: ${names.slice(0, mostNames).join(', ')}${more}`];
}
