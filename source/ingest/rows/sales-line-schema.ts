import * as z from 'zod';
import type {Money} from '../../money.ts';
import {reasons} from './reasons.ts';

/** A row as far as it was read: what is missing is `undefined`, what cannot be read `NaN`. */
export type LineDraft = {
	readonly order: string | undefined;
	readonly product: string | undefined;
	/** Units. */
	readonly quantity: number | undefined;
	readonly unitPrice: Money | undefined;
	readonly discount: Money | undefined;
	/** What is wrong about the total, if anything. */
	readonly total: string | undefined;
	/** UTC milliseconds; or why there is none. */
	readonly at: number | string | undefined;
	readonly currency: string | undefined;
	readonly isExpectedCurrency: boolean;
};

/** A hundred billion units: sums of many such lines stay exact. */
export const largestAmount: Money = 1e15;
const largestQuantity = 1e12;
const longestText = 1000;
const firstMoment = 0;
const lastMoment = Date.UTC(2100, 0, 1) - 1;

/** Whether a moment, in UTC milliseconds, is before 1970 or after 2099. */
export function isStrangeMoment(at: number): boolean {
	return !(at >= firstMoment && at <= lastMoment);
}

const missingOr = (missing: string, unreadable: string) => ({
	error: ({input}: {input?: unknown}) =>
		input === undefined ? missing : typeof input === 'string' ? input : unreadable,
});

const text = (missing: string) => z.string(missing).max(longestText, reasons.tooLong);

/** What a row must be to be loaded; the first issue is why it is not. */
const schema = z
	.object({
		order: text(reasons.noOrder),
		product: text(reasons.noProduct),
		quantity: z
			.number(missingOr(reasons.noQuantity, reasons.unreadableQuantity))
			.refine(quantity => quantity !== 0, reasons.zeroQuantity)
			.refine(quantity => Math.abs(quantity) <= largestQuantity, reasons.largeAmount),
		unitPrice: z
			.number(missingOr(reasons.noPrice, reasons.unreadablePrice))
			.refine(price => price >= 0, reasons.negativePrice),
		discount: z.number(missingOr(reasons.unreadableDiscount, reasons.unreadableDiscount)),
		total: z.undefined({error: ({input}) => String(input)}),
		at: z
			.number(missingOr(reasons.noDate, reasons.unreadableDate))
			.refine(at => !isStrangeMoment(at), reasons.strangeDate),
		isExpectedCurrency: z.literal(true, reasons.otherCurrency),
	})
	.refine(({quantity, unitPrice}) => Math.abs(quantity * unitPrice) <= largestAmount, {
		error: reasons.largeAmount,
		path: ['quantity'],
	})
	.refine(({quantity, discount}) => discount * Math.sign(quantity) >= 0, {
		error: reasons.negativeDiscount,
		path: ['discount'],
	})
	.refine(({quantity, unitPrice, discount}) => Math.abs(discount) <= Math.abs(quantity * unitPrice), {
		error: reasons.largeDiscount,
		path: ['discount'],
	});

/** A draft that can be loaded. */
export type GoodDraft = LineDraft & {
	readonly order: string;
	readonly product: string;
	readonly quantity: number;
	readonly unitPrice: Money;
	readonly discount: Money;
	readonly at: number;
};

/**
 * What the schema asks, in comparisons alone: nearly every row is good, and this finds so many times
 * faster. What it does not pass goes to the schema, which says why.
 */
export function isGood(draft: LineDraft): draft is GoodDraft {
	const {order, product, quantity, unitPrice, discount, total, at, isExpectedCurrency} = draft;
	if (
		order === undefined ||
		product === undefined ||
		quantity === undefined ||
		unitPrice === undefined ||
		discount === undefined ||
		typeof at !== 'number' ||
		total !== undefined
	) {
		return false;
	}
	const worth = Math.abs(quantity * unitPrice);
	return (
		isExpectedCurrency &&
		order.length <= longestText &&
		product.length <= longestText &&
		quantity !== 0 &&
		Number.isInteger(quantity) &&
		Math.abs(quantity) <= largestQuantity &&
		unitPrice >= 0 &&
		worth <= largestAmount &&
		Math.abs(discount) <= worth &&
		discount * quantity >= 0 &&
		!isStrangeMoment(at)
	);
}

/** What is wrong about a draft that is not good: the field and the reason. */
export function whatIsWrong(draft: LineDraft): {readonly field: string; readonly reason: string} {
	const issue = schema.safeParse(draft).error?.issues[0];
	if (!issue) {
		throw new Error('a row that the schema passes was held to be bad');
	}
	const field = String(issue.path[0]);
	return {field: field === 'isExpectedCurrency' ? 'currency' : field, reason: issue.message};
}
