import type {CustomerHistories} from './customer-histories.ts';
import {rankScores} from './rank-scores.ts';

/** Scores from 1 to 5 for each customer (A. M. Hughes, "Strategic Database Marketing", 1994). */
export type RfmScores = {
	/** 5 for those who bought last. */
	readonly recency: Uint8Array;
	/** 5 for those who bought most often. */
	readonly frequency: Uint8Array;
	/** 5 for those who brought most so far; absent where no money is known. */
	readonly monetary: Uint8Array | undefined;
};

export function rfmScores({frequency, recency, age, revenue}: CustomerHistories): RfmScores {
	return {
		recency: rankScores(recency.map((time, index) => time - age[index]!)),
		frequency: rankScores(frequency),
		monetary: revenue && rankScores(revenue),
	};
}
