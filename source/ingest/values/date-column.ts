import {dayMs, utcOfLocal, type Zone} from '../../business-time.ts';
import {readClockTime} from './clock-time.ts';
import {type DateParts, dateParts, localMsOf} from './date-parts.ts';

/** Which of two numbers is the day: `5/3` is 5 March to some and May the third to others. */
export type DateOrder = 'dmy' | 'mdy';

/** What a column of plain numbers counts. */
export type NumberedDates = 'seconds' | 'milliseconds' | 'days';

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

const excelSerial = /^[2-7]\d{4}(?:[.,]\d+)?$/;
const epochSeconds = /^1?\d{9}(?:\.\d+)?$/;
const epochMilliseconds = /^1?\d{12}$/;

const numberedPatterns = {
	days: excelSerial,
	seconds: epochSeconds,
	milliseconds: epochMilliseconds,
} as const satisfies Record<NumberedDates, RegExp>;

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
			for (const kind of ['days', 'seconds', 'milliseconds'] as const) {
				numbered[kind] += numberedPatterns[kind].test(cell) ? 1 : 0;
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
			const kind = (['seconds', 'milliseconds', 'days'] as const).find(
				name => numbered[name] > 0 && numbered[name] >= mostNumbered * cells,
			);
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
	const read = {dmy: inOrder(parts, 'dmy'), mdy: inOrder(parts, 'mdy')};
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

function inOrder({first, second, year}: {first: number; second: number; year: number}, order: DateOrder) {
	return order === 'dmy' ? localMsOf(year, second, first) : localMsOf(year, first, second);
}

/** How the dates of a column are read. */
export type DateStyle = {
	readonly numbered: NumberedDates | undefined;
	/** By the sign between day and month. */
	readonly orders: ReadonlyMap<string, OrderDecision>;
	/** For signs that come up later. */
	readonly otherwise: DateOrder;
};

export type OrderDecision = {
	readonly order: DateOrder;
	/**
	 * What decided: the flag, the import that rejected the rows, days above 12, the sequence of the rows,
	 * other columns, sources with the same columns, other tables beside it, how the country writes, or nothing, so that it is
	 * a guess.
	 */
	readonly by:
		| 'flag'
		| 'original'
		| 'days'
		| 'sequence'
		| 'dots'
		| 'others'
		| 'precedent'
		| 'beside'
		| 'country'
		| 'guess';
	readonly example: string;
	/** As many days above 12 stand first as second. */
	readonly isContradicted: boolean;
};

/** What is known of the dates of a column without them. */
export type DateKnowledge = {
	readonly order?: DateOrder | undefined;
	/** By the sign between day and month, in the import that rejected the rows. */
	readonly originals?: Readonly<Partial<Record<string, DateOrder>>> | undefined;
	/** In sources with the same columns. */
	readonly precedents?: Readonly<Partial<Record<string, DateOrder>>> | undefined;
	/** In other columns of the table. */
	readonly others?: DateOrder | undefined;
	/** In other tables of the same workbook or folder. */
	readonly beside?: DateOrder | undefined;
	/** The order of the country that other columns point to, such as US dollars. */
	readonly hint?: DateOrder | undefined;
};

/**
 * By the first that tells: what was asked for, the import that rejected the rows, the column itself, and then
 * what is known from elsewhere; without any of them it is a guess.
 */
export function decideDateStyle(
	sample: DateSample,
	{order, originals = {}, precedents = {}, others, beside, hint}: DateKnowledge = {},
): DateStyle {
	const decided = [...sample.orders].map(
		([separator, found]) => [separator, {separator, found, own: ownOrder(separator, found)}] as const,
	);
	// Signs that leave it open go by those that tell.
	const told = decided.find(([, {own}]) => own?.by === 'days')?.[1].own?.order;
	const otherwise = order ?? told ?? others ?? beside ?? hint ?? 'dmy';
	const orders = new Map<string, OrderDecision>();
	for (const [separator, {found, own}] of decided) {
		const {example, fits} = found;
		const ways: readonly (readonly [order: DateOrder | undefined, by: OrderDecision['by']])[] = [
			[order, 'flag'],
			[originals[separator], 'original'],
			[own?.order, own?.by ?? 'guess'],
			[told, 'days'],
			[others, 'others'],
			[precedents[separator], 'precedent'],
			[beside, 'beside'],
			[hint, 'country'],
		];
		const [decision = otherwise, by] = ways.find(([way]) => way !== undefined) ?? [otherwise, 'guess'];
		orders.set(separator, {
			order: decision,
			by,
			example,
			isContradicted: fits.dmy === fits.mdy && fits.dmy > 0,
		});
	}
	return {numbered: sample.numbered, orders, otherwise};
}

function ownOrder(
	separator: string,
	{fits, steps}: OrderSample,
): {order: DateOrder; by: OrderDecision['by']} | undefined {
	if (fits.dmy !== fits.mdy) {
		return {order: fits.dmy > fits.mdy ? 'dmy' : 'mdy', by: 'days'};
	}
	if (separator === '.') {
		return {order: 'dmy', by: 'dots'};
	}
	const isOrdered = ({back, forward}: {back: number; forward: number}) =>
		Math.min(back, forward) === 0 && Math.max(back, forward) >= 3;
	if (isOrdered(steps.dmy) !== isOrdered(steps.mdy)) {
		return {order: isOrdered(steps.dmy) ? 'dmy' : 'mdy', by: 'sequence'};
	}
	return undefined;
}

/** Which number the days above 12 in some columns show to be the day, if they agree. */
export function orderShownBy(samples: readonly DateSample[]): DateOrder | undefined {
	const orders = samples.flatMap(({orders: found}) => [...found.values()]);
	const isShown = (order: DateOrder) => orders.some(({fits}) => fits[order] > 0);
	return isShown('dmy') === isShown('mdy') ? undefined : isShown('dmy') ? 'dmy' : 'mdy';
}

/** Whether the rows so far leave open which number is the day, so that more of them are worth a look. */
export function isOrderOpen(sample: DateSample): boolean {
	return [...sample.orders].some(
		([separator, found]) => found.either > 0 && found.fits.dmy === found.fits.mdy && separator !== '.',
	);
}

/** What a cell holds: a moment in UTC milliseconds, nothing readable, or a date of the other order. */
export type MomentReading = number | 'unreadable' | 'otherOrder';

/** @param time from a column of its own */
export type MomentReader = (date: string, time?: string) => MomentReading;

/** Days from 30 December 1899, which Excel counts from, to 1970. */
const excelEpochDays = 25_569;

/** Moments without an offset are local times of the zone; a date alone is the beginning of its day. */
export function momentReader(style: DateStyle, zone: Zone): MomentReader {
	const read = (date: string, time: string | undefined): MomentReading => {
		if (style.numbered) {
			return numberedMoment(date, style.numbered, zone, time);
		}
		const parts = dateParts(date);
		if (!parts) {
			return 'unreadable';
		}
		const clock = readClockTime(time === undefined || parts.rest !== '' ? parts.rest : timeText(time));
		if (!clock) {
			return 'unreadable';
		}
		let day: number | undefined;
		if (parts.kind === 'day') {
			day = parts.localMs;
		} else {
			const order = style.orders.get(parts.separator)?.order ?? style.otherwise;
			day = inOrder(parts, order);
			if (day === undefined && inOrder(parts, order === 'dmy' ? 'mdy' : 'dmy') !== undefined) {
				return 'otherOrder';
			}
		}
		return day === undefined ? 'unreadable' : momentAt(day + clock.sinceMidnightMs, clock.offsetMs, zone);
	};
	// The lines of an order follow one another and bear one moment.
	let lastDate: string | undefined;
	let lastTime: string | undefined;
	let last: MomentReading = 'unreadable';
	return (date, time) => {
		if (date !== lastDate || time !== lastTime) {
			lastDate = date;
			lastTime = time;
			last = read(date, time);
		}
		return last;
	};
}

function momentAt(localMs: number, offsetMs: number | undefined, zone: Zone): number {
	return offsetMs === undefined ? utcOfLocal(zone, localMs) : localMs - offsetMs;
}

function numberedMoment(
	text: string,
	numbered: NumberedDates,
	zone: Zone,
	time: string | undefined,
): MomentReading {
	if (!numberedPatterns[numbered].test(text)) {
		return 'unreadable';
	}
	const count = Number(text.replace(',', '.'));
	if (numbered !== 'days') {
		return Math.round(numbered === 'seconds' ? count * 1000 : count);
	}
	const clock = time === undefined ? undefined : readClockTime(timeText(time));
	if (time !== undefined && !clock) {
		return 'unreadable';
	}
	// A serial has no more than the second.
	const localMs = Math.round((count - excelEpochDays) * 86_400) * 1000 + (clock?.sinceMidnightMs ?? 0);
	return momentAt(localMs, clock?.offsetMs, zone);
}

/** A time of day in a column of its own may be a share of the day, or an Excel date with its time. */
function timeText(text: string): string {
	if (/^0?[.,]\d+$/.test(text)) {
		const ms = Math.round(Number(text.replace(',', '.')) * 86_400) * 1000;
		return new Date(ms % dayMs).toISOString().slice(11, 19);
	}
	return text.replace(/^1899-12-3[01][T ]/, '').replace(/^1900-01-0[01][T ]/, '');
}
