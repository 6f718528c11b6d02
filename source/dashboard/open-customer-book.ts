import type {CustomerSum} from '../store/customers/customer-sales.ts';
import {
	type CountedCustomer,
	type CustomerBook,
	countCustomer,
	createCountedBook,
	createStoredBook,
	customerPages,
} from './customer-book.ts';
import type {Span} from './dashboard.ts';
import {endOfSales, startOfSales} from './ends-of-sales.ts';
import type {PastOptions} from './past-options.ts';
import type {Step} from './slices.ts';
import {eachRange} from './span-steps.ts';
import {runAllInSlices} from './turns.ts';

export type CustomerBookOptions = Pick<PastOptions, 'window' | 'questions'> & {
	readonly turns: Pick<PastOptions['turns'], 'pause'>;
};

/**
 * Opens the book of what all customers have brought. Its pages are read in one transaction: totals that
 * change between two would be counted twice or not at all.
 *
 * @param isPast whether there are orders at or after the moment of the window
 */
export async function openCustomerBook(
	{window, questions, turns}: CustomerBookOptions,
	isPast: boolean,
): Promise<CustomerBook> {
	if (!isPast) {
		return createStoredBook(questions);
	}
	const now = window.span.to;
	const totals = new Map<number, CountedCustomer>();
	const count = (rows: readonly CustomerSum[], sign: 1 | -1) => {
		for (const row of rows) {
			countCustomer(totals, row, sign);
		}
	};
	const everyone: Step = function* () {
		for (const page of customerPages(questions)) {
			count(page, 1);
			yield 0;
		}
	};
	const eachSale = (span: Span, sign: 1 | -1): Step =>
		eachRange(span, questions, range => count(questions.customerSales(range), sign));
	const first = startOfSales(now, questions);
	const end = endOfSales(now, questions);
	const isNearerToFirst = now - first < end - now;
	await runAllInSlices(
		isNearerToFirst ? [eachSale({from: first, to: now}, 1)] : [everyone, eachSale({from: now, to: end}, -1)],
		// What else is read of the past comes after.
		share => turns.pause(share / 2),
	);
	return createCountedBook(totals, questions.customerTotals.previousOrderAt);
}
