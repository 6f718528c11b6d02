import {associationTest, leastTogether} from './association.ts';
import type {CoPurchases, CountsOfOne} from './co-purchases.ts';

/** What goes best with one product, the most similar first. */
export type Neighbour = {readonly product: number; readonly both: number; readonly cosine: number};

/** How many neighbours a product keeps: more change no recommendation (Deshpande, Karypis 2004, §6). */
const mostKept = 50;

/**
 * What goes with each product, by cosine; equals by how many have both, then in the order of products.
 *
 * Only pairs that hold up are in it: see `associationTest`.
 */
export function findNeighbours(model: CoPurchases): readonly (readonly Neighbour[])[] {
	const counting = model.startCounting();
	const isAssociated = associationTest(model.ownerCount);
	return Array.from({length: model.productCount}, (_, product) => {
		model.count(product, counting);
		return bestOf(model, product, counting, isAssociated);
	});
}

/** The same for one product at a time. */
export function neighbourFinder(model: CoPurchases): (product: number) => readonly Neighbour[] {
	const isAssociated = associationTest(model.ownerCount);
	const products = Int32Array.from({length: model.productCount}, (_, product) => product);
	return product =>
		bestOf(model, product, {counts: model.row(product), products, length: products.length}, isAssociated);
}

function bestOf(
	model: CoPurchases,
	product: number,
	{counts, products, length}: CountsOfOne,
	isAssociated: ReturnType<typeof associationTest>,
): Neighbour[] {
	const best: Neighbour[] = [];
	const first = counts[product]!;
	let least = 0;
	for (let place = 0; place < length; place++) {
		const other = products[place]!;
		const both = counts[other]!;
		if (both < leastTogether || other === product) {
			continue;
		}
		const second = model.ownersOf(other);
		const cosine = both / Math.sqrt(first * second);
		// The test comes last: it costs four logarithms, and most fall to the ones before.
		if (cosine < least || !isAssociated({both, first, second})) {
			continue;
		}
		const candidate = {product: other, both, cosine};
		if (best.length < mostKept || compareNeighbours(candidate, best.at(-1)!) < 0) {
			insert(best, candidate);
			least = best.length < mostKept ? 0 : best.at(-1)!.cosine;
		}
	}
	return best;
}

function insert(best: Neighbour[], candidate: Neighbour): void {
	let place = best.length < mostKept ? best.length : mostKept - 1;
	while (place > 0 && compareNeighbours(candidate, best[place - 1]!) < 0) {
		best[place] = best[place - 1]!;
		place--;
	}
	best[place] = candidate;
}

/** Below 0 where the first is the more similar. */
export function compareNeighbours(one: Neighbour, other: Neighbour): number {
	return other.cosine - one.cosine || other.both - one.both || one.product - other.product;
}
