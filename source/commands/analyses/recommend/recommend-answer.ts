import type {Association} from '../../../analytics/recommendations/association.ts';
import type {HitRate} from '../../../analytics/recommendations/hit-rate.ts';
import type {ReadyRecommender, Recommender} from '../../../analytics/recommendations/recommender.ts';
import {offerReason, togetherReason} from '../../../analytics/recommendations/words.ts';
import {type NamedProduct, nameOf, type RecommendSubject} from './recommend-subject.ts';

/** What is asked for: what goes with a product, what to offer to a customer, or the best pairs. */
export type RecommendQuestion =
	| {readonly kind: 'product'; readonly product: number}
	| {readonly kind: 'customer'; readonly customer: number}
	| {readonly kind: 'pairs'};

/** One recommendation in words. Absent is what does not apply, such as the lift of a best seller. */
export type Recommendation = {
	/** Only of a pair: what the product goes with. */
	readonly given?: NamedProduct;
	readonly product: NamedProduct;
	readonly association?: Association;
	/** The sum of similarities to what a customer has. */
	readonly score?: number;
	readonly because?: {readonly product: NamedProduct; readonly both: number} | undefined;
	readonly reason: string;
};

export type Answer = {
	readonly asked: RecommendQuestion;
	readonly subject: RecommendSubject;
	readonly recommender: Recommender;
	/** The best first; what is out of stock behind what is not. */
	readonly recommendations: readonly Recommendation[];
};

export function answer(
	asked: RecommendQuestion,
	subject: RecommendSubject,
	recommender: Recommender,
	limit: number,
): Answer {
	const recommendations =
		recommender.status === 'ready' ? recommendationsOf(asked, subject, recommender, limit) : [];
	return {asked, subject, recommender, recommendations};
}

function recommendationsOf(
	asked: RecommendQuestion,
	{products}: RecommendSubject,
	recommender: ReadyRecommender,
	limit: number,
): Recommendation[] {
	const {by} = recommender;
	// Where nobody counts the stock, it is taken to be there.
	const isInStock = (product: number) => (products[product]!.stock ?? 1) > 0;
	switch (asked.kind) {
		case 'product':
			return recommender.forProduct(asked.product, limit, isInStock).map(({product, ...association}) => ({
				product: products[product]!,
				association,
				reason: togetherReason(association.both, by),
			}));
		case 'customer':
			return recommender.forCustomer(asked.customer, limit, isInStock).map(({product, score, because}) => {
				const reason = because && {product: products[because.product]!, both: because.both};
				return {
					product: products[product]!,
					score,
					because: reason,
					reason: offerReason(reason && {name: nameOf(reason.product), both: reason.both}, by),
				};
			});
		case 'pairs':
			return recommender.bestPairs(limit).map(({first, second, ...association}) => ({
				given: products[first]!,
				product: products[second]!,
				association,
				reason: togetherReason(association.both, by),
			}));
	}
}

/** How good such lists are; pairs are judged as lists for a product are. */
export function hitRateOf({asked, recommender}: Answer): HitRate | undefined {
	if (recommender.status === 'collecting') {
		return undefined;
	}
	const {forCustomer, forProduct} = recommender.score;
	return asked.kind === 'customer' ? forCustomer : forProduct;
}

/** The contract that users script against. */
export function recommendJson({asked, subject, recommender, recommendations}: Answer) {
	const {status, by} = recommender;
	const score = recommender.status === 'ready' ? recommender.score : undefined;
	return {
		status,
		by,
		asOf: subject.asOf === undefined ? null : new Date(subject.asOf).toISOString(),
		...(recommender.status === 'ready'
			? {owners: recommender.owners}
			: {ownersHave: recommender.ownersHave, ownersNeeded: recommender.ownersNeeded}),
		for: askedJson(asked, subject),
		recommendations: recommendations.map(recommendation => recommendationJson(recommendation, asked.kind)),
		score: {product: score?.forProduct ?? null, customer: score?.forCustomer ?? null},
	};
}

function askedJson(asked: RecommendQuestion, {products, customers}: RecommendSubject) {
	switch (asked.kind) {
		case 'product': {
			const {code, name} = products[asked.product]!;
			return {product: code, name: name ?? null};
		}
		case 'customer': {
			const {code, name} = customers[asked.customer]!;
			return {customer: code, name: name ?? null};
		}
		case 'pairs':
			return null;
	}
}

/** One recommendation as scripts read it. */
export function recommendationJson(
	{given, product, association, score, because, reason}: Recommendation,
	kind: RecommendQuestion['kind'],
): Record<string, string | number | null> {
	const {both, support, confidence, lift, cosine} = association ?? {};
	const figures = {
		both: both ?? null,
		support: rounded(support),
		confidence: rounded(confidence),
		lift: rounded(lift),
		cosine: rounded(cosine),
	};
	const offered = {
		product: product.code,
		name: product.name ?? null,
		category: product.category ?? null,
		stock: product.stock ?? null,
	};
	const productId = product.id ?? null;
	switch (kind) {
		case 'product':
			return {...offered, ...figures, reason, productId};
		case 'pairs':
			return {
				with: given?.code ?? null,
				withName: given?.name ?? null,
				...offered,
				...figures,
				reason,
				productId,
				withId: given?.id ?? null,
			};
		case 'customer':
			return {
				...offered,
				score: rounded(score),
				because: because?.product.code ?? null,
				becauseName: because?.product.name ?? null,
				both: because?.both ?? null,
				reason,
				productId,
				becauseId: because?.product.id ?? null,
			};
	}
}

/** Six digits are more than any purchase decides, and hide the noise of the last ones. */
function rounded(value: number | undefined): number | null {
	return value === undefined ? null : Number(value.toPrecision(6));
}
