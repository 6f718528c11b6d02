import type {CustomerHistories} from './customer-histories.ts';

/**
 * Customers who cannot be told apart by (x, t_x, T) as one group. Times are places in a list of all
 * different times, so that the logarithm of each is taken once however many share it.
 */
export type HistoryGroups = {
	/** How many customers each group has. */
	readonly counts: Float64Array;
	readonly frequencies: Uint32Array;
	/** Places in `times`. */
	readonly recencies: Uint32Array;
	readonly ages: Uint32Array;
	readonly times: Float64Array;
	readonly customers: number;
	readonly mostFrequent: number;
};

/**
 * The customers by frequency, then recency, then age: groups made in this order, and sums over them,
 * do not depend on the order in which the customers are given.
 */
export function sortHistories({frequency, recency, age}: CustomerHistories): Uint32Array {
	return new Uint32Array(frequency.length)
		.map((_, place) => place)
		.sort(
			(one, other) =>
				frequency[one]! - frequency[other]! || recency[one]! - recency[other]! || age[one]! - age[other]!,
		);
}

/** @param sorted which customers, equal ones side by side */
export function groupHistories(
	{frequency, recency, age}: CustomerHistories,
	sorted: Uint32Array,
): HistoryGroups {
	const firsts: number[] = [];
	const counts: number[] = [];
	for (const place of sorted) {
		const first = firsts.at(-1);
		const isSame =
			first !== undefined &&
			frequency[place] === frequency[first] &&
			recency[place] === recency[first] &&
			age[place] === age[first];
		if (isSame) {
			counts[counts.length - 1]!++;
		} else {
			firsts.push(place);
			counts.push(1);
		}
	}
	const recencies = Float64Array.from(firsts, first => recency[first]!);
	const ages = Float64Array.from(firsts, first => age[first]!);
	const times = Float64Array.from(new Set([...recencies, ...ages])).sort();
	const placeOf = new Map(Array.from(times, (time, place) => [time, place]));
	return {
		counts: Float64Array.from(counts),
		frequencies: Uint32Array.from(firsts, first => frequency[first]!),
		recencies: Uint32Array.from(recencies, time => placeOf.get(time)!),
		ages: Uint32Array.from(ages, time => placeOf.get(time)!),
		times,
		customers: sorted.length,
		mostFrequent: firsts.length === 0 ? 0 : frequency[firsts.at(-1)!]!,
	};
}
