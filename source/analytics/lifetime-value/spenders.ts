import type {CustomerHistories} from './customer-histories.ts';

/** The customers whose repeat purchases cost something, prepared for the Gamma-Gamma likelihood. */
export type Spenders = {
	/** x: how many repeat purchases. */
	readonly frequencies: Uint32Array;
	/** x z̄: what they cost together. */
	readonly totals: Float64Array;
	/** ln x z̄. */
	readonly logTotals: Float64Array;
	/** Σ ln z̄. */
	readonly logMeansSum: number;
};

/**
 * By frequency, then by spend: sums do not depend on the order of the customers.
 *
 * @param unit what money is measured in
 */
export function spendersOf({frequency, monetary}: CustomerHistories, unit: number): Spenders {
	const places = spenderPlaces({frequency, monetary}).sort(
		(one, other) => frequency[one]! - frequency[other]! || monetary![one]! - monetary![other]!,
	);
	const totals = Float64Array.from(places, place => (frequency[place]! * monetary![place]!) / unit);
	return {
		frequencies: Uint32Array.from(places, place => frequency[place]!),
		totals,
		logTotals: totals.map(Math.log),
		logMeansSum: places.reduce((sum, place) => sum + Math.log(monetary![place]! / unit), 0),
	};
}

/** Where in the columns they are. */
export function spenderPlaces({
	frequency,
	monetary,
}: Pick<CustomerHistories, 'frequency' | 'monetary'>): Uint32Array {
	const places: number[] = [];
	for (let place = 0; monetary && place < frequency.length; place++) {
		if (frequency[place]! > 0 && monetary[place]! > 0) {
			places.push(place);
		}
	}
	return Uint32Array.from(places);
}
