import type {RejectedRow} from '../../imported-line.ts';
import type {PackedText} from './packed-text.ts';

/**
 * Rows as few large values, which go from one thread to another much faster than many small ones. A text
 * that the line before had too is not sent again; to look for those that came up earlier costs more than
 * it saves.
 */
export type PackedBatch = {
	readonly count: number;
	/** All numbers of the first line, then of the second, and so on; `NaN` for nothing. */
	readonly numbers: Float64Array<ArrayBuffer>;
	/** Places among the words, as many for each line; 0 for nothing. */
	readonly texts: Uint32Array<ArrayBuffer>;
	/** The texts one after another, and where each ends. */
	readonly words: PackedText;
	readonly wordEnds: Uint32Array<ArrayBuffer>;
	/** The rows as the source has them, one after another, and where each ends. */
	readonly raw: PackedText;
	readonly rawEnds: Uint32Array<ArrayBuffer>;
	/** Without the lines that they were. */
	readonly rejected: readonly RejectedRow[];
	/** Which of the lines is what a rejected row was before its order came to nothing: both places, one after the other. */
	readonly undone: readonly number[];
};

/** How many numbers and how many texts a line has. */
export const numberFields = 9;
export const textFields = 11;

/** What needs not be copied on its way to another thread. */
export function transferablesOf({numbers, texts, words, wordEnds, raw, rawEnds}: PackedBatch): ArrayBuffer[] {
	return [numbers, texts, words, wordEnds, raw, rawEnds].flatMap(each =>
		typeof each === 'string' ? [] : each.buffer,
	);
}
