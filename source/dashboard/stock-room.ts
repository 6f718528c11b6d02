import type {CategoryStock, ProductStock, StockState} from './dashboard.ts';

/** Days over which the pace of a product is taken. */
export const paceDays = 28;

const lowCoverDays = 7;
const slowCoverDays = 180;

/** The state that a stock is in at a pace; both in units, the pace a day. */
export function stockState(stock: number, dailyUnits: number): StockState {
	const coverDays = daysOfCover(stock, dailyUnits);
	if (stock <= 0) {
		return 'out';
	}
	return coverDays < lowCoverDays ? 'low' : coverDays > slowCoverDays ? 'slow' : 'healthy';
}

/** Days until the stock is used up; `Infinity` where nothing sells. */
export function daysOfCover(stock: number, dailyUnits: number): number {
	return stock <= 0 ? 0 : dailyUnits <= 0 ? Number.POSITIVE_INFINITY : stock / dailyUnits;
}

/** Sums the stock of each category by state, by name. */
export function stockByCategory(products: readonly ProductStock[]): CategoryStock[] {
	const categories = new Map<string, ProductStock[]>();
	for (const product of products) {
		const members = categories.get(product.category);
		if (members) {
			members.push(product);
		} else {
			categories.set(product.category, [product]);
		}
	}
	return [...categories]
		.map(([category, members]) => ({
			category,
			products: members.length,
			stock: unitsOf(members),
			unitsByState: {
				low: unitsOf(members, 'low'),
				healthy: unitsOf(members, 'healthy'),
				slow: unitsOf(members, 'slow'),
			},
			outOfStock: members.filter(({state}) => state === 'out').length,
		}))
		.sort((a, b) => a.category.localeCompare(b.category));
}

function unitsOf(products: readonly ProductStock[], state?: StockState): number {
	return products.reduce(
		(units, product) => units + (state === undefined || product.state === state ? product.stock : 0),
		0,
	);
}
