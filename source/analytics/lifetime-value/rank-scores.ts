/** Best score; the worst is 1. */
const bestScore = 5;

/**
 * Scores from 1 to 5 by fifths of the customers: the share of customers below, plus half of those who
 * are equal, tells the fifth. Equal customers get equal scores, all-equal ones a 3.
 *
 * @param measure higher is better
 */
export function rankScores(measure: Float64Array): Uint8Array {
	const sorted = measure.toSorted();
	const scores = new Map<number, number>();
	for (let first = 0; first < sorted.length; ) {
		let next = first + 1;
		while (next < sorted.length && sorted[next] === sorted[first]) {
			next++;
		}
		const rank = (first + next) / 2 / sorted.length;
		scores.set(sorted[first]!, Math.min(bestScore, 1 + Math.floor(rank * bestScore)));
		first = next;
	}
	return Uint8Array.from(measure, value => scores.get(value)!);
}
