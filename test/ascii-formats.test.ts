import {expect, test} from 'vitest';
import {asciiFormats, asciiWriter} from '../source/ascii-formats.ts';
import {createFormats} from '../source/format.ts';

const zone = {name: 'Europe/Paris'};
const august = Date.UTC(2026, 7, 12, 10);

test.each([
	['en-GB', 'EUR', 'EUR 1,240.50', 'EUR 12.4k', '12 Aug'],
	['fr-FR', 'EUR', '1 240,50 EUR', '12,4 k EUR', '12 aout'],
	['en-US', 'USD', '$1,240.50', '$12.4K', 'Aug 12'],
	['en-GB', 'GBP', 'GBP 1,240.50', 'GBP 12.4k', '12 Aug'],
	['sv-SE', 'SEK', '1 240,50 kr', '12,4 tn kr', '12 aug.'],
])('%s and %s are written without anything but ASCII', (locale, currency, money, short, date) => {
	const formats = asciiFormats(createFormats({locale, currency, zone}));
	expect(formats.money(12_405_000)).toBe(money);
	expect(formats.shortMoney(124_050_000)).toBe(short);
	expect(formats.date(august)).toBe(date);
	expect(formats.money(-12_405_000)).toMatch(/^-[ -~]+$/);
	expect(formats.currency).toBe(currency);
});

test('sentences are written with the same characters; names of other scripts stay', () => {
	const write = asciiWriter({locale: 'en-GB', currency: 'EUR'});
	expect(write('Île-de-France brought €1,240, not -€12 – 98% → 36%')).toBe(
		'Ile-de-France brought EUR 1,240, not -EUR 12 - 98% -> 36%',
	);
	expect(write('東京 €5')).toBe('東京 EUR 5');
});
