import type {WrittenNumbers} from '../amounts/number-readers.ts';
import type {Field} from './fields.ts';
import type {Match} from './match-columns.ts';

/** Which columns were taken for which fields, and how their numbers are written. */
export type TakenColumns = WrittenNumbers & {readonly matches: readonly Match[]};

/** The same with a column taken for another field, which takes the place of what stood for that. */
export function takenFor<Taken extends TakenColumns>(taken: Taken, from: Field, to: Field): Taken {
	return {
		...taken,
		columns: renamedKey(taken.columns, from, to),
		matches: taken.matches
			.filter(({field}) => field !== to)
			.map(match => (match.field === from ? ({...match, field: to} satisfies Match) : match)),
		numbers: renamedKey(taken.numbers, from, to),
		minorUnits: renamedKey(taken.minorUnits, from, to),
	};
}

/** The same without what was taken for a field. */
export function withoutColumn<Taken extends TakenColumns>(taken: Taken, field: Field): Taken {
	return {
		...taken,
		columns: renamedKey(taken.columns, field, undefined),
		matches: taken.matches.filter(match => match.field !== field),
		numbers: renamedKey(taken.numbers, field, undefined),
	};
}

function renamedKey<Value extends object>(all: Value, from: string, to: string | undefined): Value {
	return Object.fromEntries(
		Object.entries(all)
			.filter(([key]) => key !== to)
			.flatMap(([key, value]) => (key === from ? (to === undefined ? [] : [[to, value]]) : [[key, value]])),
	) as Value;
}
