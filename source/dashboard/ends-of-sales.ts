import type {StoreQuestions} from '../store/store-questions.ts';

/** When the first order of all is dated that comes before a moment; that moment where there is none. */
export function startOfSales(now: number, questions: StoreQuestions): number {
	return Math.min(questions.firstOrderAt() ?? now, now);
}

/** A moment after the last order of all; the given one where there is none. */
export function endOfSales(now: number, questions: StoreQuestions): number {
	return (questions.ordersWithLines.latestAt(Number.MAX_SAFE_INTEGER) ?? now) + 1;
}
