import type {HitRate} from './hit-rate.ts';
import type {Owners} from './purchases.ts';

/** Why two products are shown together: "41 customers bought both". */
export function togetherReason(both: number, by: Owners): string {
	return by === 'customers'
		? `${both} ${both === 1 ? 'customer' : 'customers'} bought both`
		: `${both} ${both === 1 ? 'basket holds' : 'baskets hold'} both`;
}

/** Why a product is shown to a customer; the first who have it where no product speaks for it. */
export function offerReason(
	because: {readonly name: string; readonly both: number} | undefined,
	by: Owners,
): string {
	return because === undefined
		? 'a best seller; nothing they have speaks for more'
		: `goes with ${because.name}: ${togetherReason(because.both, by)}`;
}

/** How good the lists are, beside what needs no model: "hit 19.5 % of 2,000 last orders; best sellers 11.9 %". */
export function hitRateWords({orders, hitRate, popularity, random, verdict}: HitRate): string {
	const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
	return `five hit ${percent(hitRate)} of ${orders} last orders that the model had not seen, the five best sellers ${percent(popularity)}, five by chance ${percent(random)}: ${verdictWords[verdict]}`;
}

const verdictWords: Readonly<Record<HitRate['verdict'], string>> = {
	better: 'better than best sellers',
	unclear: 'no clear difference to best sellers',
	worse: 'worse than best sellers, so do not rely on it',
};
