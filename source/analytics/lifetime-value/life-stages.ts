import type {CustomerHistories} from './customer-histories.ts';

/**
 * - `new`: bought once, and not longer ago than buyers usually take to come back
 * - `active`: comes back
 * - `lapsed`: more likely gone than not; or bought once, and has not come back in the usual time
 */
export const lifeStages = ['new', 'active', 'lapsed'] as const;

/** Nine of ten repeat buyers take no longer, on average, from one purchase to the next. */
const usualShare = 0.9;

const likelyAlive = 0.5;

/**
 * The stage of each customer, as places in `lifeStages`.
 *
 * The BG/NBD model knows no leaving before the first repeat purchase, so it cannot tell a new
 * customer from one who bought once long ago; the usual wait does. It also stands in for the model
 * where there is none.
 *
 * @param alive probability that each still buys, where a model could be fitted
 */
export function stagesOf(
	{frequency, recency, age}: CustomerHistories,
	alive: Float64Array | undefined,
): Uint8Array {
	const usual = usualWait(frequency, recency);
	return Uint8Array.from(frequency, (repeats, index) => {
		const isLate = age[index]! - recency[index]! > usual;
		if (repeats === 0) {
			return lifeStages.indexOf(isLate ? 'lapsed' : 'new');
		}
		const isGone = alive ? alive[index]! < likelyAlive : isLate;
		return lifeStages.indexOf(isGone ? 'lapsed' : 'active');
	});
}

/** In periods; without any repeat buyer nobody is late. */
function usualWait(frequency: Float64Array, recency: Float64Array): number {
	const gaps: number[] = [];
	for (let index = 0; index < frequency.length; index++) {
		if (frequency[index]! > 0) {
			gaps.push(recency[index]! / frequency[index]!);
		}
	}
	const sorted = Float64Array.from(gaps).sort();
	return sorted[Math.ceil(sorted.length * usualShare) - 1] ?? Number.POSITIVE_INFINITY;
}
