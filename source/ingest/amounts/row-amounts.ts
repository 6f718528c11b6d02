import type {Money} from '../../money.ts';
import type {AmountRule} from './amount-rule.ts';

/** What a row says of its amount: absent where it says nothing, `NaN` where it cannot be read. */
export type WrittenAmounts = {
	readonly quantity: number | undefined;
	readonly unitPrice: Money | undefined;
	/** The unit price with its decimals beyond the fourth, where it has some. */
	readonly finePrice?: number | undefined;
	readonly total: Money | undefined;
	readonly discount: number | undefined;
	/** The discount has a percent sign, whatever others in its column have. */
	readonly isDiscountShare?: boolean | undefined;
	readonly tax: Money | undefined;
	/** What was put right as it was read. */
	readonly repair?: string | undefined;
};

/** What a line counts and costs: absent where nothing tells, `NaN` where it cannot be read. */
export type LineAmounts = {
	readonly quantity: number | undefined;
	readonly unitPrice: Money | undefined;
	readonly discount: Money | undefined;
	/** Why the total cannot be right. */
	readonly total: string | undefined;
	/** What was worked out from the others. */
	readonly repair: string | undefined;
};

/** What the columns of a source say, whatever its rows do. */
export type AmountColumns = {
	readonly rule: AmountRule;
	readonly hasPrice: boolean;
	readonly hasTotal: boolean;
	/** Where all of the discounts are written as negative amounts. */
	readonly hasNegativeDiscounts: boolean;
};

/** Whether a row says a number, and one that can be read. */
export function isNumber(value: number | undefined): value is number {
	return value !== undefined && !Number.isNaN(value);
}

/** What a quantity costs, fractions of it too: exact for weights of up to six decimals. */
export function timesPrice(quantity: number, price: number): Money {
	return Math.round((Math.round(quantity * 1e6) * price) / 1e6);
}
