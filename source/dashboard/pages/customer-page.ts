import type {Zone} from '../../business-time.ts';
import type {PageQuestions} from '../../store/page-questions.ts';
import {foundResult} from '../analysed-result.ts';
import type {Analyses} from '../analyses.ts';
import {customerOutlook} from '../customer-outlook.ts';
import type {CustomerPage} from '../page.ts';
import {keepLatest} from './keep-latest.ts';
import type {ReadPage} from './page-asked.ts';
import type {PageRecommendations} from './page-recommendations.ts';
import type {PageTiers} from './page-tiers.ts';

/** From how many of a customer's latest orders it is told what they buy. */
const ordersLooked = 500;

const productsListed = 50;

/** From how many of their latest lines it is known what a customer has: a few milliseconds of reading. */
const possessionLines = 4000;

/** Reads pages of customers. */
export function openCustomerPages(
	questions: PageQuestions,
	zone: Zone,
	tiersOf: PageTiers,
	recommendations: PageRecommendations,
): ReadPage<'customer'> {
	const keptPossessions = keepLatest<readonly number[]>();

	const outlookOf = (id: number, before: number, {lifetimeValue}: Analyses) => {
		const fit = foundResult(lifetimeValue)?.fit;
		return fit && customerOutlook(fit, questions.customerPurchases(id, before), before, zone);
	};

	return async ({subject: {id}, around, read, ledger, analyses, onProgress}) => {
		const {asOf} = read;
		const profile = questions.customerProfile.profile(id);
		if (!profile) {
			return {...read, kind: 'missing'};
		}
		const {code, name, region} = profile;
		const tiers = await tiersOf(ledger, analyses, onProgress);
		const {orders, revenue, returns, firstAt, lastAt} = questions.customerProfile.record(id, asOf);
		// Asked again only when the customer's orders have changed.
		const possessions = () =>
			keptPossessions(`${id} ${orders} ${ledger.extent.corrections}`, () =>
				questions.customerPossessions(id, asOf, possessionLines),
			);
		return {
			...read,
			kind: 'customer',
			code: code ?? undefined,
			name: name ?? code ?? `customer ${id}`,
			region: region ?? undefined,
			tier: tiers.tierOf(id),
			stage: tiers.standingOf(id)?.stage,
			orderCount: orders,
			revenue,
			returns,
			firstAt: firstAt ?? undefined,
			lastAt: lastAt ?? undefined,
			meanGapMs: orders > 1 ? (lastAt! - firstAt!) / (orders - 1) : undefined,
			outlook: outlookOf(id, asOf, analyses),
			orders: questions.customerOrders(id, asOf, around),
			products: questions.customerProducts(id, asOf, {orders: ordersLooked, limit: productsListed}),
			offers: recommendations.offers(possessions, analyses),
		} satisfies CustomerPage;
	};
}
