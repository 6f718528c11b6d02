import {openZone, type Zone} from './business-time.ts';
import {type Money, moneyScale} from './money.ts';

/** How numbers and times are written for one reader: their locale, currency and business zone. */
export type Formats = {
	readonly locale: string;
	/** ISO 4217 code. */
	readonly currency: string;
	readonly zoneName: string;
	/** `€1,240.50`, with the currency's own digits. */
	readonly money: (money: Money) => string;
	/** `€1,241`, without a fraction. */
	readonly wholeMoney: (money: Money) => string;
	/** `€21.80`, `€1,240`, `€12.4K`: for narrow places; no digit is lost that a reader would miss. */
	readonly shortMoney: (money: Money) => string;
	/** `12,345`. */
	readonly count: (count: number) => string;
	/** `1,240`, `12.3K`. */
	readonly shortCount: (count: number) => string;
	/** `12.4%` of a share of 0.124. */
	readonly percent: (share: number, digits?: number) => string;
	/** `18:57`. */
	readonly time: (utcMs: number) => string;
	/** `18:57:02`. */
	readonly clock: (utcMs: number) => string;
	/** `20 Nov`. */
	readonly date: (utcMs: number) => string;
	/** `Fri 20 Nov`. */
	readonly weekdayDate: (utcMs: number) => string;
	/** `20 Nov 2026`. */
	readonly fullDate: (utcMs: number) => string;
	/** `Fri`. */
	readonly weekday: (utcMs: number) => string;
	/** `2026`. */
	readonly year: (utcMs: number) => string;
	/** `Nov 2026`. */
	readonly month: (utcMs: number) => string;
	/** Milliseconds of the business zone, for arithmetic with its days and hours. */
	readonly localTime: (utcMs: number) => number;
};

export type FormatOptions = {
	/** BCP 47 tag. */
	readonly locale: string;
	readonly currency: string;
	readonly zone: Pick<Zone, 'name'>;
};

/**
 * Builds the formats once; every call after that is cheap.
 *
 * @throws RangeError that names the value for an unknown locale or currency.
 */
export function createFormats({locale, currency, zone}: FormatOptions): Formats {
	assertKnown(locale, currency);
	const moneyStyle = {style: 'currency', currency, currencyDisplay: 'narrowSymbol'} as const;
	const money = new Intl.NumberFormat(locale, moneyStyle);
	const wholeMoney = new Intl.NumberFormat(locale, {...moneyStyle, maximumFractionDigits: 0});
	const short = {notation: 'compact', maximumSignificantDigits: 3} as const;
	const shortMoney = new Intl.NumberFormat(locale, {...moneyStyle, ...short});
	const count = new Intl.NumberFormat(locale, {maximumFractionDigits: 0});
	const shortCount = new Intl.NumberFormat(locale, short);
	const percents = [0, 1, 2].map(
		digits =>
			new Intl.NumberFormat(locale, {
				style: 'percent',
				minimumFractionDigits: digits,
				maximumFractionDigits: digits,
			}),
	);
	const moment = (options: Intl.DateTimeFormatOptions) => {
		const formatter = new Intl.DateTimeFormat(locale, {timeZone: zone.name, ...options});
		return remembered(utcMs => tidy(formatter.format(utcMs)));
	};
	const {offsetAt} = openZone(zone.name);
	return {
		locale,
		currency,
		zoneName: zone.name,
		money: remembered(value => tidy(money.format(value / moneyScale))),
		wholeMoney: remembered(value => tidy(wholeMoney.format(value / moneyScale))),
		shortMoney: remembered(value => {
			const amount = value / moneyScale;
			const size = Math.abs(amount);
			return tidy((size < 100 ? money : size < leastShortened ? wholeMoney : shortMoney).format(amount));
		}),
		count: remembered(value => tidy(count.format(value))),
		shortCount: remembered(value =>
			tidy((Math.abs(value) < leastShortened ? count : shortCount).format(value)),
		),
		percent: (share, digits = 1) => tidy(percents[digits]!.format(share)),
		time: moment({hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}),
		clock: moment({hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'}),
		date: moment({day: 'numeric', month: 'short'}),
		weekdayDate: moment({weekday: 'short', day: 'numeric', month: 'short'}),
		fullDate: moment({day: 'numeric', month: 'short', year: 'numeric'}),
		weekday: moment({weekday: 'short'}),
		year: moment({year: 'numeric'}),
		month: moment({month: 'short', year: 'numeric'}),
		localTime: utcMs => utcMs + offsetAt(utcMs),
	};
}

/** Below this the whole number is hardly longer, and Intl's short one is not grouped in every locale. */
const leastShortened = 10_000;

/** Of each kind: more than a screen shows. */
const mostRemembered = 500;

/** From frame to frame most values stay what they were, and Intl takes 10 µs and more for one of them. */
function remembered(write: (value: number) => string): (value: number) => string {
	const texts = new Map<number, string>();
	return value => {
		let text = texts.get(value);
		if (text === undefined) {
			if (texts.size >= mostRemembered) {
				texts.clear();
			}
			text = write(value);
			texts.set(value, text);
		}
		return text;
	};
}

/** Intl puts narrow and no-break spaces into numbers; not every terminal font has them. */
function tidy(text: string): string {
	return text.replaceAll(/[\u00A0\u202F\u2009]/g, ' ');
}

function assertKnown(locale: string, currency: string): void {
	try {
		Intl.getCanonicalLocales(locale);
	} catch (error) {
		throw new RangeError(`unknown locale "${locale}": use a tag such as en-GB, fr or de-CH`, {cause: error});
	}
	if (!Intl.supportedValuesOf('currency').includes(currency)) {
		throw new RangeError(`unknown currency "${currency}": use an ISO 4217 code such as EUR, USD or GBP`);
	}
}

// Built from numbers, so that this file holds no invisible characters itself.
const range = (first: number, last: number) => `${String.fromCharCode(first)}-${String.fromCharCode(last)}`;
const controls = new RegExp(`[${range(0x00, 0x1f)}${range(0x7f, 0x9f)}]`, 'g');
const invisible = new RegExp(
	`[${range(0x200b, 0x200f)}${range(0x2028, 0x202e)}${range(0x2060, 0x206f)}${String.fromCharCode(0xfeff)}]`,
	'g',
);

/**
 * Makes text that came from data safe for a terminal: control characters are shown as `·`, and
 * invisible ones, which can turn or hide what follows, are dropped.
 */
export function printable(text: string): string {
	return text.replaceAll(controls, '·').replaceAll(invisible, '');
}
