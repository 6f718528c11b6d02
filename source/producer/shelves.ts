import type {Product} from '../order.ts';
import {aliasTable, type WeightedDraw} from './alias-table.ts';
import type {Catalogue} from './catalogue.ts';
import type {StockRule} from './stock-room.ts';

/** How strongly popularity follows the price, from the thriftiest buyers to those who spend most. */
const priceTastes = [-0.7, -0.35, 0, 0.35, 0.7] as const;

/** How many kinds of buyers there are, by what they spend. */
export const spendLevels = priceTastes.length;

/** The products in the order of the catalogue, by which all indices count. */
export type Shelves = {
	readonly products: readonly Product[];
	readonly stockRules: readonly StockRule[];
	/** Of each product, its category's index and how likely a line of it comes back. */
	readonly categoryOf: Uint8Array;
	readonly returnRate: Float64Array;
	/** Of each product, those that go with it. */
	readonly companions: readonly (readonly number[])[];
	/** Draws a product's index, by spend level and category. */
	readonly draws: readonly (readonly WeightedDraw[])[];
};

/** @param scale factor on the catalogue's stock levels, for a slower or faster shop. */
export function stockShelves({categories, affinities}: Catalogue, scale: number): Shelves {
	const entries = categories.flatMap((category, categoryIndex) =>
		category.products.map(entry => ({entry, category, categoryIndex})),
	);
	const scaled = (units: number, least: number) => Math.max(least, Math.round(units * scale));
	const stockRules = entries.map(({entry, category}) => {
		const reorderLevel = scaled(entry.reorderLevel, 1);
		const stock = scaled(entry.stock, 1);
		const {code, name, price, leadDays} = entry;
		return {
			product: {code, name, category: category.name, price, stock},
			stock,
			reorderLevel,
			orderUpTo: Math.max(reorderLevel + 1, scaled(entry.orderUpTo, 1)),
			leadDays,
		};
	});
	const indexOf = new Map(entries.map(({entry}, index) => [entry.code, index]));
	const companions = entries.map(({entry: {code}}) => {
		const partners = affinities.filter(group => group.includes(code)).flat();
		return [...new Set(partners)].filter(partner => partner !== code).map(partner => indexOf.get(partner)!);
	});
	return {
		products: stockRules.map(({product}) => product),
		stockRules,
		categoryOf: Uint8Array.from(entries, ({categoryIndex}) => categoryIndex),
		returnRate: Float64Array.from(entries, ({category}) => category.returnRate),
		companions,
		draws: priceTastes.map(taste =>
			categories.map(({products}) => {
				const offset = indexOf.get(products[0]!.code)!;
				const draw = aliasTable(
					products.map(({popularity, price}) => popularity * Math.max(price, 1) ** taste),
				);
				return random => offset + draw(random);
			}),
		),
	};
}
