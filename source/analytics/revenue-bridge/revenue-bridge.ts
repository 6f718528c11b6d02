import type {Money} from '../../money.ts';
import type {Sales, SalesCell} from './sales-cell.ts';

/** Why revenue moved from one span to another, part by part; the parts add up to the change exactly. */
export type BridgeEffects = {
	/** More or fewer units in all, at the prices and in the proportions of before. */
	readonly volume: Money;
	/** Other prices for what was sold before too. */
	readonly price: Money;
	/** Other proportions: a larger share of dear products, or of what was not sold before at all. */
	readonly mix: Money;
	/** More or less taken back. */
	readonly returns: Money;
};

export type BridgeRow<Key> = BridgeEffects & {
	readonly key: Key;
	readonly before: Money;
	readonly after: Money;
	/** `after` − `before`, and the sum of the effects. */
	readonly change: Money;
};

export type RevenueBridge =
	| {readonly status: 'collecting'; readonly missing: 'before' | 'after'}
	| {
			readonly status: 'ready';
			readonly total: BridgeRow<undefined>;
			/** The volume in two: more or fewer orders, and fuller or emptier ones. Together they are `total.volume`. */
			readonly volumeByOrders: Money;
			readonly volumeByBasket: Money;
			/** The rows of one way to split; in each the columns add up to the total. Largest change first. */
			readonly by: <Key>(keyOf: (cell: SalesCell) => Key) => readonly BridgeRow<Key>[];
	  };

/**
 * Splits a change of revenue into volume, price, mix and returns (price–volume–mix analysis).
 *
 * For a cell of sales c (a product in a region for a group of customers) let u be its units sold, g its
 * gross revenue and r its returns, 0 before and 1 after; U, G without index are sums over all cells.
 *
 *     volume  = (U₁ / U₀ − 1) · g₀          all cells grow as the whole does
 *     price   = g₁ − u₁ · p                  p: its own mean price before, g₀ / u₀
 *     mix     = (g₁ − g₀) − volume − price   what its share of the units has moved
 *     returns = r₁ − r₀
 *
 * A cell that did not sell before takes p from the same product elsewhere; a product that nobody sold
 * before has no price to compare with, so all of its revenue is mix. Summed over the cells, volume is
 * (U₁ − U₀) · G₀ / U₀ and mix Σ u₁ p − U₁ · G₀ / U₀, the textbook's total volume and sales mix variance
 * at actual prices instead of budgeted ones (Horngren, Datar, Rajan: Cost Accounting, ch. 14).
 *
 * Each effect is rounded to whole counts of money in its cell and mix takes what is left, so rows and
 * columns add up exactly. The order of the cells changes nothing.
 *
 * @param orders how many there were before and after
 */
export function revenueBridge(
	cells: readonly SalesCell[],
	orders: {readonly before: number; readonly after: number},
): RevenueBridge {
	const before = sum(cells.map(cell => cell.before));
	const after = sum(cells.map(cell => cell.after));
	if (before.units <= 0 || after.units <= 0) {
		return {status: 'collecting', missing: before.units <= 0 ? 'before' : 'after'};
	}
	const growth = after.units / before.units - 1;
	const priceOf = productPrices(cells);
	const effects = cells.map(cell => effectsOf(cell, growth, priceOf));
	const total = addUp(undefined, cells, effects);
	const volumeByOrders =
		orders.before > 0 ? Math.round((orders.after / orders.before - 1) * before.gross) : 0;
	return {
		status: 'ready',
		total,
		volumeByOrders,
		volumeByBasket: total.volume - volumeByOrders,
		by(keyOf) {
			const places = Map.groupBy(cells.keys(), place => keyOf(cells[place]!));
			return [...places]
				.map(([key, own]) =>
					addUp(
						key,
						own.map(place => cells[place]!),
						own.map(place => effects[place]!),
					),
				)
				.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || b.after - a.after);
		},
	};
}

function effectsOf(
	{product, before, after}: SalesCell,
	growth: number,
	priceOf: ReadonlyMap<number, number>,
): BridgeEffects {
	const volume = Math.round(growth * before.gross);
	const reference = before.units > 0 ? before.gross / before.units : priceOf.get(product);
	const price =
		reference === undefined || after.units <= 0 ? 0 : Math.round(after.gross - after.units * reference);
	return {
		volume,
		price,
		mix: after.gross - before.gross - volume - price,
		returns: after.returns - before.returns,
	};
}

/** What each product cost on average before. */
function productPrices(cells: readonly SalesCell[]): ReadonlyMap<number, number> {
	const sums = new Map<number, Sales>();
	for (const {product, before} of cells) {
		if (before.units > 0) {
			sums.set(product, sum([sums.get(product) ?? noSales, before]));
		}
	}
	return new Map([...sums].map(([product, {gross, units}]) => [product, gross / units]));
}

function addUp<Key>(
	key: Key,
	cells: readonly SalesCell[],
	effects: readonly BridgeEffects[],
): BridgeRow<Key> {
	const before = net(sum(cells.map(cell => cell.before)));
	const after = net(sum(cells.map(cell => cell.after)));
	const of = (name: keyof BridgeEffects) => effects.reduce((total, effect) => total + effect[name], 0);
	return {
		key,
		before,
		after,
		change: after - before,
		volume: of('volume'),
		price: of('price'),
		mix: of('mix'),
		returns: of('returns'),
	};
}

const noSales: Sales = {units: 0, gross: 0, returns: 0};

function sum(sales: readonly Sales[]): Sales {
	return sales.reduce(
		(total, {units, gross, returns}) => ({
			units: total.units + units,
			gross: total.gross + gross,
			returns: total.returns + returns,
		}),
		noSales,
	);
}

function net({gross, returns}: Sales): Money {
	return gross + returns;
}
