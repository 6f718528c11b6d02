import {
	companionsOf,
	type NeighbourLists,
	type RankListed,
	rankingFrom,
} from '../../analytics/recommendations/neighbour-lists.ts';
import {offerReason, togetherReason} from '../../analytics/recommendations/words.ts';
import type {ProductProfile} from '../../store/products/product-profile.ts';
import {readyResult} from '../analysed-result.ts';
import type {Analyses} from '../analyses.ts';
import type {PageCompanion, PageOffer} from '../page.ts';

export type PageRecommendations = {
	/** What goes with a product, the most similar first; what is out of stock behind what is not. */
	readonly companions: (productId: number, analyses: Analyses) => readonly PageCompanion[] | undefined;
	/**
	 * What to offer to whoever has these products, what is in stock first.
	 *
	 * @returns nothing where no lists of what goes together are known
	 */
	readonly offers: (had: () => readonly number[], analyses: Analyses) => readonly PageOffer[] | undefined;
};

const offersShown = 20;

/** Recommends by the lists that the last analysis kept: what they are made from takes seconds to read. */
export function openPageRecommendations(
	profileOf: (productId: number) => ProductProfile | undefined,
): PageRecommendations {
	let ranking: {readonly lists: NeighbourLists; readonly rank: RankListed} | undefined;

	const rankingOf = (lists: NeighbourLists) => {
		if (ranking?.lists !== lists) {
			ranking = {lists, rank: rankingFrom(lists)};
		}
		return ranking.rank;
	};

	/** Within one read, a product is asked for once. */
	const remembering = () => {
		const known = new Map<number, ProductProfile | undefined>();
		return (id: number) => {
			if (!known.has(id)) {
				known.set(id, profileOf(id));
			}
			return known.get(id);
		};
	};

	return {
		companions(productId, analyses) {
			const lists = listsOf(analyses);
			const found = lists && companionsOf(lists, productId);
			const profile = remembering();
			return found
				?.flatMap(({id, ...association}): PageCompanion[] => {
					const product = profile(id);
					return product
						? [
								{
									...association,
									...{productId: id, product: product.name, stock: product.stock ?? undefined},
									reason: togetherReason(association.both, 'customers'),
								},
							]
						: [];
				})
				.sort((one, other) => Number(isOffered(other)) - Number(isOffered(one)));
		},
		offers(had, analyses) {
			const lists = listsOf(analyses);
			if (!lists) {
				return undefined;
			}
			const profile = remembering();
			return rankingOf(lists)(had(), offersShown, id => isOffered(profile(id) ?? {stock: undefined})).flatMap(
				({product: id, score, because}): PageOffer[] => {
					const product = profile(id);
					const reason = because && {name: profile(because.product)?.name ?? '', both: because.both};
					return product
						? [
								{
									...{productId: id, product: product.name, category: product.category, score},
									...{stock: product.stock ?? undefined, both: because?.both},
									reason: offerReason(reason, 'customers'),
								},
							]
						: [];
				},
			);
		},
	};
}

/** Where nobody counts the stock, it is taken to be there. */
function isOffered({stock}: {readonly stock: number | null | undefined}): boolean {
	return (stock ?? 1) > 0;
}

function listsOf({recommendations}: Analyses): NeighbourLists | undefined {
	return readyResult(recommendations)?.lists;
}
