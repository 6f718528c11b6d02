import {type Money, moneyScale, parseMoney} from '../../money.ts';
import {bareNumber} from './bare-number.ts';
import {type DecimalMark, markEvidence, plainDecimal} from './decimal-mark.ts';

/** What was found in the cells of a column that may hold numbers. */
export type NumberSample = {
	/** Cells that hold a number, however it is written. */
	readonly numbers: number;
	/** How many can only be read with that mark before the decimals. */
	readonly marks: Readonly<Record<DecimalMark, number>>;
	/** How many can be read with either, as `1.234`. */
	readonly either: number;
	readonly percents: number;
	readonly negatives: number;
	/** How often each sign or code of a currency was found. */
	readonly currencies: ReadonlyMap<string, number>;
	/** One that only one mark fits, and one that both do. */
	readonly examples: {readonly clear?: string; readonly either?: string};
};

export type NumberSampler = {readonly add: (cell: string) => void; readonly sample: () => NumberSample};

export function numberSampler(): NumberSampler {
	const marks = {'.': 0, ',': 0};
	const currencies = new Map<string, number>();
	const examples: {clear?: string; either?: string} = {};
	let numbers = 0;
	let either = 0;
	let percents = 0;
	let negatives = 0;
	return {
		add(cell) {
			const bare = bareNumber(cell);
			const evidence = bare && markEvidence(bare.digits);
			if (!bare || evidence === 'unreadable') {
				return;
			}
			numbers++;
			percents += bare.isPercent ? 1 : 0;
			negatives += bare.isNegative ? 1 : 0;
			if (bare.currency !== undefined) {
				currencies.set(bare.currency, (currencies.get(bare.currency) ?? 0) + 1);
			}
			if (evidence === 'either') {
				either++;
				examples.either ??= cell;
			} else if (evidence === '.' || evidence === ',') {
				marks[evidence]++;
				examples.clear ??= cell;
			}
		},
		sample: () => ({numbers, marks: {...marks}, either, percents, negatives, currencies, examples}),
	};
}

export function sampleNumbers(cells: Iterable<string>): NumberSample {
	const {add, sample} = numberSampler();
	for (const cell of cells) {
		add(cell);
	}
	return sample();
}

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

/** Reads one cell. @returns a plain decimal such as `-12.5`, a share for a percent, or nothing */
export type NumberReader = {
	readonly plain: (text: string) => string | undefined;
	readonly money: (text: string) => Money | undefined;
	/** Counts of money with what lies beyond the fourth decimal, in floating point. */
	readonly fineMoney: (text: string) => number | undefined;
};

export function numberReader({mark, isMixed}: NumberStyle): NumberReader {
	const plain = (text: string) => {
		const bare = bareNumber(text);
		const evidence = bare && markEvidence(bare.digits);
		if (!bare || (isMixed && evidence === 'either')) {
			return undefined;
		}
		const own = evidence === '.' || evidence === ',' ? evidence : mark;
		const digits = plainDecimal(withoutExponent(bare.digits), own);
		if (digits === undefined) {
			return undefined;
		}
		const decimal = shifted(digits, exponentOf(bare.digits) - (bare.isPercent ? 2 : 0));
		return bare.isNegative ? `-${decimal}` : decimal;
	};
	const isPlain = mark === '.' && !isMixed;
	return {
		plain,
		fineMoney(text) {
			const decimal = plain(text);
			return decimal === undefined ? undefined : Number(decimal) * moneyScale;
		},
		money(text) {
			const money = isPlain ? parseMoney(text) : undefined;
			if (money !== undefined) {
				return money;
			}
			const decimal = plain(text);
			return decimal === undefined ? undefined : parseMoney(decimal);
		},
	};
}

function withoutExponent(digits: string): string {
	return digits.replace(/[eE].*$/, '');
}

function exponentOf(digits: string): number {
	const at = digits.search(/[eE]/);
	return at < 0 ? 0 : Number(digits.slice(at + 1));
}

/** Moves the point of a plain decimal; exact, as floating point would not be. */
function shifted(decimal: string, places: number): string {
	if (places === 0) {
		return decimal;
	}
	const [whole = '', fraction = ''] = decimal.split('.');
	return places > 0
		? `${whole}${fraction.slice(0, places).padEnd(places, '0')}.${fraction.slice(places)}`.replace(/\.$/, '')
		: `${whole.padStart(-places + 1, '0').slice(0, places)}.${whole.padStart(-places + 1, '0').slice(places)}${fraction}`;
}
