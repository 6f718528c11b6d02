import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const sheet = (...rows: readonly string[]) => ['order;date;item;qty;price;total', ...rows, ''].join('\n');
const amounts = (lines: readonly {readonly amount: number}[]) => lines.map(({amount}) => amount);

test.each([
	[
		'a comma sets thousands apart',
		['A;2024-05-01;Tea;2;1,234;2468', 'B;2024-05-01;Pie;1;2,000;2000'],
		[24_680_000, 20_000_000],
	],
	[
		'a comma stands before decimals',
		['A;2024-05-01;Tea;1000;1,234;1234', 'B;2024-05-01;Pie;2000;2,500;5000'],
		[12_340_000, 50_000_000],
	],
	[
		'a point stands before decimals',
		['A;2024-05-01;Tea;1000;1.234;1234', 'B;2024-05-01;Pie;2;2.500;5'],
		[12_340_000, 50_000],
	],
	[
		'a point sets thousands apart',
		['A;2024-05-01;Tea;3;1.234;3702', 'B;2024-05-01;Pie;2;2.500;5000'],
		[37_020_000, 50_000_000],
	],
	[
		'it is the total that is open',
		['A;2024-05-01;Tea;3;500;1,500', 'B;2024-05-01;Pie;2;700;1,400'],
		[15_000_000, 14_000_000],
	],
])('what can be read in two ways is decided by quantity × price = total: %s', async (_, rows, expected) => {
	const {lines, rejected, decisions} = await readSource(sheet(...rows));
	expect(rejected).toEqual([]);
	expect(amounts(lines)).toEqual(expected);
	expect(decisions.join('\n')).toMatch(
		/has (groups of thousands|decimals) in "[^"]*", as quantity × price = total shows/,
	);
});

test('where both ways come out it stays a guess, and a flag is believed before the sum', async () => {
	const both = sheet('A;2024-05-01;Tea;2;1.234;2.468');
	expect((await readSource(both)).decisions.join('\n')).toContain('--decimal says otherwise');
	const {rejected} = await readSource(sheet('A;2024-05-01;Tea;2;1,234;2468'), {asked: {decimal: ','}});
	const {lines} = await readSource(sheet('A;2024-05-01;Tea;2;1,234;2468'), {asked: {decimal: ','}});
	expect([...rejected, ...lines]).toHaveLength(1);
	expect(amounts(lines)).not.toContain(24_680_000);
});
