import type {DiscountKind, TotalKind} from '../../amounts/amount-rule.ts';
import type {TableUnderstanding} from '../table-understanding.ts';
import {nameOf} from './column-words.ts';

/** What the numbers of a line are, and which of them are reckoned with. */
export function amountDecisions(table: TableUnderstanding): readonly string[] {
	return table.shape === 'orders'
		? []
		: [
				...quantityDecisions(table),
				...provenDiscountDecisions(table),
				...shownPriceDecisions(table),
				...discountDecisions(table),
				...totalDecisions(table),
			];
}

function quantityDecisions(table: TableUnderstanding): readonly string[] {
	const {columns, matches} = table;
	const total = nameOf(table, 'total');
	const hasAmounts = columns.unitPrice !== undefined || columns.total !== undefined;
	return [
		...(!hasAmounts && table.shape === 'lines'
			? ['what a line costs is quantity × the price in the table of products']
			: []),
		...(hasAmounts && columns.quantity === undefined && table.shape !== 'products'
			? ['no column counts units: each row is one']
			: []),
		...(matches.some(({field, by}) => field === 'quantity' && by === 'arithmetic')
			? [`${nameOf(table, 'quantity')} is the quantity: quantity × price makes ${total} in every row`]
			: []),
		...(table.isWeighed
			? [
					`${nameOf(table, 'quantity')} has fractions, as of goods sold by weight: such a row is one unit at the price of all of it`,
				]
			: []),
	];
}

function provenDiscountDecisions(table: TableUnderstanding): readonly string[] {
	const isProven = table.matches.some(({field, by}) => field === 'discount' && by === 'arithmetic');
	return isProven
		? [
				`${nameOf(table, 'discount')} is the discount, whatever its name is: it is what ${nameOf(table, 'total')} lacks`,
			]
		: [];
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

const discountWords: Readonly<Record<DiscountKind, string>> = {
	amount: 'amounts off the line',
	fraction: 'shares of the price (0.15 is 15 %)',
	percent: 'percents of the price',
};

function discountDecisions(table: TableUnderstanding): readonly string[] {
	const {columns, amount} = table;
	const but = amount.discountBy === 'guess' ? ', which is a guess; --discount-kind says otherwise' : '';
	return columns.discount === undefined
		? []
		: [`${nameOf(table, 'discount')} holds ${discountWords[amount.discount]}${but}`];
}

function totalDecisions(table: TableUnderstanding): readonly string[] {
	const {columns, amount, isTotalShared} = table;
	if (columns.total === undefined || isTotalShared) {
		return [];
	}
	const total = nameOf(table, 'total');
	const hasDiscount = columns.discount !== undefined;
	if (columns.unitPrice === undefined) {
		const lessTax = amount.total === 'netWithTax' ? ' less the tax' : '';
		const taken = amount.total === 'gross' ? 'is taken off it' : 'is taken off it already';
		return [`the price is ${total}${lessTax} ÷ quantity${hasDiscount ? `, and the discount ${taken}` : ''}`];
	}
	const totalWords: Readonly<Record<TotalKind, string>> = {
		net: hasDiscount ? 'quantity × price less the discount' : 'quantity × price',
		gross: 'quantity × price before the discount',
		netWithTax: 'quantity × price and tax',
		grossWithTax: 'quantity × price and tax, before the discount',
	};
	return [
		amount.total === undefined
			? `${total} is not used: it is not quantity × price in most rows`
			: `${total} is ${totalWords[amount.total]}`,
	];
}
