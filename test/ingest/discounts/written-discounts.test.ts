import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

/** The lines of a text that is indented here and not there. */
const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

test.each([
	['shares', 'Discount', ['0.15', '0', '0.2'], [850_000, 1_000_000, 800_000]],
	['percents with a sign', 'Discount', ['15%', '', '20 %'], [850_000, 1_000_000, 800_000]],
	['percents by the header', 'Discount %', ['15', '0', '20'], [850_000, 1_000_000, 800_000]],
	['amounts', 'Discount', ['15', '0', '20.5'], [850_000, 1_000_000, 795_000]],
	['amounts below 1 by the header', 'Discount amount', ['0.15', '0', '0.2'], [998_500, 1_000_000, 998_000]],
])('discounts as %s', async (_, header, discounts, amounts) => {
	const rows = discounts.map((discount, index) => `A${index},P,4,25.00,${discount},2024-03-05`);
	const {lines} = await readSource(text(`order,sku,qty,price,${header},date`, ...rows));
	expect(lines.map(({amount}) => amount)).toEqual(amounts);
});

test('the total decides what the discounts are', async () => {
	const {lines} = await readSource(
		text(
			'order,sku,qty,price,discount,line total,date',
			'A,P,4,25.00,10,90.00,2024-03-05',
			'B,P,1,50.00,20,40.00,2024-03-05',
		),
	);
	expect(lines.map(({amount}) => amount)).toEqual([900_000, 400_000]);
});
