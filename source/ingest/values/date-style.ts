import type {DateOrder} from './date-parts.ts';
import type {DateSample, OrderSample} from './date-sample.ts';
import type {NumberedDates} from './numbered-dates.ts';

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
