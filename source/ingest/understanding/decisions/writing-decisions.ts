import type {Field} from '../../mapping/fields.ts';
import type {OrderDecision} from '../../values/date-style.ts';
import type {NumberStyle} from '../../values/number-style.ts';
import type {TableUnderstanding} from '../table-understanding.ts';
import {nameOf} from './column-words.ts';

const orderWords = {dmy: 'day before month', mdy: 'month before day'} as const;

const orderReasons: Readonly<Record<OrderDecision['by'], string>> = {
	flag: 'as --date-order says',
	original: 'as in the import that rejected these rows',
	days: 'as days above 12 show',
	sequence: 'as the sequence of the rows shows',
	dots: 'as is usual with dots',
	others: 'as other columns show; --date-order says otherwise',
	precedent: 'as other sources with these columns show',
	beside: 'as other tables beside it show; --date-order says otherwise',
	country: 'which is a guess from how numbers and currency are written; --date-order says otherwise',
	guess: 'which is a guess, because no day is above 12; --date-order says otherwise',
};

const contradiction =
	'which is a guess, because days above 12 contradict each other; --date-order says otherwise';

const markReasons: Readonly<Record<NumberStyle['by'], string>> = {
	flag: 'as --decimal says',
	original: 'as in the import that rejected these rows',
	column: 'as the column shows',
	arithmetic: 'as quantity × price = total shows',
	others: 'as other columns show',
	precedent: 'as other sources with these columns show',
	beside: 'as other tables beside it show; --decimal says otherwise',
	country: 'as is usual with semicolons between values or dots in dates; --decimal says otherwise',
	guess: 'which is a guess; --decimal says otherwise',
};

/** In what order dates are written, or what their numbers count. */
export function dateDecisions(table: TableUnderstanding): readonly string[] {
	const {dates} = table;
	if (!dates) {
		return [];
	}
	const name = nameOf(table, 'at');
	const numbered = {
		days: 'days since 1900, as Excel writes them',
		seconds: 'seconds since 1970',
		milliseconds: 'milliseconds since 1970',
	};
	return [
		...(dates.numbered ? [`${name} counts ${numbered[dates.numbered]}`] : []),
		...[...dates.orders.values()].map(
			({order, by, example, isContradicted}) =>
				`${name} has ${orderWords[order]}${example === '' ? '' : ` in "${example}"`}, ${by === 'guess' && isContradicted ? contradiction : orderReasons[by]}`,
		),
	];
}

/** Which sign stands before the decimals. */
export function numberDecisions(table: TableUnderstanding): readonly string[] {
	return Object.entries(table.numbers).flatMap(([field, {mark, isMixed, by}]) => {
		const sample = table.samples[table.columns[field as Field]!]!.numbers;
		const name = nameOf(table, field as Field);
		if (isMixed) {
			return [`${name} mixes decimal points and commas: what can be read in two ways is not read`];
		}
		if (by === 'column') {
			return mark === ',' ? [`${name} has a decimal comma, as in "${sample.examples.clear}"`] : [];
		}
		if (sample.either === 0) {
			return [];
		}
		const grouped = sample.examples.either!.includes('.') === (mark === ',');
		const meaning = grouped ? 'groups of thousands' : 'decimals';
		return [`${name} has ${meaning} in "${sample.examples.either}", ${markReasons[by]}`];
	});
}

/** Which columns count cents. */
export function minorUnitDecisions(table: TableUnderstanding): readonly string[] {
	return Object.entries(table.minorUnits).map(
		([field, parts]) => `${nameOf(table, field as Field)} counts cents: ${parts} of them are 1`,
	);
}
