import type {Cells} from '../formats/table.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import type {DecimalMark} from '../values/decimal-mark.ts';
import type {NumberStyle} from '../values/number-style.ts';
import {type AmountRule, decideAmountRule} from './amount-rule.ts';
import {rowNumbers, type WrittenNumbers} from './number-readers.ts';

const factors = ['quantity', 'unitPrice', 'total'] as const;

/** What the numbers of a column themselves, or somebody, did not decide. */
const unproven: ReadonlySet<NumberStyle['by']> = new Set([
	'others',
	'precedent',
	'beside',
	'country',
	'guess',
]);

const otherMark: Readonly<Record<DecimalMark, DecimalMark>> = {'.': ',', ',': '.'};

/**
 * Where `1,234` can be read in two ways, quantity × price must make the total in the right one: reads the
 * columns that are open with either mark, and keeps the one by which the rows come out.
 */
export function withProvenMarks<Understanding extends WrittenNumbers>(
	found: Understanding & {readonly samples: readonly ColumnSample[]},
	cells: Cells,
): Understanding {
	const {columns, numbers, samples} = found;
	const open = factors.filter(
		field =>
			numbers[field] &&
			unproven.has(numbers[field].by) &&
			(samples[columns[field]!]?.numbers.either ?? 0) > 0,
	);
	if (open.length === 0 || columns.unitPrice === undefined || columns.total === undefined) {
		return found;
	}
	const readWith = (markOf: (style: NumberStyle) => DecimalMark) => {
		const styles = open.map(field => {
			const style = numbers[field]!;
			return [field, {...style, mark: markOf(style), by: 'arithmetic'}] as const;
		});
		const read: Understanding = {...found, numbers: {...numbers, ...Object.fromEntries(styles)}};
		return {read, ...agreementOf(decideAmountRule(cells.map(row => rowNumbers(read, row))))};
	};
	const [one, other] = [readWith(({mark}) => mark), readWith(({mark}) => otherMark[mark])];
	if (one.agreement === other.agreement) {
		return found;
	}
	const better = one.agreement > other.agreement ? one : other;
	return better.isRule ? better.read : found;
}

function agreementOf({total, agreement = 0}: AmountRule) {
	return {agreement, isRule: total !== undefined};
}
