import {endOfSales} from './ends-of-sales.ts';
import type {PastOptions} from './past-options.ts';
import {productSums} from './span-steps.ts';
import {createCountedStock, createStoredStock, type StockBook} from './stock-book.ts';
import {runAllInSlices} from './turns.ts';

/** What is there now, plus what was sold since, less what came since. */
export async function openStockBook({window, isAsked, questions, turns}: PastOptions): Promise<StockBook> {
	if (!isAsked) {
		return createStoredStock(questions);
	}
	const now = window.span.to;
	const stock = createCountedStock(questions.stockLevels());
	const since = {from: now, to: endOfSales(now, questions)};
	await runAllInSlices([productSums(since, questions, stock.restock)], turns.pause);
	stock.restock(
		questions
			.restocked(now, Number.MAX_SAFE_INTEGER)
			.map(({productId, units}) => ({productId, units: -units})),
	);
	return stock;
}
