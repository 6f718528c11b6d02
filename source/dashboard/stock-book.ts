import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {StockLevel} from '../store/products/stock-levels.ts';
import type {StoreQuestions} from '../store/store-questions.ts';

/** What is in the stock room at a moment, of every product whose stock is counted. */
export type StockBook = {
	readonly levels: () => readonly StockLevel[];
	/** Must be called with sales that the book does not count yet. */
	readonly sell: (orders: readonly StoredOrder[]) => void;
	readonly restock: (came: readonly ProductUnits[]) => void;
};

export type ProductUnits = {readonly productId: number; readonly units: number};

/** What the database says is there. */
export function createStoredStock({stockLevels}: StoreQuestions): StockBook {
	return {levels: stockLevels, sell() {}, restock() {}};
}

/** What was there at a moment that is past. */
export function createCountedStock(levels: readonly StockLevel[]): StockBook {
	const counted = new Map(levels.map(level => [level.productId, {...level}]));
	const add = (productId: number, units: number) => {
		const level = counted.get(productId);
		if (level) {
			level.stock += units;
		}
	};
	return {
		levels: () => [...counted.values()],
		sell(orders) {
			for (const {lines} of orders) {
				for (const {productId, quantity} of lines) {
					add(productId, -quantity);
				}
			}
		},
		restock(came) {
			for (const {productId, units} of came) {
				add(productId, units);
			}
		},
	};
}
