import {bareNumber} from './bare-number.ts';
import {type DecimalMark, markEvidence} from './decimal-mark.ts';

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
