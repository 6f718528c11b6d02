import type {Field} from '../mapping/fields.ts';
import {refundSentence} from '../refunds/refund-rule.ts';
import type {OrderDecision} from '../values/date-style.ts';
import type {NumberStyle} from '../values/number-style.ts';
import {givesBack} from '../values/order-state.ts';
import {columnsLeftOut} from './columns-left-out.ts';
import type {SheetChoice} from './survey-source.ts';
import type {TableUnderstanding} from './table-understanding.ts';

/** Columns that are left out of a wide table, by name. */
const mostNames = 40;

/** What was decided about a table beyond which column is what, in sentences. */
export function decisionsOf(table: TableUnderstanding): readonly string[] {
	const {shop, columns, misfits} = table;
	const leftOut = columnsLeftOut(table);
	return [
		...(shop ? [`recognised as an export of ${shop}`] : []),
		...likenessDecisions(table),
		...dateDecisions(table),
		...numberDecisions(table),
		...Object.entries(table.minorUnits).map(
			([field, parts]) => `${nameOf(table, field as Field)} counts cents: ${parts} of them are 1`,
		),
		...amountDecisions(table),
		...(table.isTotalShared
			? [
					`${nameOf(table, 'total')} is of whole orders: each line takes its part of it by its units, which is a guess (--map "total=${nameOf(table, 'total')}" takes it as that of each line)${columns.shipping === undefined && columns.tax === undefined ? '' : ', with what shipping and tax are in it'}`,
				]
			: []),
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
		...(leftOut.length > 0
			? [
					`left out: ${leftOut.slice(0, mostNames).join(', ')}${leftOut.length > mostNames ? ` and ${leftOut.length - mostNames} more` : ''}`,
				]
			: []),
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

function refundDecisions({refunds, header, matches}: TableUnderstanding): readonly string[] {
	const column = matches.find(({field}) => field === 'refund');
	const told = column && refundSentence(header[column.place]!.trim(), refunds);
	return [
		...(refunds.list === undefined
			? []
			: [
					`${header[refunds.list]!.trim()} lists what was given back: each is a return, an order of its own where it has a date`,
				]),
		...(told === undefined ? [] : [told]),
	];
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

function wordOf(field: Field): string {
	return field === 'at' ? 'date' : field === 'unitPrice' ? 'price' : field;
}

function nameOf({columns, header}: TableUnderstanding, field: Field): string {
	const place = columns[field];
	return place === undefined ? field : (header[place]?.trim() ?? field);
}

const orderWords = {dmy: 'day before month', mdy: 'month before day'} as const;

const orderReasons: Readonly<Record<OrderDecision['by'], string>> = {
	flag: 'as --date-order says',
	original: 'as in the import that rejected these rows',
	days: 'as days above 12 show',
	sequence: 'as the sequence of the rows shows',
	dots: 'as is usual with dots',
	others: 'as other columns show; --date-order says otherwise',
	precedent: 'as other sources with these columns show',
	beside: 'as other tables beside it show; --date-order says otherwise',
	country: 'which is a guess from how numbers and currency are written; --date-order says otherwise',
	guess: 'which is a guess, because no day is above 12; --date-order says otherwise',
};

const contradiction =
	'which is a guess, because days above 12 contradict each other; --date-order says otherwise';

const markReasons: Readonly<Record<NumberStyle['by'], string>> = {
	flag: 'as --decimal says',
	original: 'as in the import that rejected these rows',
	column: 'as the column shows',
	arithmetic: 'as quantity × price = total shows',
	others: 'as other columns show',
	precedent: 'as other sources with these columns show',
	beside: 'as other tables beside it show; --decimal says otherwise',
	country: 'as is usual with semicolons between values or dots in dates; --decimal says otherwise',
	guess: 'which is a guess; --decimal says otherwise',
};

function dateDecisions(table: TableUnderstanding): readonly string[] {
	const {dates} = table;
	if (!dates) {
		return [];
	}
	const name = nameOf(table, 'at');
	const numbered = {
		days: 'days since 1900, as Excel writes them',
		seconds: 'seconds since 1970',
		milliseconds: 'milliseconds since 1970',
	};
	return [
		...(dates.numbered ? [`${name} counts ${numbered[dates.numbered]}`] : []),
		...[...dates.orders.values()].map(
			({order, by, example, isContradicted}) =>
				`${name} has ${orderWords[order]}${example === '' ? '' : ` in "${example}"`}, ${by === 'guess' && isContradicted ? contradiction : orderReasons[by]}`,
		),
	];
}

function numberDecisions(table: TableUnderstanding): readonly string[] {
	return Object.entries(table.numbers).flatMap(([field, {mark, isMixed, by}]) => {
		const sample = table.samples[table.columns[field as Field]!]!.numbers;
		const name = nameOf(table, field as Field);
		if (isMixed) {
			return [`${name} mixes decimal points and commas: what can be read in two ways is not read`];
		}
		if (by === 'column') {
			return mark === ',' ? [`${name} has a decimal comma, as in "${sample.examples.clear}"`] : [];
		}
		if (sample.either === 0) {
			return [];
		}
		const grouped = sample.examples.either!.includes('.') === (mark === ',');
		const meaning = grouped ? 'groups of thousands' : 'decimals';
		return [`${name} has ${meaning} in "${sample.examples.either}", ${markReasons[by]}`];
	});
}

function amountDecisions(table: TableUnderstanding): readonly string[] {
	const {columns, matches, amount, isTotalShared} = table;
	if (table.shape === 'orders') {
		return [];
	}
	const total = nameOf(table, 'total');
	const discount = nameOf(table, 'discount');
	const hasAmounts = columns.unitPrice !== undefined || columns.total !== undefined;
	const discountWords = {
		amount: 'amounts off the line',
		fraction: 'shares of the price (0.15 is 15 %)',
		percent: 'percents of the price',
	};
	const totalWords = {
		net: columns.discount === undefined ? 'quantity × price' : 'quantity × price less the discount',
		gross: 'quantity × price before the discount',
		netWithTax: 'quantity × price and tax',
		grossWithTax: 'quantity × price and tax, before the discount',
	};
	return [
		...(!hasAmounts && table.shape === 'lines'
			? ['what a line costs is quantity × the price in the table of products']
			: []),
		...(hasAmounts && columns.quantity === undefined && table.shape !== 'products'
			? ['no column counts units: each row is one']
			: []),
		...(table.matches.some(({field, by}) => field === 'quantity' && by === 'arithmetic')
			? [`${nameOf(table, 'quantity')} is the quantity: quantity × price makes ${total} in every row`]
			: []),
		...(table.isWeighed
			? [
					`${nameOf(table, 'quantity')} has fractions, as of goods sold by weight: such a row is one unit at the price of all of it`,
				]
			: []),
		...(matches.some(({field, by}) => field === 'discount' && by === 'arithmetic')
			? [`${discount} is the discount, whatever its name is: it is what ${total} lacks`]
			: []),
		...shownPriceDecisions(table),
		...(columns.discount === undefined
			? []
			: [
					`${discount} holds ${discountWords[amount.discount]}${amount.discountBy === 'guess' ? ', which is a guess; --discount-kind says otherwise' : ''}`,
				]),
		...(columns.total === undefined || isTotalShared
			? []
			: columns.unitPrice === undefined
				? [
						`the price is ${total}${amount.total === 'netWithTax' ? ' less the tax' : ''} ÷ quantity${columns.discount === undefined ? '' : amount.total === 'gross' ? ', and the discount is taken off it' : ', and the discount is taken off it already'}`,
					]
				: amount.total === undefined
					? [`${total} is not used: it is not quantity × price in most rows`]
					: [`${total} is ${totalWords[amount.total]}`]),
	];
}

function shownPriceDecisions({shownPrice}: TableUnderstanding): readonly string[] {
	if (!shownPrice) {
		return [];
	}
	const {price} = shownPrice;
	const instead = `(--map "unitPrice=${price}" reckons with it)`;
	switch (shownPrice.is) {
		case 'net':
			return [
				`${price} is ${shownPrice.list} less ${shownPrice.discount}, which is not taken off again (--map "discount=${shownPrice.discount}" takes it off)`,
			];
		case 'listed':
			return [
				`${price} is not used: ${shownPrice.total} is quantity × ${price} in ${Math.round(shownPrice.share * 100)} % of the rows and other in the rest, so it is what was charged ${instead}`,
			];
		case 'earned':
			return [
				`${price} is not used: ${shownPrice.total} is ${shownPrice.cost} and ${shownPrice.profit}, so it is what was charged ${instead}`,
			];
	}
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

function orderDiscountDecisions(table: TableUnderstanding): readonly string[] {
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

/** Which sheet of a workbook is read, and how to read the others. */
export function sheetDecisions(choice: SheetChoice | undefined): readonly string[] {
	if (!choice || choice.others.length + choice.alike.length + choice.linked.length === 0) {
		return [];
	}
	const {read, alike, linked, others, isChosen} = choice;
	const count = 1 + alike.length + linked.length + others.length;
	const together = linked.length > 0 ? `, with ${quoted(linked)}` : '';
	const beside = alike.length > 0 ? `, and so ${listed(alike)} with the same columns` : '';
	const why = isChosen ? ', the first that holds sales' : '';
	const flags = others.map(name => `--sheet "${name}"`).join(', ');
	const rest = others.length > 0 ? `; for the others: ${flags}` : '';
	return [`sheet "${read}" is read, of ${count}${why}${beside}${together}${rest}`];
}

function listed(names: readonly string[]): string {
	return `${names.length > 1 ? 'are' : 'is'} ${quoted(names)}`;
}

function quoted(names: readonly string[]): string {
	return names.map(name => `"${name}"`).join(', ');
}
