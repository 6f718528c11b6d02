import {readClockTime} from './clock-time.ts';
import {type DateOrder, type DateParts, dateParts, localMsInOrder} from './date-parts.ts';
import {isNumbered, type NumberedDates, numberedKinds} from './numbered-dates.ts';

/** What was found in the cells of a column that may hold dates. */
export type DateSample = {
	/** Cells that hold a date, in whatever order. */
	readonly dates: number;
	/** What the cells count, where nearly all of them are plain numbers. */
	readonly numbered: NumberedDates | undefined;
	/** By the sign between day and month. */
	readonly orders: ReadonlyMap<string, OrderSample>;
	/** How many tell the time of day. */
	readonly times: number;
	readonly halfDays: number;
};

export type OrderSample = {
	/** How many only that order fits. */
	readonly fits: Record<DateOrder, number>;
	/** How many both fit. */
	either: number;
	/** How often the dates would step backwards and forwards, read in that order. */
	readonly steps: Record<DateOrder, {back: number; forward: number}>;
	example: string;
};

/** From this share on a column is one of numbers; the rest is held to be wrong. */
const mostNumbered = 0.9;

export type DateSampler = {readonly add: (cell: string) => void; readonly sample: () => DateSample};

export function dateSampler(): DateSampler {
	const orders = new Map<string, OrderSample & {last: Record<DateOrder, number | undefined>}>();
	const numbered = {days: 0, seconds: 0, milliseconds: 0};
	let cells = 0;
	let dates = 0;
	let times = 0;
	let halfDays = 0;
	return {
		add(cell) {
			cells++;
			for (const kind of numberedKinds) {
				numbered[kind] += isNumbered(cell, kind) ? 1 : 0;
			}
			const parts = dateParts(cell);
			if (!parts || readClockTime(parts.rest) === undefined) {
				return;
			}
			times += parts.rest === '' ? 0 : 1;
			halfDays += /\d\s*[ap]\.?m/i.test(parts.rest) ? 1 : 0;
			if (parts.kind === 'day') {
				dates++;
				return;
			}
			const order = orders.get(parts.separator) ?? {
				fits: {dmy: 0, mdy: 0},
				either: 0,
				steps: {dmy: {back: 0, forward: 0}, mdy: {back: 0, forward: 0}},
				example: '',
				last: {dmy: undefined, mdy: undefined},
			};
			orders.set(parts.separator, order);
			dates += addToOrder(order, parts, cell) ? 1 : 0;
		},
		sample() {
			const kind = numberedKinds.find(name => numbered[name] > 0 && numbered[name] >= mostNumbered * cells);
			return {dates: kind ? numbered[kind] : dates, numbered: kind, orders, times, halfDays};
		},
	};
}

export function sampleDates(cells: Iterable<string>): DateSample {
	const {add, sample} = dateSampler();
	for (const cell of cells) {
		add(cell);
	}
	return sample();
}

/** @returns whether it is a date in any order */
function addToOrder(
	order: OrderSample & {last: Record<DateOrder, number | undefined>},
	parts: Extract<DateParts, {kind: 'either'}>,
	cell: string,
): boolean {
	const read = {dmy: localMsInOrder(parts, 'dmy'), mdy: localMsInOrder(parts, 'mdy')};
	if (read.dmy === undefined && read.mdy === undefined) {
		return false;
	}
	if (read.dmy !== undefined && read.mdy !== undefined) {
		order.either++;
		order.example ||= cell;
	} else {
		order.fits[read.dmy === undefined ? 'mdy' : 'dmy']++;
	}
	for (const name of ['dmy', 'mdy'] as const) {
		const day = read[name];
		const last = order.last[name];
		if (day !== undefined && last !== undefined && day !== last) {
			order.steps[name][day < last ? 'back' : 'forward']++;
		}
		order.last[name] = day ?? last;
	}
	return true;
}
