import {expect, test} from 'vitest';
import {hash32, hash53, mixBits} from '../source/text-hash.ts';

const texts = Array.from({length: 200_000}, (_, number) => `2024-03-${number % 31}\0Tea\0${number}`);

test('texts that are nearly alike have 53 bits that differ', () => {
	expect(new Set(texts.map(hash53)).size).toBe(texts.length);
});

test('each half of the 53 bits tells texts apart about as well as chance lets it', () => {
	const pairs = texts.length ** 2 / 2;
	const alike = (bits: readonly number[]) => texts.length - new Set(bits).size;
	expect(alike(texts.map(text => hash53(text) >>> 0))).toBeLessThan((4 * pairs) / 2 ** 32);
	expect(alike(texts.map(hash32))).toBeLessThan((4 * pairs) / 2 ** 32);
	// Of 21 bits most texts share one: there are as many different ones as throws of a die would show.
	const upper = new Set(texts.map(text => Math.floor(hash53(text) / 2 ** 32))).size;
	expect(upper / (2 ** 21 * (1 - Math.exp(-texts.length / 2 ** 21)))).toBeCloseTo(1, 2);
});

test('a hash is a safe whole number above 0, of any text', () => {
	for (const text of ['', '\0', 'ä', '注文番号', 'a'.repeat(10_000)]) {
		expect(Number.isSafeInteger(hash53(text))).toBe(true);
		expect(hash53(text)).toBeGreaterThan(0);
	}
});

test('mixing is that of MurmurHash3, as its finaliser is published', () => {
	expect(mixBits(0)).toBe(0);
	expect(mixBits(1) >>> 0).toBe(0x51_4e_28_b7);
});
