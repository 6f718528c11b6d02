import type {Formats} from './format.ts';
import {maskedFormats} from './masked-formats.ts';

// Of the private use area, which no font and no data has a character for.
const [begin, between, end] = ['\uE000', '\uE001', '\uE002'] as const;
const piece = new RegExp(`${begin}([^${end}]*?)${between}([^${end}]*)${end}`, 'g');

/** A piece of a sentence that reads differently when it is masked. */
export function maskable(plain: string, masked: string): string {
	return `${begin}${plain}${between}${masked}${end}`;
}

/** Formats whose money can be masked after the sentence around it is written. */
export function maskableFormats(formats: Formats): Formats {
	const masked = maskedFormats(formats);
	return {
		...formats,
		money: money => maskable(formats.money(money), masked.money(money)),
		wholeMoney: money => maskable(formats.wholeMoney(money), masked.wholeMoney(money)),
		shortMoney: money => maskable(formats.shortMoney(money), masked.shortMoney(money)),
	};
}

export function plainText(text: string): string {
	return text.replaceAll(piece, '$1');
}

export function maskedText(text: string): string {
	return text.replaceAll(piece, '$2');
}
