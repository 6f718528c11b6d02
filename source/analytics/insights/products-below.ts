import {countAtMost} from '../statistics/negative-binomial.ts';
import type {ProductPeriods, ShopHistory} from './shop-history.ts';
import {beforeWords, daySpan, listWords, placesBefore, sum, windowPlaces} from './spans.ts';
import type {TestedFamily} from './tested-family.ts';

/** Fewer order lines before tell too little to miss any. */
const fewestLines = 10;

/** So much less than before is worth a word. */
const worthTelling = 0.8;

/**
 * Products that sell less than their own past lets expect, allowing for how the whole shop has moved:
 * order lines against a negative binomial count whose spread is that of all products together.
 */
export function productsBelowPast(shop: ShopHistory): TestedFamily {
	const before = placesBefore(shop);
	const {products, formats} = shop;
	const shopRatio = sum(products.map(({lines}) => lines)) / sum(products.map(({linesBefore}) => linesBefore));
	const known = products.filter(({linesBefore}) => linesBefore >= fewestLines);
	if (!before || known.length < 2 || !(shopRatio > 0)) {
		return {kind: 'product', tests: [], tell: () => undefined};
	}
	const dispersion = dispersionOf(known, shopRatio);
	const expectedLines = (product: ProductPeriods) => product.linesBefore * shopRatio;
	const expectedRevenue = (product: ProductPeriods) => product.revenueBefore * shopRatio;
	return {
		kind: 'product',
		tests: known.map(product => {
			const mean = expectedLines(product);
			const isWorthTelling = product.revenue < worthTelling * expectedRevenue(product);
			// Variance over mean; its own past is uncertain too, the more the shorter it was.
			const ratio = dispersion * (1 + shopRatio);
			return isWorthTelling ? countAtMost(product.lines, {mean, shape: mean / (ratio - 1)}) : 1;
		}),
		tell(found) {
			const below = found
				.map(({index, p}) => ({...known[index]!, p}))
				.sort(
					(a, b) =>
						expectedRevenue(b) - b.revenue - (expectedRevenue(a) - a.revenue) || (a.name < b.name ? -1 : 1),
				);
			const value = sum(below.map(({revenue}) => revenue));
			const usual = sum(below.map(expectedRevenue));
			const words = below.map(
				product =>
					`${product.name} (${formats.wholeMoney(product.revenue)} after ${formats.wholeMoney(product.revenueBefore)}${product.stock !== undefined && product.stock <= 0 ? ', out of stock' : ''})`,
			);
			return {
				kind: 'product',
				subject: below.map(({name}) => name).join(', '),
				about: below.map(({id, name}) => ({kind: 'product', id, name})),
				sentence: `${below.length === 1 ? 'A product sells' : `${below.length} products sell`} less than ${beforeWords(shop)}: ${listWords(words)}`,
				measure: {unit: 'money', value, usual},
				evidence: {
					n: known.length,
					of: 'products',
					test: 'negative binomial count of lines',
					p: Math.max(...below.map(({p}) => p)),
					interval: undefined,
					from: daySpan(shop, before).from,
					to: daySpan(shop, windowPlaces(shop)).to,
				},
				worth: usual - value,
				isPattern: false,
			};
		},
	};
}

/** Pearson's χ² over its degrees of freedom, of lines around what the past lets expect; at least 1. */
function dispersionOf(products: readonly ProductPeriods[], shopRatio: number): number {
	const squares = products.map(({lines, linesBefore}) => {
		const mean = linesBefore * shopRatio;
		return (lines - mean) ** 2 / (mean * (1 + shopRatio));
	});
	// What has really fallen must not hide behind itself, so the largest are left out.
	const usual = squares.sort((a, b) => a - b).slice(0, Math.ceil(0.95 * squares.length));
	return Math.max(1.001, sum(usual) / Math.max(1, usual.length - 1) / trimmedShare);
}

/** The mean of the smaller 95 % of χ² values of one degree of freedom: ∫ x f(x) dx / 0.95 up to 3.841. */
const trimmedShare = 0.759;
