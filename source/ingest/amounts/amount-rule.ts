import type {Money} from '../../money.ts';
import {countsMinorUnits} from '../values/minor-units.ts';

/** How the discounts of a column are written. */
export type DiscountKind = 'amount' | 'fraction' | 'percent';

/** What the total of a line is: after its discount or before, with the tax or without. */
export type TotalKind = 'net' | 'gross' | 'netWithTax' | 'grossWithTax';

/** What the numbers of one row say; absent where it says nothing or nothing readable. */
export type RowNumbers = {
	readonly quantity: number | undefined;
	readonly unitPrice: Money | undefined;
	readonly total: Money | undefined;
	/** As it is written: 15 for 15 %, or 0.15 of something, or an amount in units of the currency. */
	readonly discount: number | undefined;
	readonly tax: Money | undefined;
};

export type AmountRule = {
	/** Absent where there is no total, or one that has nothing to do with quantity and price. */
	readonly total: TotalKind | undefined;
	readonly discount: DiscountKind;
	/** What decided how discounts are written: somebody, percent signs, the header, sources with the same columns, the totals, another column of amounts, or nothing. */
	readonly discountBy: 'asked' | 'column' | 'sign' | 'header' | 'precedent' | 'totals' | 'guess';
	/** What share of the rows that tell agrees with the rule; absent where none tells. */
	readonly agreement: number | undefined;
};

const half = 0.5;

/** A rule that fits less of the rows than this is no rule; a few rows may have a slip among them. */
const leastAgreement = (rows: number) => (rows < 10 ? 0.6 : 0.8);

/** Prices are written to the cent: each unit may be off by half of one, and the total by a whole one. */
export function isWithinRounding(one: Money, other: Money, quantity: number): boolean {
	return Math.abs(one - other) <= 100 + 50 * Math.abs(quantity);
}

/** What is taken off the line, with the sign of what it is worth. */
export function discountOf(worth: Money, discount: number, kind: DiscountKind): Money {
	const size = Math.abs(discount);
	switch (kind) {
		case 'amount':
			return Math.round(size * 10_000) * Math.sign(worth);
		case 'fraction':
			return Math.round(worth * size);
		case 'percent':
			return Math.round((worth * size) / 100);
	}
}

/** The total that a line must have by a rule. */
export function expectedTotal(worth: Money, discount: Money, tax: Money, kind: TotalKind): Money {
	switch (kind) {
		case 'net':
			return worth - discount;
		case 'gross':
			return worth;
		case 'netWithTax':
			return worth - discount + tax;
		case 'grossWithTax':
			return worth + tax;
	}
}

/** What is known of the discounts of a table beside its amounts. */
type DiscountKnowledge = {
	/** Of the discounts, which may say what they are. */
	readonly discountHeader?: string;
	/** They are written with a percent sign, and read as shares. */
	readonly isPercent?: boolean;
	readonly asked?: DiscountKind | undefined;
	/** In sources with the same columns. */
	readonly precedent?: DiscountKind | undefined;
};

/** Finds out from rows that hold all of it how price, quantity, discount and total hang together. */
export function decideAmountRule(rows: readonly RowNumbers[], knowledge: DiscountKnowledge = {}): AmountRule {
	const likely = likelyRule(rows, knowledge);
	const telling = rows.filter(
		({quantity, unitPrice, total}) =>
			quantity !== undefined && unitPrice !== undefined && total !== undefined && quantity !== 0,
	);
	if (telling.length === 0) {
		return {...likely, total: rows.some(({total}) => total !== undefined) ? 'net' : undefined};
	}
	const isSaid = knowledge.asked !== undefined || knowledge.isPercent === true;
	const others = isSaid ? [] : discountKinds.filter(kind => kind !== likely.discount);
	const {best, isShown} = bestRule(telling, likely, [likely.discount, ...others]);
	if (best.agreement < leastAgreement(telling.length)) {
		return {...likely, agreement: best.agreement};
	}
	return isShown ? {...best, discountBy: 'totals'} : best;
}

const discountKinds = ['amount', 'fraction', 'percent'] as const satisfies readonly DiscountKind[];

/** How discounts are written as far as anything but the totals tells. */
function likelyRule(
	rows: readonly RowNumbers[],
	{discountHeader = '', isPercent = false, asked, precedent}: DiscountKnowledge,
): AmountRule {
	const ways = [
		[asked, 'asked'],
		[isPercent ? 'fraction' : undefined, 'sign'],
		[discountInHeader(rows, discountHeader), 'header'],
		[precedent, 'precedent'],
	] as const;
	const [discount = likelyDiscount(rows), discountBy] = ways.find(([way]) => way !== undefined) ?? [
		undefined,
		'guess',
	];
	return {total: undefined, discount, discountBy, agreement: undefined};
}

/**
 * The rule that fits most rows.
 *
 * @param kinds of discounts, the likeliest first
 * @returns with it whether one kind of discount fits more rows than the others
 */
function bestRule(
	telling: readonly RowNumbers[],
	likely: AmountRule,
	kinds: readonly DiscountKind[],
): {readonly best: AmountRule & {readonly agreement: number}; readonly isShown: boolean} {
	let best = {...likely, agreement: 0};
	const agreements = new Map<DiscountKind, number>();
	for (const discount of kinds) {
		for (const total of ['net', 'gross', 'netWithTax', 'grossWithTax'] as const) {
			const straight = telling.filter(row => fits(row, total, discount)).length;
			const returns = telling.filter(row => isReturn(row) && fits(mirrored(row), total, discount)).length;
			// Where all totals have a minus they are no returns.
			const fitting = straight + Math.min(returns, straight);
			agreements.set(discount, Math.max(agreements.get(discount) ?? 0, fitting));
			// A little more must fit to overrule the likelier reading.
			if (fitting / telling.length > best.agreement + (best.agreement > 0 ? 0.001 : 0)) {
				best = {...likely, total, discount, agreement: fitting / telling.length};
			}
		}
	}
	const ofBest = agreements.get(best.discount)!;
	const isShown = [...agreements].every(([kind, fitting]) => kind === best.discount || fitting < ofBest);
	return {best, isShown: isShown && agreements.size > 1};
}

function fits(row: RowNumbers, total: TotalKind, kind: DiscountKind): boolean {
	const quantity = row.quantity!;
	const worth = quantity * row.unitPrice!;
	const discount = discountOf(worth, row.discount ?? 0, kind);
	return isWithinRounding(expectedTotal(worth, discount, row.tax ?? 0, total), row.total!, quantity);
}

/** Whether only the total has the minus of a return. */
function isReturn({quantity, unitPrice, total}: RowNumbers): boolean {
	return quantity! > 0 && unitPrice! > 0 && total! < 0;
}

function mirrored(row: RowNumbers): RowNumbers {
	return {...row, total: -row.total!, tax: row.tax === undefined ? undefined : Math.abs(row.tax)};
}

function discountSizes(rows: readonly RowNumbers[]): readonly number[] {
	return rows.map(({discount}) => Math.abs(discount ?? 0)).filter(size => size > 0);
}

function highestOf(sizes: readonly number[]): number {
	return sizes.reduce((highest, size) => Math.max(highest, size), 0);
}

function discountInHeader(rows: readonly RowNumbers[], header: string): DiscountKind | undefined {
	const most = highestOf(discountSizes(rows));
	if (/%|percent|pct|prozent/i.test(header)) {
		return most <= 1 ? 'fraction' : 'percent';
	}
	if (/amount|value|betrag|montant|importe/i.test(header) || countsMinorUnits(header)) {
		return 'amount';
	}
	return /rate/i.test(header) ? (most <= 1 ? 'fraction' : 'percent') : undefined;
}

function likelyDiscount(rows: readonly RowNumbers[]): DiscountKind {
	const sizes = discountSizes(rows);
	const isShare = sizes.length > 0 && highestOf(sizes) <= 1 && sizes.some(size => size !== 1);
	// Where prices stand in another table, nobody takes off parts of a coin alone.
	const isUnpriced = rows.every(({unitPrice, total}) => unitPrice === undefined && total === undefined);
	if (isShare && isUnpriced) {
		return 'fraction';
	}
	// A discount below a cent per unit of price is a share of it.
	const isTiny = rows.filter(
		({discount, ...row}) => discount && Math.abs(discount) * 10_000 < priceOf(row),
	).length;
	return isShare && isTiny > half * sizes.length ? 'fraction' : 'amount';
}

function priceOf({unitPrice, total, quantity}: Pick<RowNumbers, 'unitPrice' | 'total' | 'quantity'>): Money {
	return unitPrice ?? Math.abs((total ?? 0) / (quantity || 1));
}
