import type {DecimalMark} from './decimal-mark.ts';
import type {NumberSample} from './number-sample.ts';

/** How the numbers of a column are read. */
export type NumberStyle = {
	readonly mark: DecimalMark;
	/** Both marks occur, so that what either fits cannot be read. */
	readonly isMixed: boolean;
	/**
	 * What decided: the flag, the import that rejected the rows, the column itself, other columns, sources
	 * with the same columns, how the country writes, quantity × price that make the total, or nothing, so that
	 * it is a guess.
	 */
	readonly by:
		| 'flag'
		| 'original'
		| 'column'
		| 'arithmetic'
		| 'others'
		| 'precedent'
		| 'beside'
		| 'country'
		| 'guess';
};

/** What is known of the decimal mark of a column without its numbers. */
export type MarkKnowledge = {
	readonly flag?: DecimalMark | undefined;
	/** In the import that rejected the rows. */
	readonly original?: DecimalMark | undefined;
	/** In sources with the same columns. */
	readonly precedent?: DecimalMark | undefined;
	/** In other tables of the same workbook or folder. */
	readonly beside?: DecimalMark | undefined;
	/** Of the country that the rest of the source points to. */
	readonly hint?: DecimalMark | undefined;
};

/** Up to this share, numbers with the other mark are slips of the pen and no second way of writing. */
const stray = 0.02;

/** English as long as nothing speaks against it. */
const guessedMark: DecimalMark = '.';

/**
 * Decides by the whole column which mark stands before the decimals; where it cannot tell, the other
 * columns of the file do.
 */
export function decideNumberStyle(
	column: NumberSample,
	others: readonly NumberSample[],
	{flag, original, precedent, beside, hint}: MarkKnowledge = {},
): NumberStyle {
	const said = flag ?? original;
	if (said !== undefined) {
		return {mark: said, isMixed: false, by: flag === undefined ? 'original' : 'flag'};
	}
	const {'.': points, ',': commas} = column.marks;
	if (points + commas > 0) {
		const isMixed = Math.min(points, commas) > stray * (points + commas);
		return {mark: majority([column]) ?? guessedMark, isMixed, by: 'column'};
	}
	const ways = [
		[majority(others), 'others'],
		[precedent, 'precedent'],
		[beside, 'beside'],
		[hint, 'country'],
	] as const;
	const [mark = guessedMark, by] = ways.find(([way]) => way !== undefined) ?? [guessedMark, 'guess'];
	return {mark, isMixed: false, by};
}

function majority(samples: readonly NumberSample[]): DecimalMark | undefined {
	const points = samples.reduce((sum, {marks}) => sum + marks['.'], 0);
	const commas = samples.reduce((sum, {marks}) => sum + marks[','], 0);
	return points === commas ? undefined : points > commas ? '.' : ',';
}
