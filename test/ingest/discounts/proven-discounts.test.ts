import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const sheet = (header: string, ...rows: readonly string[]) =>
	[`Order,Date,SKU,Qty,Price,${header}`, ...rows, ''].join('\n');
const amounts = (lines: readonly {readonly amount: number}[]) => lines.map(({amount}) => amount);

test('a column of an unknown name is the discount where it is what the totals lack', async () => {
	const {lines, rejected, mapping, decisions} = await readSource(
		sheet('Promo,Total', '100001,2024-03-15,A,2,20.00,2.50,37.50', '100002,2024-03-15,A,2,20.00,0,40.00'),
	);
	expect(rejected).toEqual([]);
	expect(mapping).toMatchObject({discount: 'Promo', total: 'Total'});
	expect(amounts(lines)).toEqual([375_000, 400_000]);
	expect(decisions).toContain('Promo is the discount, whatever its name is: it is what Total lacks');
});

test('so is one of percents', async () => {
	const {lines} = await readSource(
		sheet(
			'Nachl.,Total',
			'100001,2024-03-15,A,2,20.00,10,36.00',
			'100002,2024-03-15,A,1,20.00,25,15.00',
			'100003,2024-03-15,A,1,20.00,0,20.00',
		),
	);
	expect(amounts(lines)).toEqual([360_000, 150_000, 200_000]);
});

test.each(['Provision', 'Marketplace fee', 'Points'])('%s is none', async header => {
	const taken = header === 'Points' ? 3 : 4;
	const {lines, mapping} = await readSource(
		sheet(
			`${header},Total`,
			`100001,2024-03-15,A,2,20.00,${taken},36.00`,
			'100002,2024-03-15,A,2,20.00,0,40.00',
		),
	);
	expect(mapping).not.toHaveProperty('discount');
	expect(amounts(lines)).toEqual([400_000, 400_000]);
});
