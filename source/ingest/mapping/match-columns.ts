import type {ColumnSample} from './column-sample.ts';
import {type Columns, contentOf, type Field, fieldNames} from './fields.ts';
import {headerKey, headerWords, likeness} from './header-key.ts';
import {knownHeaders} from './known-headers.ts';

/** A column that was taken for a field, and why. */
export type Match = {
	readonly field: Field;
	readonly header: string;
	readonly place: number;
	/** 0 to 1. */
	readonly confidence: number;
	readonly by: 'name' | 'likeness' | 'standIn' | 'shop' | 'sharedKey' | 'arithmetic' | 'asked';
};

/** A column whose name fits a field and whose cells do not. */
export type Misfit = {readonly field: Field; readonly header: string; readonly example: string};

export type ColumnMatches = {
	readonly columns: Columns;
	readonly matches: readonly Match[];
	readonly misfits: readonly Misfit[];
};

/** Which header holds which field, as far as somebody has said so. */
export type AskedColumns = Readonly<Partial<Record<Field, string>>>;

/** What is known of the columns of a table besides their names. */
export type KnownColumns = {
	/** Of the shop whose export it is. */
	readonly columns: AskedColumns;
	readonly without?: readonly Field[] | undefined;
	/** By which other tables of the same import refer to this one, or are referred to. */
	readonly shared?: AskedColumns;
	/** The name by which a header such as `id` or `name` is known in this table. */
	readonly nounOf?: (header: string) => string;
};

/** What else can stand in for a field that no column is named after, best first. */
const standIns: readonly (readonly [Field, readonly Field[]])[] = [
	['product', ['productName', 'subcategory', 'category']],
	['customer', ['email', 'customerName']],
];

/**
 * Finds the columns by their names, and checks them against what they hold. Of two that fit a field
 * the better name wins, then the fuller one, then the first.
 *
 */
export function matchColumns(
	samples: readonly ColumnSample[],
	asked: AskedColumns = {},
	known: KnownColumns = {columns: {}},
): ColumnMatches {
	const {nounOf = header => header, shared = {}} = known;
	const matches = new Map<Field, Match>();
	const taken = new Set<number>();
	const misfits: Misfit[] = [];
	const take = (match: Match) => {
		matches.set(match.field, match);
		taken.add(match.place);
	};
	for (const [said, by] of [
		[asked, 'asked'],
		[known.columns, 'shop'],
		[shared, 'sharedKey'],
	] as const) {
		for (const [field, header] of Object.entries(said) as [Field, string][]) {
			const sample =
				samples.find(other => other.header === header) ??
				samples.find(other => headerKey(other.header) === headerKey(header));
			if (
				sample &&
				!matches.has(field) &&
				(by === 'asked' || (!taken.has(sample.place) && holds(sample, field)))
			) {
				take({field, header: sample.header, place: sample.place, confidence: by === 'asked' ? 1 : 0.99, by});
			}
		}
	}
	for (const {match, sample} of candidates(samples, nounOf)) {
		if (matches.has(match.field) || taken.has(match.place) || known.without?.includes(match.field)) {
			continue;
		}
		if (holds(sample, match.field)) {
			take(match);
		} else if (match.by === 'name') {
			misfits.push({field: match.field, header: match.header, example: sample.present[0] ?? ''});
		}
	}
	for (const [field, others] of standIns) {
		const other = others.map(name => matches.get(name)).find(found => found !== undefined);
		if (!matches.has(field) && other) {
			matches.set(field, {...other, field, confidence: other.confidence * 0.9, by: 'standIn'});
		}
	}
	const inOrder = fieldNames.map(field => matches.get(field)).filter(match => match !== undefined);
	return {
		columns: Object.fromEntries(inOrder.map(({field, place}) => [field, place])),
		matches: inOrder,
		misfits: misfits.filter(({field}) => !matches.has(field)),
	};
}

/** How sure a last word alone makes. */
const byEnding = 0.5;

/** Last words that tell what a column is whatever stands before them, as in `pizza_category`. */
const tellingEndings: Readonly<Partial<Record<string, Field>>> = {category: 'category', name: 'productName'};

/** What a name may be of besides a product. */
const otherNames =
	/customer|client|user|buyer|contact|first|last|middle|file|store|shop|branch|city|country|state|region|ship|bill|sales|employee|manager|rep|seller|vendor|supplier|company|brand|dealer|agent|driver|courier|manufactur|merchant|author|artist|warehouse|campaign|promo|event|channel|platform|payment/i;

function isByEnding(header: string, field: Field): boolean {
	const words = headerWords(header);
	return words.length > 1 && tellingEndings[words.at(-1)!] === field && !otherNames.test(header);
}

/** A number under `Customers` or `Orders` says how many there were. */
function isCount(key: string, field: Field, {numbers, present}: ColumnSample): boolean {
	return (
		(field === 'customer' || field === 'customerName' || field === 'order') &&
		/^(?:customers|clients|buyers|orders|invoices|transactions|receipts)$/.test(key) &&
		numbers.numbers === present.length
	);
}

/** A description gives way to a name; `Customer` is a name only where another column has the id. */
function isLesserName(key: string, field: Field): boolean {
	switch (field) {
		case 'productName':
			return /^(?:product|item)?description$/.test(key) || knownKeys().get('product')!.includes(key);
		case 'customerName':
			return knownKeys().get('customer')!.includes(key);
		default:
			return false;
	}
}

/** Every column with every field that it may hold, the surest first. */
function candidates(samples: readonly ColumnSample[], nounOf: (header: string) => string) {
	const found: {readonly match: Match; readonly sample: ColumnSample; readonly score: number}[] = [];
	for (const sample of samples) {
		const header = nounOf(sample.header);
		const key = headerKey(header);
		for (const field of fieldNames) {
			const rank = knownKeys().get(field)!.indexOf(key);
			if (rank < 0 && isCount(key, field, sample)) {
				continue;
			}
			const alike = rank >= 0 ? 1 : Math.max(...knownHeaders[field].map(name => likeness(header, name)));
			const confidence = alike > 0 ? alike : isByEnding(header, field) ? byEnding : 0;
			if (confidence > 0) {
				found.push({
					sample,
					match: {
						field,
						header: sample.header,
						place: sample.place,
						confidence,
						by: rank >= 0 ? 'name' : 'likeness',
					},
					// A column that is mostly empty gives way to a fuller one of a lesser name, and one that only
					// its table gives a meaning to one that has a meaning of its own.
					score:
						confidence -
						(rank >= 0 ? rank / 1000 : 0.05) -
						(sample.filledShare < 0.4 ? 0.3 : 0) -
						(header === sample.header ? 0 : 0.1) -
						(isLesserName(key, field) ? 0.15 : 0),
				});
			}
		}
	}
	return found.sort((a, b) => b.score - a.score || a.sample.place - b.sample.place);
}

let keys: ReadonlyMap<Field, readonly string[]> | undefined;

function knownKeys(): ReadonlyMap<Field, readonly string[]> {
	keys ??= new Map(fieldNames.map(field => [field, knownHeaders[field].map(headerKey)]));
	return keys;
}

/** From so many cells on, a column of which hardly any fits is no column of that kind. */
const tellingCells = 3;
const leastFitting = 0.2;

/** Whether the cells of a column are such as the field needs. */
function holds(sample: ColumnSample, field: Field): boolean {
	const {present, numbers, dates, times} = sample;
	const enough = (fitting: number) =>
		present.length < tellingCells || fitting >= leastFitting * present.length;
	switch (contentOf(field)) {
		case 'number':
			return enough(numbers.numbers);
		case 'moment':
			return enough(dates.dates);
		case 'time':
			return times > 0 && enough(times);
		case 'text':
			return true;
	}
}

/** A few of the names that a column for the field can have. */
export function examplesOf(field: Field): readonly string[] {
	return knownHeaders[field].slice(0, 3);
}
