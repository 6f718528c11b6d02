/** Purchases that came after a model was fitted, beside those that it expected. */
export type HoldOut = {
	/** By how many repeat purchases customers had made before, the last group with all above. */
	readonly groups: readonly HoldOutGroup[];
	readonly customers: number;
	/** Purchases of all of them together. */
	readonly expected: number;
	readonly actual: number;
	/** Mean absolute error of a customer, of the model and of who goes on at the pace so far. */
	readonly meanError: number;
	readonly naiveMeanError: number;
};

export type HoldOutGroup = {
	/** Repeat purchases before; in the last group, as many or more. */
	readonly frequency: number;
	readonly customers: number;
	/** Purchases of one of them, on average. */
	readonly expected: number;
	readonly actual: number;
};

/** The last group, as in the papers: seven and more. */
const lastGroup = 7;

/**
 * Holds a model against what came after it, by how often customers had bought before (the conditional
 * expectations of Fader, Hardie, Lee 2005, figure 4; `bgnbd.PlotFreqVsConditionalExpectedFrequency` of
 * BTYD).
 *
 * The naive customer goes on at x / T purchases a period.
 *
 * @param frequency x, of each customer before
 * @param age T, of each customer before, in periods
 * @param expected purchases that were expected of each
 * @param actual purchases that came
 * @param periods how long was held out
 */
export function holdOut(
	{frequency, age}: {readonly frequency: Float64Array; readonly age: Float64Array},
	expected: Float64Array,
	actual: Float64Array,
	periods: number,
): HoldOut {
	const sums = Array.from({length: lastGroup + 1}, () => ({customers: 0, expected: 0, actual: 0}));
	let [error, naiveError] = [0, 0];
	for (let place = 0; place < frequency.length; place++) {
		const sum = sums[Math.min(lastGroup, frequency[place]!)]!;
		sum.customers++;
		sum.expected += expected[place]!;
		sum.actual += actual[place]!;
		const naive = age[place]! > 0 ? (frequency[place]! / age[place]!) * periods : 0;
		error += Math.abs(expected[place]! - actual[place]!);
		naiveError += Math.abs(naive - actual[place]!);
	}
	const customers = frequency.length;
	const total = (pick: (sum: (typeof sums)[number]) => number) =>
		sums.reduce((all, sum) => all + pick(sum), 0);
	return {
		groups: sums.flatMap((sum, group) =>
			sum.customers === 0
				? []
				: [
						{
							frequency: group,
							customers: sum.customers,
							expected: sum.expected / sum.customers,
							actual: sum.actual / sum.customers,
						},
					],
		),
		customers,
		expected: total(sum => sum.expected),
		actual: total(sum => sum.actual),
		meanError: customers === 0 ? 0 : error / customers,
		naiveMeanError: customers === 0 ? 0 : naiveError / customers,
	};
}
