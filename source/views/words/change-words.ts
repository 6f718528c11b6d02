import type {Span} from '../../dashboard/dashboard.ts';
import type {ExplainedChange, ExplainedRow} from '../../dashboard/explain-change.ts';
import {type Formats, printable} from '../../format.ts';

/** Why revenue moved, in sentences: the whole, its parts, and where most of it comes from. */
export function changeInWords(change: ExplainedChange, formats: Formats): readonly string[] {
	return changeSentences(change, formats, {leaders: 3, hasSplit: true});
}

/** The same from the longest way to say it to the shortest. */
export function changeTexts(change: ExplainedChange, formats: Formats): readonly (readonly string[])[] {
	const whole = {...formats, money: formats.wholeMoney};
	const shortest = changeSentences(change, whole, {leaders: 0, hasSplit: false});
	return [
		changeInWords(change, formats),
		...[
			{leaders: 3, hasSplit: true},
			{leaders: 1, hasSplit: true},
			{leaders: 1, hasSplit: false},
			{leaders: 0, hasSplit: false},
		].map(options => changeSentences(change, whole, options)),
		// What moved, and by what, before when that was.
		[...shortest.slice(0, 1), ...shortest.slice(2)],
		shortest.slice(0, 1),
	];
}

type SentenceOptions = {
	/** How many of the rows with the largest change are named at most. */
	readonly leaders: number;
	/** Whether volume is told apart into orders and what is in each. */
	readonly hasSplit: boolean;
};

function changeSentences(
	change: ExplainedChange,
	formats: Formats,
	{leaders, hasSplit}: SentenceOptions,
): readonly string[] {
	if (change.status === 'collecting') {
		const empty = change.missing === 'before' ? change.against : change.span;
		return [`No sales ${spanInWords(empty, formats)}: there is nothing to compare.`];
	}
	const {total, orders, by} = change;
	const signed = (money: number) => `${money < 0 ? '-' : '+'}${formats.money(Math.abs(money))}`;
	const moved = total.change === 0 ? 'did not move' : total.change > 0 ? 'rose' : 'fell';
	const share = total.before > 0 ? ` (${formats.percent(Math.abs(total.change) / total.before)})` : '';
	const size = total.change === 0 ? '' : ` by ${formats.money(Math.abs(total.change))}${share}`;
	const split = hasSplit
		? ` (${countOf(orders.before, orders.after, formats)} ${signed(change.volumeByOrders)}, units in each ${signed(change.volumeByBasket)})`
		: '';
	const parts = [
		`volume ${signed(total.volume)}${split}`,
		`price ${signed(total.price)}`,
		`mix ${signed(total.mix)}`,
		`returns ${signed(total.returns)}`,
	];
	const most = [by.category, by.region, by.customers].flatMap(rows => leader(rows, signed)).slice(0, leaders);
	return [
		`Revenue ${moved}${size}: ${formats.money(total.before)} to ${formats.money(total.after)}.`,
		`${spanInWords(change.span, formats)}, against ${spanInWords(change.against, formats)}.`,
		`${capital(parts.join(', '))}.`,
		...(most.length > 0 ? [`Most of it: ${most.join('; ')}.`] : []),
	];
}

/** The row with the largest change, where there is more than one to choose from. */
function leader([first, second]: readonly ExplainedRow[], signed: (money: number) => string): string[] {
	if (!first || !second || first.change === 0) {
		return [];
	}
	const effects = (['volume', 'price', 'mix', 'returns'] as const).map(name => ({name, size: first[name]}));
	const largest = effects.reduce((a, b) => (Math.abs(b.size) > Math.abs(a.size) ? b : a));
	return [`${printable(first.name)} ${signed(first.change)}, of it ${largest.name} ${signed(largest.size)}`];
}

function countOf(before: number, after: number, formats: Formats): string {
	return `orders ${formats.count(before)} to ${formats.count(after)}`;
}

/** `Sun 8 Nov`, `Mon 2 Nov to Sun 8 Nov`, `Sun 8 Nov 00:00 to 18:30`: no more than it takes. */
function spanInWords({from, to}: Span, formats: Formats): string {
	const midnight = '00:00';
	const [first, last] = [formats.weekdayDate(from), formats.weekdayDate(to - 1)];
	const isOneDay = formats.fullDate(from) === formats.fullDate(to - 1);
	if (formats.time(from) === midnight && formats.time(to) === midnight) {
		return isOneDay ? first : `${first} to ${last}`;
	}
	return `${first} ${formats.time(from)} to ${isOneDay ? '' : `${last} `}${formats.time(to)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
