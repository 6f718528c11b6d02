/**
 * What the customers of one shop have bought up to one moment: a column for each measure, a place
 * for each customer. Typed arrays, so that 100,000 customers cross to a worker without a copy.
 *
 * Times are counted in periods (days or weeks; fractions count). A purchase is a day with at least
 * one order; the first one makes a customer and is not counted as a repeat.
 */
export type CustomerHistories = {
	/** x: how many repeat purchases. */
	readonly frequency: Float64Array;
	/** t_x: from the first purchase to the last; 0 without a repeat. */
	readonly recency: Float64Array;
	/** T: from the first purchase to the end of what was observed. */
	readonly age: Float64Array;
	/** z̄: mean value of a repeat purchase; 0 without a repeat. Absent where no money is known. */
	readonly monetary: Float64Array | undefined;
	/** What was brought so far. Absent where no money is known. */
	readonly revenue: Float64Array | undefined;
};
