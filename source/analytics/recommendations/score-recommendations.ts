import type {HeldOutOrder} from './held-out-orders.ts';
import {type HitRate, listLength, startTrials} from './hit-rate.ts';
import {createRanking, type Ranking} from './rank-for-customer.ts';

/** Hit rates on the last order of each customer, by a model that has not seen those orders. */
export type Score = {
	/** Given the first product of the order, five that go with it: is another product of it among them? */
	readonly forProduct: HitRate | undefined;
	/** Given what the customer had before, five that they do not have: did they buy one of them? */
	readonly forCustomer: HitRate | undefined;
};

/** More orders make no rate clearer that one would act on. */
const mostTried = 2000;

/**
 * @param ranking made without the orders
 * @param hadBefore what a customer had before their last order
 * @param soldCount how many products the model knows
 */
export function scoreRecommendations(
	orders: readonly HeldOutOrder[],
	ranking: Ranking,
	{
		hadBefore,
		soldCount,
	}: {readonly hadBefore: (customer: number) => readonly number[]; readonly soldCount: number},
): Score {
	const rankForCustomer = createRanking(ranking);
	const forProduct = startTrials();
	const forCustomer = startTrials();
	const step = Math.max(1, orders.length / mostTried);
	for (let place = 0; place < orders.length; place += step) {
		const {customer, bought} = orders[Math.floor(place)]!;
		const [given, ...others] = bought;
		if (given !== undefined && others.length > 0) {
			const list = ranking.neighboursOf(given).slice(0, listLength);
			forProduct.add({
				isHit: list.some(({product}) => others.includes(product)),
				isPopularHit: bestSellers(ranking.popular, new Set([given])).some(product =>
					others.includes(product),
				),
				wanted: others.length,
				candidates: soldCount - 1,
			});
		}
		const had = new Set(hadBefore(customer));
		const wanted = bought.filter(product => !had.has(product));
		// Who bought only what they had already can be hit by no list of something else.
		if (wanted.length > 0) {
			forCustomer.add({
				isHit: rankForCustomer([...had], listLength).some(({product}) => wanted.includes(product)),
				isPopularHit: bestSellers(ranking.popular, had).some(product => wanted.includes(product)),
				wanted: wanted.length,
				candidates: soldCount - had.size,
			});
		}
	}
	return {forProduct: forProduct.result(), forCustomer: forCustomer.result()};
}

function bestSellers(popular: readonly number[], without: ReadonlySet<number>): number[] {
	const best: number[] = [];
	for (const product of popular) {
		if (best.length === listLength) {
			break;
		}
		if (!without.has(product)) {
			best.push(product);
		}
	}
	return best;
}
