import type {StoreQuestions} from '../store/store-questions.ts';

/** A moment after the last order of all; the given one where there is none. */
export function endOfSales(now: number, questions: StoreQuestions): number {
	return (questions.ordersWithLines.latestAt(Number.MAX_SAFE_INTEGER) ?? now) + 1;
}
