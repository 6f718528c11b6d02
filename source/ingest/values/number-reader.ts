import {type Money, moneyScale, parseMoney} from '../../money.ts';
import {bareNumber} from './bare-number.ts';
import {markEvidence, plainDecimal} from './decimal-mark.ts';
import type {NumberStyle} from './number-style.ts';

/** Reads one cell, a percent as a share; nothing where it holds no number that fits its column. */
export type NumberReader = {
	/** A plain decimal such as `-12.5`. */
	readonly plain: (text: string) => string | undefined;
	readonly money: (text: string) => Money | undefined;
	/** Counts of money with what lies beyond the fourth decimal, in floating point. */
	readonly fineMoney: (text: string) => number | undefined;
};

export function numberReader({mark, isMixed}: NumberStyle): NumberReader {
	const plain = (text: string) => {
		const bare = bareNumber(text);
		const evidence = bare && markEvidence(bare.digits);
		if (!bare || (isMixed && evidence === 'either')) {
			return undefined;
		}
		const own = evidence === '.' || evidence === ',' ? evidence : mark;
		const digits = plainDecimal(withoutExponent(bare.digits), own);
		if (digits === undefined) {
			return undefined;
		}
		const decimal = shifted(digits, exponentOf(bare.digits) - (bare.isPercent ? 2 : 0));
		return bare.isNegative ? `-${decimal}` : decimal;
	};
	const isPlain = mark === '.' && !isMixed;
	return {
		plain,
		fineMoney(text) {
			const decimal = plain(text);
			return decimal === undefined ? undefined : Number(decimal) * moneyScale;
		},
		money(text) {
			const money = isPlain ? parseMoney(text) : undefined;
			if (money !== undefined) {
				return money;
			}
			const decimal = plain(text);
			return decimal === undefined ? undefined : parseMoney(decimal);
		},
	};
}

function withoutExponent(digits: string): string {
	return digits.replace(/[eE].*$/, '');
}

function exponentOf(digits: string): number {
	const at = digits.search(/[eE]/);
	return at < 0 ? 0 : Number(digits.slice(at + 1));
}

/** Moves the point of a plain decimal; exact, as floating point would not be. */
function shifted(decimal: string, places: number): string {
	if (places === 0) {
		return decimal;
	}
	const [whole = '', fraction = ''] = decimal.split('.');
	return places > 0
		? `${whole}${fraction.slice(0, places).padEnd(places, '0')}.${fraction.slice(places)}`.replace(/\.$/, '')
		: `${whole.padStart(-places + 1, '0').slice(0, places)}.${whole.padStart(-places + 1, '0').slice(places)}${fraction}`;
}
