import type {Formats} from './format.ts';

/** What stands for a digit of masked money, where the terminal has it. */
export const maskMark = '•';

/** The same formats, but of money only the shape can be read: `€•,•••.••`. */
export function maskedFormats(formats: Formats, mark = maskMark): Formats {
	const masked = (write: (money: number) => string) => (money: number) => maskDigits(write(money), mark);
	return {
		...formats,
		money: masked(formats.money),
		wholeMoney: masked(formats.wholeMoney),
		shortMoney: masked(formats.shortMoney),
	};
}

/** Digits of any script. */
export function maskDigits(text: string, mark = maskMark): string {
	return text.replaceAll(/\p{Nd}/gu, mark);
}
