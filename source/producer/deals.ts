import {randomStream} from './random.ts';

const dealShare = 0.06;
const dealPercents = [10, 15, 20, 25, 30] as const;

/**
 * The percent that each product is reduced by in a week, mostly 0; the same for the same seed.
 *
 * @param week counted from any Monday.
 */
export function weeklyDeals(seed: number, week: number, productCount: number): Uint8Array {
	const random = randomStream(seed, 'deals', week);
	return Uint8Array.from({length: productCount}, () =>
		random() < dealShare ? dealPercents[Math.floor(random() * dealPercents.length)]! : 0,
	);
}
