import {expect, test} from 'vitest';
import {moneyToDecimal, parseMoney} from '../source/money.ts';
import fc from './helpers/property.ts';

test.each([
	['12.34', 123_400],
	['-0.001', -10],
	['.5', 5000],
	['+7', 70_000],
	['0.00005', 1],
	['-0.00005', -1],
	['0.00004', 0],
	['-0', 0],
	['899999999999.9999', 8_999_999_999_999_999],
])('%s is read as %i ten-thousandths', (text, money) => {
	expect(parseMoney(text)).toBe(money);
});

test.each(['', '-', '.', '1,5', '1e3', '£5', '12.', ' 1', '9999999999999'])(
	'"%s" is no plain decimal',
	text => {
		expect(parseMoney(text)).toBeUndefined();
	},
);

test('every amount survives being written and read', () => {
	fc.assert(
		fc.property(fc.maxSafeInteger(), money => {
			expect(parseMoney(moneyToDecimal(money))).toBe(money);
		}),
	);
});
