import {expect, test} from 'vitest';
import {createFormats, printable} from '../source/format.ts';

const at = Date.UTC(2026, 10, 20, 17, 57, 2);

test('numbers are written as the reader is used to', () => {
	const british = createFormats({locale: 'en-GB', currency: 'GBP', zone: {name: 'Europe/London'}});
	expect([
		british.money(12_405_000),
		british.wholeMoney(12_405_000),
		british.shortMoney(123_400_000),
	]).toEqual(['£1,240.50', '£1,241', '£12.3k']);
	expect([
		british.money(-890_000),
		british.count(12_345),
		british.percent(0.1241),
		british.percent(0.5, 0),
	]).toEqual(['-£89.00', '12,345', '12.4%', '50%']);
	const french = createFormats({locale: 'fr', currency: 'EUR', zone: {name: 'Europe/Paris'}});
	expect([french.money(12_405_000), french.percent(0.1241)]).toEqual(['1 240,50 €', '12,4 %']);
	const yen = createFormats({locale: 'ja', currency: 'JPY', zone: {name: 'Asia/Tokyo'}});
	expect(yen.money(12_405_000)).toBe('￥1,241');
});

test('short numbers lose no digit that a reader would miss, and stay grouped', () => {
	const swiss = createFormats({locale: 'de-CH', currency: 'CHF', zone: {name: 'Europe/Zurich'}});
	const amounts = [0, 98_900, 218_000, -218_000, 2_182_500, 80_000_000, 704_000_000];
	expect(amounts.map(swiss.shortMoney)).toEqual([
		'CHF 0.00',
		'CHF 9.89',
		'CHF 21.80',
		'CHF-21.80',
		'CHF 218',
		"CHF 8'000",
		"CHF 70'400",
	]);
	expect([8000, 1308, 12_345].map(swiss.shortCount)).toEqual(["8'000", "1'308", "12'300"]);
});

test('times are those of the business zone', () => {
	const formats = createFormats({locale: 'en-GB', currency: 'EUR', zone: {name: 'Asia/Kathmandu'}});
	expect([formats.time(at), formats.clock(at), formats.weekdayDate(at), formats.month(at)]).toEqual([
		'23:42',
		'23:42:02',
		'Fri 20 Nov',
		'Nov 2026',
	]);
});

test('an unknown locale or currency is named, with what to write instead', () => {
	const zone = {name: 'UTC'};
	expect(() => createFormats({locale: 'x', currency: 'EUR', zone})).toThrow('unknown locale "x"');
	expect(() => createFormats({locale: 'en', currency: 'EURO', zone})).toThrow(
		'unknown currency "EURO": use an ISO 4217 code',
	);
});

test('text from data cannot command a terminal', () => {
	expect(printable('a\u001B[2Jb\r\n\u0007\u009Bc')).toBe('a·[2Jb···' + '·c');
	expect(printable('abc\u202Edef\u200B\u2066ghi\uFEFF')).toBe('abcdefghi');
	expect(printable('Crème brûlée 日本 🙂')).toBe('Crème brûlée 日本 🙂');
});
