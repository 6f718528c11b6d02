import {normalBothTails} from './normal-tail.ts';

export type RankTest = {
	/** How often a value of the first sample is above one of the second; ties count one half. */
	readonly w: number;
	/** P(first > second) + ½ P(equal): ½ where neither tends to be above. */
	readonly superiority: number;
	/** Of both tails. */
	readonly p: number;
};

/**
 * Whether values of one sample tend to be above those of another (Mann and Whitney 1947), by the
 * normal approximation with corrections for ties and continuity. R: `wilcox.test(x, y, exact = FALSE)`.
 *
 * @returns `undefined` where a sample is empty or all values are equal
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): RankTest | undefined {
	const all = [...one.map(value => ({value, isOne: true})), ...other.map(value => ({value, isOne: false}))];
	all.sort((a, b) => a.value - b.value);
	let rankSum = 0;
	let ties = 0;
	for (let start = 0; start < all.length; ) {
		let end = start;
		let ones = 0;
		while (end < all.length && all[end]!.value === all[start]!.value) {
			ones += all[end]!.isOne ? 1 : 0;
			end++;
		}
		const size = end - start;
		rankSum += (ones * (start + 1 + end)) / 2;
		ties += size ** 3 - size;
		start = end;
	}
	const [m, n] = [one.length, other.length];
	const w = rankSum - (m * (m + 1)) / 2;
	const variance = ((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1)));
	if (!(variance > 0)) {
		return undefined;
	}
	const away = w - (m * n) / 2;
	const z = (away - Math.sign(away) * 0.5) / Math.sqrt(variance);
	return {w, superiority: w / (m * n), p: normalBothTails(z)};
}
