import {expect, test} from 'vitest';
import {openZone} from '../../../source/business-time.ts';
import {sampleDates} from '../../../source/ingest/values/date-sample.ts';
import {decideDateStyle, isOrderOpen} from '../../../source/ingest/values/date-style.ts';
import {momentReader} from '../../../source/ingest/values/moment-reader.ts';

const newYork = openZone('America/New_York');
const utc = openZone('UTC');
const iso = (moment: number | string) =>
	typeof moment === 'number' ? new Date(moment).toISOString().replace(/\.000Z$/, 'Z') : moment;

/** What each cell of a column is read as, in UTC. */
function column(cells: readonly string[], hints = {}) {
	const style = decideDateStyle(sampleDates(cells), hints);
	const read = momentReader(style, utc);
	return {style, values: cells.map(cell => iso(read(cell)))};
}

test.each([
	['2010-12-01 08:26:00', '2010-12-01T13:26:00Z'],
	['2010-12-01T08:26', '2010-12-01T13:26:00Z'],
	['2010-07-01 08:26:30.5', '2010-07-01T12:26:30.500Z'],
	['2010-12-01T08:26Z', '2010-12-01T08:26:00Z'],
	['2010-12-01 08:26:00 UTC', '2010-12-01T08:26:00Z'],
	['2010-12-01T08:26:00+05:30', '2010-12-01T02:56:00Z'],
	['2010-12-01 08:26:00 -0800', '2010-12-01T16:26:00Z'],
	['2010-12-01', '2010-12-01T05:00:00Z'],
	['2010/12/1', '2010-12-01T05:00:00Z'],
	['2012-02-29', '2012-02-29T05:00:00Z'],
	['20101201', '2010-12-01T05:00:00Z'],
	['31/12/2010', '2010-12-31T05:00:00Z'],
	['12/31/2010', '2010-12-31T05:00:00Z'],
	['31-12-10', '2010-12-31T05:00:00Z'],
	['31.12.2010', '2010-12-31T05:00:00Z'],
	['31.12.2010 08:26', '2010-12-31T13:26:00Z'],
	['31.12.2010, 08:26', '2010-12-31T13:26:00Z'],
	['12/31/2010 8:26:05 PM', '2011-01-01T01:26:05Z'],
	['12/31/2010 12:05 am', '2010-12-31T05:05:00Z'],
	['12/31/2010 12:05 p.m.', '2010-12-31T17:05:00Z'],
	['1 Dec 2010', '2010-12-01T05:00:00Z'],
	['01-Dec-10', '2010-12-01T05:00:00Z'],
	['Dec 1, 2010', '2010-12-01T05:00:00Z'],
	['December 1st, 2010 8:26 AM', '2010-12-01T13:26:00Z'],
	['Wed, 01 Dec 2010 08:26:00 +0000', '2010-12-01T08:26:00Z'],
	['Wed Dec 01 2010 08:26:00 GMT+0000 (UTC)', '2010-12-01T08:26:00Z'],
	['Wed Dec 01 08:26:00 UTC 2010', '2010-12-01T08:26:00Z'],
	['Jan 1, 2022 12:06:12 AM PST', '2022-01-01T08:06:12Z'],
	['1. Dezember 2010', '2010-12-01T05:00:00Z'],
	['1 décembre 2010', '2010-12-01T05:00:00Z'],
	['1 de dezembro de 2010', '2010-12-01T05:00:00Z'],
	['2010-Dec-01', '2010-12-01T05:00:00Z'],
	['1291191960', '2010-12-01T08:26:00Z'],
	['1291191960000', '2010-12-01T08:26:00Z'],
	['40513', '2010-12-01T05:00:00Z'],
	['40513.35138888889', '2010-12-01T13:26:00Z'],
])('%s in New York is %s', (text, moment) => {
	const read = momentReader(decideDateStyle(sampleDates([text])), newYork);
	expect(iso(read(text))).toBe(moment);
});

test.each([
	'2010-02-29',
	'2010-13-01',
	'2010-12-00',
	'2010-12-01 24:00',
	'2010-12-01 08:60',
	'2010-12-01 13:00 PM',
	'2010-12/01',
	'0099-01-01',
	'31/31/2010',
	'30/2/2010',
	'yesterday',
	'1 Foo 2010',
	'12',
	'2010-12-01 08:26 XYZ',
	'2010-12-01abc',
])('%s is no moment', text => {
	expect(column([text, '2010-12-01']).values[0]).toBe('unreadable');
});

test('one day above 12 decides the order of the whole column', () => {
	expect(column(['5/3/2024', '13/3/2024']).values).toEqual(['2024-03-05T00:00:00Z', '2024-03-13T00:00:00Z']);
	expect(column(['5/3/2024', '3/13/2024']).values).toEqual(['2024-05-03T00:00:00Z', '2024-03-13T00:00:00Z']);
});

test('days that stay open go by the sequence of the rows', () => {
	const march = column(['01/03/2024', '02/03/2024', '05/03/2024', '01/04/2024']);
	expect(march.style.orders.get('/')).toMatchObject({order: 'dmy', by: 'sequence'});
	const days = column(['01/03/2024', '01/04/2024', '01/05/2024', '02/01/2024']);
	expect(days.style.orders.get('/')).toMatchObject({order: 'mdy', by: 'sequence'});
});

test('a date against the order of its column is told apart from one that cannot be read', () => {
	expect(column(['13/3/2024', '14/3/2024', '3/15/2024', '3/45/2024']).values.slice(2)).toEqual([
		'otherOrder',
		'unreadable',
	]);
});

test('each sign between day and month has an order of its own, and an open one goes by the others', () => {
	const {style, values} = column(['13/3/2024', '3-14-2024', '05.03.2024']);
	expect(values).toEqual(['2024-03-13T00:00:00Z', '2024-03-14T00:00:00Z', '2024-03-05T00:00:00Z']);
	expect(style.orders.get('.')).toMatchObject({by: 'dots'});
	expect(column(['13/3/2024', '5-3-2024']).values[1]).toBe('2024-03-05T00:00:00Z');
});

test('what nothing decides is a guess, by the country where one is known, and a flag overrules all', () => {
	const cells = ['5/3/2024', '4/2/2024'];
	expect(column(cells).style.orders.get('/')).toMatchObject({order: 'dmy', by: 'guess', example: '5/3/2024'});
	expect(column(cells, {hint: 'mdy'}).style.orders.get('/')).toMatchObject({order: 'mdy', by: 'country'});
	expect(column(['13/3/2024', '5/3/2024'], {order: 'mdy'}).values).toEqual([
		'otherOrder',
		'2024-05-03T00:00:00Z',
	]);
});

test('an order is open as long as no row tells it', () => {
	expect(isOrderOpen(sampleDates(['5/3/2024']))).toBe(true);
	expect(isOrderOpen(sampleDates(['5/3/2024', '13/3/2024']))).toBe(false);
	expect(isOrderOpen(sampleDates(['2024-03-05', '05.03.2024']))).toBe(false);
});

test.each([
	['2024-03-05', '14:30', '2024-03-05T14:30:00Z'],
	['2024-03-05', '2:30 PM', '2024-03-05T14:30:00Z'],
	['5.3.2024', '0.5', '2024-03-05T12:00:00Z'],
	['45356', '14:30:05', '2024-03-05T14:30:05Z'],
	['2024-03-05', '1899-12-30 14:30:00', '2024-03-05T14:30:00Z'],
	['2024-03-05', 'noon', 'unreadable'],
])('the date %s with the time %s is %s', (date, time, moment) => {
	expect(iso(momentReader(decideDateStyle(sampleDates([date])), utc)(date, time))).toBe(moment);
});

test('a column of numbers is dates only where all of it is', () => {
	expect(sampleDates(['40513', '17'])).toMatchObject({numbered: undefined, dates: 0});
	expect(sampleDates(['40513', '40514'])).toMatchObject({numbered: 'days', dates: 2});
});
