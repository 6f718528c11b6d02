/** A series with a hole wherever nothing is known. */
export type Holed = readonly (number | undefined)[];

export type Filled = {
	readonly values: readonly number[];
	/** How many holes were taken for days on which nothing is sold. */
	readonly closed: number;
	/** How many were filled with a guess. */
	readonly guessed: number;
};

/** Rounds of the season that must be missing the same place for it to be a closing day. */
const roundsToBeClosed = 3;

/**
 * Fills the holes of a series. A place of the season that never has a value, as Sunday in a shop that
 * does not open, gets 0. Any other hole gets what lies on the straight line between its neighbours,
 * moved by how that place of the season usually differs from such a line.
 *
 * @param season periods in a season, 1 for none; the first and the last value are there
 */
export function fillGaps(series: Holed, season: number): Filled {
	const known = Array.from({length: season}, () => 0);
	for (const [index, value] of series.entries()) {
		known[index % season]! += value === undefined ? 0 : 1;
	}
	const isLong = series.length >= roundsToBeClosed * season;
	const isClosed = (index: number) => season > 1 && isLong && known[index % season] === 0;
	const open = series.map((value, index) => (isClosed(index) ? undefined : value));
	const lift = season > 1 ? seasonalLift(open, season) : [0];
	let [closed, guessed] = [0, 0];
	const values = series.map((value, index) => {
		if (value !== undefined) {
			return value;
		}
		if (isClosed(index)) {
			closed++;
			return 0;
		}
		guessed++;
		const guess = lineAt(open, index) + lift[index % season]! - liftAround(open, index, lift);
		return series.every(other => other === undefined || other >= 0) ? Math.max(0, guess) : guess;
	});
	return {values, closed, guessed};
}

/** How each place of the season lies beside the mean of all. */
function seasonalLift(series: Holed, season: number): number[] {
	const all = meanOf(series.filter(value => value !== undefined));
	return Array.from({length: season}, (_, place) => {
		const values = series.filter((value, index) => value !== undefined && index % season === place);
		return values.length === 0 ? 0 : meanOf(values as number[]) - all;
	});
}

function neighbours(series: Holed, index: number): {before: number; after: number} {
	let before = index;
	while (before > 0 && series[before] === undefined) {
		before--;
	}
	let after = index;
	while (after < series.length - 1 && series[after] === undefined) {
		after++;
	}
	return {before, after};
}

function lineAt(series: Holed, index: number): number {
	const {before, after} = neighbours(series, index);
	const from = series[before] ?? series[after] ?? 0;
	const to = series[after] ?? from;
	return from + ((to - from) * (index - before)) / Math.max(1, after - before);
}

/** The same line through the lifts of the neighbours, which the line through their values contains. */
function liftAround(series: Holed, index: number, lift: readonly number[]): number {
	const {before, after} = neighbours(series, index);
	const from = lift[before % lift.length]!;
	const to = lift[after % lift.length]!;
	return from + ((to - from) * (index - before)) / Math.max(1, after - before);
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
