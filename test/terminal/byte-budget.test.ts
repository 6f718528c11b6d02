import {expect, test} from 'vitest';
import {parseByteRate} from '../../source/terminal/byte-budget.ts';

test.each([
	['2000', 2000],
	['2k', 2000],
	['1.5K', 1500],
	['1m', 1_000_000],
	[' 50 ', 50],
])('%j is %i bytes a second', (text, bytes) => {
	expect(parseByteRate(text)).toBe(bytes);
});

test.each(['', '0', '49', '-1', 'fast', '2kb', '1e9m'])('%j is no budget', text => {
	expect(() => parseByteRate(text)).toThrow(/write bytes a second from 50 on/);
});
