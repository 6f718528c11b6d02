import type {Money} from '../../money.ts';

/** What a row counts and costs. */
type Counted = {readonly amount: Money; readonly units: number | undefined};

/** What makes a row a total besides its amount. */
type Signs = {
	/** It speaks of a total. */
	readonly isNamed: () => boolean;
	/** It says nothing where others do. */
	readonly isLacking: () => boolean;
};

export type SumWatch = {
	/** Whether a row is what the rows above it come to, all of them or those since an earlier total. */
	readonly isSum: (row: Counted, signs: Signs) => boolean;
	/** Whether the rows above come to an amount, as next to none do: only such a row can be a total. */
	readonly comesTo: (amount: Money) => boolean;
	readonly add: (row: Counted) => void;
};

/** Where a single row lies above a total, it may be a product called so that costs as much. */
const fewestRows = 2;

/** Adds up rows, to know the row that is the total of them by its amount. */
export function createSumWatch(): SumWatch {
	const above = {amount: 0, units: 0, rows: 0};
	let hasTotals = false;
	const begins = new Map([[0, {...above}]]);

	return {
		comesTo: amount => begins.has(above.amount - amount),
		isSum({amount, units}, {isNamed, isLacking}) {
			const begin = begins.get(above.amount - amount);
			if (begin === undefined || above.rows - begin.rows < (hasTotals ? 1 : fewestRows)) {
				return false;
			}
			const isTotal = isNamed() || (above.units - begin.units === units && units > 1 && isLacking());
			if (isTotal) {
				hasTotals = true;
				begins.set(above.amount, {...above});
			}
			return isTotal;
		},
		add({amount, units = 0}) {
			above.amount += amount;
			above.units += units;
			above.rows++;
		},
	};
}
