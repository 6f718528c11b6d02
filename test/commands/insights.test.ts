import path from 'node:path';
import {expect, test} from 'vitest';
import type {ShopHistory} from '../../source/analytics/insights/shop-history.ts';
import {beforeWords, counted} from '../../source/analytics/insights/spans.ts';
import {dayMs, hourMs} from '../../source/business-time.ts';
import {analyse} from '../../source/commands/analyse.ts';
import {type Command, UsageError} from '../../source/commands/command-line/command.ts';
import {insights} from '../../source/commands/insights.ts';
import {emptyConfiguration, type Target} from '../../source/configuration/configuration.ts';
import {moneyScale} from '../../source/money.ts';
import type {Order} from '../../source/order.ts';
import {exponential} from '../../source/producer/distributions.ts';
import {randomStream} from '../../source/producer/random.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

async function run(command: Command, argv: readonly string[], targets: readonly Target[] = []) {
	const configuration = {...emptyConfiguration, targets};
	const {exitCode, output, messages} = await runCommand(command, argv, {configuration});
	return {exitCode, out: output, err: messages.join('\n')};
}

/** Monday 27 July 2026 at midnight in Paris. */
const start = Date.UTC(2026, 6, 26, 22);
const days = 84;
const end = start + days * dayMs;

/** A shop whose Saturdays bring twice as much and whose Brittany has doubled in the last 28 days. */
function shop(): {file: string; orders: readonly Order[]} {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const random = randomStream(1, 'sales');
	const orders: Order[] = [];
	for (let day = 0; day < days; day++) {
		const [isSaturday, isLate] = [day % 7 === 5, day >= days - 28];
		const region = () => (random() < (isLate ? 0.5 : 0.25) ? 'Bretagne' : 'Corse');
		for (
			let hour = 8 + exponential(random, 0.25);
			hour < 20;
			hour += exponential(random, isSaturday ? 0.125 : 0.25)
		) {
			orders.push(
				order({
					at: Math.floor(start + day * dayMs + hour * hourMs),
					region: region(),
					lines: [line({product: product({price: Math.round((20 + 20 * random()) * moneyScale)})})],
				}),
			);
		}
	}
	openOrderRecorder(store).record('test', orders);
	store.close();
	return {file, orders};
}

const asOf = ['--as-of', '2026-10-18'];

/** Revenue of the shop's orders, counted here, in whole euros. */
function revenueOf(orders: readonly Order[]): number {
	return Math.round(orders.reduce((sum, {lines}) => sum + lines[0]!.unitPrice, 0) / moneyScale);
}

test('what is told is what the orders add up to', async () => {
	const {file, orders} = shop();
	const {out, exitCode} = await run(insights, ['--db', file, '--format', 'json', ...asOf]);
	const result = JSON.parse(out);
	expect(exitCode).toBe(0);
	expect(result).toMatchObject({
		status: 'ready',
		window: {from: '2026-09-21', to: '2026-10-18'},
		before: {from: '2026-08-24', to: '2026-09-20'},
		alpha: 0.05,
		waiting: [],
	});
	const bretagne = orders.filter(({region}) => region === 'Bretagne');
	const since = (from: number, to: number) =>
		bretagne.filter(({at}) => at >= start + from * dayMs && at < start + to * dayMs);
	const region = result.findings.find(
		({kind, subject}: {kind: string; subject: string}) => kind === 'region' && subject === 'Bretagne',
	);
	expect(region.about).toEqual([{kind: 'region', name: 'Bretagne'}]);
	expect(Math.round(Number(region.value))).toBe(revenueOf(since(days - 28, days)));
	expect(Math.round(Number(region.usual))).toBe(revenueOf(since(days - 56, days - 28)));
	expect(region.evidence).toMatchObject({
		n: 56,
		of: 'days',
		test: 'Welch test of daily shares',
		from: '2026-08-24',
		to: '2026-10-18',
	});
	expect(region.evidence.interval.lo).toBeLessThan(0.25);
	expect(region.evidence.interval.hi).toBeGreaterThan(0.25);
	const weekend = result.findings.find(({kind}: {kind: string}) => kind === 'weekend');
	const weekdayOf = ({at}: Order) => Math.floor((at - start) / dayMs) % 7;
	// The first day is left out, because the shop began in it, and with it the first week.
	const whole = orders.filter(({at}) => at >= start + 7 * dayMs);
	expect(Number(weekend.value)).toBeCloseTo(revenueOf(whole.filter(sold => weekdayOf(sold) >= 5)) / 22, 0);
	expect(Number(weekend.usual)).toBeCloseTo(revenueOf(whole.filter(sold => weekdayOf(sold) < 5)) / 55, 0);
});

test('a table tells the findings by rank, with their evidence, and how many are chance', async () => {
	const {file} = shop();
	const {out} = await run(insights, ['--db', file, '--limit', '2', ...asOf]);
	const lines = out.split('\n');
	expect(lines[0]).toBe('Mon 21 Sept to Sun 18 Oct against Mon 24 Aug to Sun 20 Sept');
	expect(lines[1]).toMatch(/^\d findings in \d+ tests; of what is found, 5% at the most is chance$/);
	expect(lines[3]).toMatch(/^ 1 {2}(Bretagne|Corse) is the fastest-/);
	expect(out).toMatch(/56 days, Welch test of daily shares, q <0.0001,/);
	expect(lines.at(-1)).toMatch(/^\d more; --limit shows them$/);
	expect(Math.max(...lines.map(text => text.length))).toBeLessThanOrEqual(120);
});

test('other formats have a row a finding', async () => {
	const {file} = shop();
	const {out: csv} = await run(insights, ['--db', file, '--format', 'csv', ...asOf]);
	expect(csv.split('\n')[0]).toBe(
		'kind,subject,sentence,pattern,unit,value,usual,worth,n,of,test,p,q,lo,hi,from,to',
	);
	const {out: rows} = await run(insights, ['--db', file, '--format', 'ndjson', ...asOf]);
	const parsed = rows.split('\n').map(text => JSON.parse(text));
	expect(parsed).toHaveLength(csv.split('\n').length - 1);
	expect(parsed[0]).toMatchObject({kind: 'region', unit: 'money', pattern: false});
	const {out: md} = await run(insights, ['--db', file, '--format', 'md', ...asOf]);
	expect(md).toContain('| What | Evidence | Worth |');
});

test('what comes after the moment asked for is unknown', async () => {
	const {file} = shop();
	const {out} = await run(insights, ['--db', file, '--format', 'json', '--as-of', '2026-08-05T10:00']);
	expect(JSON.parse(out)).toMatchObject({
		days: 8,
		before: null,
		waiting: [
			'what has changed: 8 of 14 closed days',
			'weekdays, unusual days and hours: 8 of 28 closed days',
		],
	});
	const early = await run(insights, ['--db', file, '--as-of', '2026-07-29']);
	expect(early.out).toBe('Collecting: 2 of 7 closed days');
});

test('a window is a number of days, or begins on one', async () => {
	const {file} = shop();
	const windowOf = async (...argv: string[]) =>
		JSON.parse((await run(insights, ['--db', file, '--format', 'json', ...asOf, ...argv])).out);
	expect(await windowOf('--window', '10d')).toMatchObject({
		window: {from: '2026-10-09', to: '2026-10-18'},
		before: {from: '2026-09-25', to: '2026-10-04'},
	});
	expect((await windowOf('--window', '2w')).window).toEqual({from: '2026-10-05', to: '2026-10-18'});
	expect((await windowOf('--window', '48h')).window).toEqual({from: '2026-10-17', to: '2026-10-18'});
	expect((await windowOf('--window', '2026-10-01..2026-10-07')).window).toEqual({
		from: '2026-10-01',
		to: '2026-10-07',
	});
	expect((await windowOf('--since', '2026-10-05')).window).toEqual({from: '2026-10-05', to: '2026-10-18'});
});

test('a single day is not called a span', async () => {
	const {file} = shop();
	const {out} = await run(insights, ['--db', file, ...asOf, '--window', '1d', '--alpha', '0.5']);
	expect(out.split('\n')[0]).toBe('Sun 18 Oct against Sun 11 Oct');
	expect(beforeWords({windowDays: 1, shiftDays: 7} as ShopHistory)).toBe('on the same weekday a week before');
	expect(beforeWords({windowDays: 1, shiftDays: 1} as ShopHistory)).toBe('on the day before');
	expect(beforeWords({windowDays: 10, shiftDays: 14} as ShopHistory)).toBe(
		'on the same 10 weekdays 2 weeks before',
	);
	expect([counted(1, 'days'), counted(2, 'days'), counted(1, 'regular customers')]).toEqual([
		'1 day',
		'2 days',
		'1 regular customer',
	]);
});

test('targets of the configuration are looked at', async () => {
	const {file, orders} = shop();
	const sold = revenueOf(orders.filter(({at}) => at >= end - 28 * dayMs));
	const target = {of: 'product', name: 'pan', revenue: 2 * (sold / 4) * moneyScale, per: 'week'} as const;
	const {out} = await run(insights, ['--db', file, '--format', 'json', ...asOf], [target]);
	const found = JSON.parse(out).findings.find(({kind}: {kind: string}) => kind === 'target');
	expect(found.sentence).toMatch(/^pan is 50% below target: €[\d,]+ of €[\d,]+ in 28 days$/);
	expect(Math.round(Number(found.value))).toBe(sold);
});

test('a shop that has ended is looked at as of its last sale, and that is said', async () => {
	const {file} = shop();
	const {out, err} = await run(insights, ['--db', file, '--as-of', '2026-12-24']);
	expect(err).toBe('salesmon: nothing was sold for over a week: this is as of the last sale');
	expect(out.split('\n')[0]).toBe('Mon 21 Sept to Sun 18 Oct against Mon 24 Aug to Sun 20 Sept');
	expect(out).not.toContain('No sale for');
});

test('a silence of the present is told', async () => {
	const {file, orders} = shop();
	const last = orders.at(-1)!.at;
	const {out} = await run(insights, [
		...['--db', file, '--alpha', '0.1', '--as-of'],
		new Date(last + 14 * hourMs).toISOString(),
	]);
	expect(out).toMatch(/No sale for 14 h; \d+ min is usual on Monday at \d\d:00/);
});

test('they are found by analyse too, with the same result', async () => {
	const {file} = shop();
	const {out} = await run(analyse, ['insights', '--db', file, ...asOf]);
	const {out: own} = await run(insights, ['--db', file, '--format', 'json', ...asOf]);
	expect(JSON.parse(out)).toMatchObject({what: 'insights', subject: '', result: JSON.parse(own)});
});

test.each([
	[['--alpha', '2'], '--alpha 2: write a share above 0 and up to 0.5, such as 0.05'],
	[['--limit', 'many'], '--limit many: write a whole number from 1 on, such as 10'],
	[
		['--window', 'week'],
		'--window week: write how long, such as 15m, 36h, 30d or all, or from when to when, such as 2026-11-01..2026-11-07',
	],
	[
		['--window', '36h'],
		'--window 36h: insights are about 1 to 366 whole days that are over, such as 28d or 2026-11-01..2026-11-07',
	],
	[
		['--window', '7d', '--since', '2026-10-01'],
		'give --window or --since, not both: each says where the days begin',
	],
	[
		['--since', '2026-10-25'],
		'--since 2026-10-25: name a day from 1 to 366 days before the present one, or before --as-of',
	],
])('%j is wrong usage', async (argv, message) => {
	const {file} = shop();
	await expect(run(insights, ['--db', file, '--as-of', '2026-10-25T12:00', ...argv])).rejects.toThrow(
		new UsageError(message),
	);
});
