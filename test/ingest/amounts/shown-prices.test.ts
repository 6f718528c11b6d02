import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const amounts = (lines: readonly {readonly amount: number}[]) => lines.map(({amount}) => amount);

test('a price that is the list price less the discount has it taken off already', async () => {
	const {lines, decisions, mapping} = await readSource(
		text(
			'order_id,order_date,product_id,list_price,quantity,discount_percent,discount,sale_price',
			'A-1,2026-03-01,FERN,260,2,2,5.2,254.8',
			'A-2,2026-03-02,MUG,730,3,3,21.9,708.1',
			'A-3,2026-03-03,PEN,10,2,5,0.5,9.5',
			'A-4,2026-03-04,INK,20,1,0,0,20',
		),
	);
	expect(amounts(lines)).toEqual([5_096_000, 21_243_000, 190_000, 200_000]);
	expect(mapping).not.toHaveProperty('discount');
	expect(decisions).toContain(
		'sale_price is list_price less discount, which is not taken off again (--map "discount=discount" takes it off)',
	);
});

test('a discount beside a price that is no other column less it is taken off', async () => {
	const {lines} = await readSource(
		text(
			'order_id,order_date,product_id,quantity,list_price,discount,unit_price',
			'A-1,2026-03-01,FERN,2,31,5,30',
			'A-2,2026-03-02,MUG,3,22,6,20',
			'A-3,2026-03-03,PEN,2,11,2,10',
		),
	);
	expect(amounts(lines)).toEqual([550_000, 540_000, 180_000]);
});

const capped = (count: number) =>
	Array.from({length: count}, (_, place) => {
		const price = 60 + place * 3;
		const quantity = 20 + place;
		return `${1000 + place},2026-03-0${1 + (place % 9)},P${place},${quantity},${Math.min(100, price)},${quantity * price}`;
	});

test('a total that is quantity × price in many rows to the cent is what was charged in the others too', async () => {
	const {lines, rejected, decisions} = await readSource(
		text('Order Number,Order Date,Product Code,Quantity Ordered,Price Each,Sales', ...capped(30)),
	);
	expect(rejected).toEqual([]);
	expect(amounts(lines)).toEqual(
		Array.from({length: 30}, (_, place) => (20 + place) * (60 + place * 3) * 10_000),
	);
	expect(decisions.find(decision => decision.startsWith('Price Each is not used'))).toContain(
		'Sales is quantity × Price Each in 47 % of the rows and other in the rest',
	);
});

test('a total that agrees with the price in single units only, or by chance, is not used', async () => {
	const ones = Array.from(
		{length: 30},
		(_, place) => `${1000 + place},2026-03-01,P${place},${place < 20 ? 1 : 3},${10 + place},${10 + place}`,
	);
	const {lines, decisions} = await readSource(text('Order,Date,Product,Quantity,Price,Amount', ...ones));
	expect(amounts(lines).slice(20)).toEqual(Array.from({length: 10}, (_, place) => 3 * (30 + place) * 10_000));
	expect(decisions.join('\n')).toContain('Amount is not used');
});

test('codes that begin with what is a currency elsewhere name none', async () => {
	const {currency} = await readSource(
		text(
			'Order,Date,Customer ID,Product,Total',
			'A1,2026-03-01,RM-19375,Fern,5.00',
			'A2,2026-03-02,AB-10,Mug,6.00',
			'A3,2026-03-02,CD-10,Mug,6.00',
		),
	);
	expect(currency).toBeUndefined();
});

test('a total that is what rows cost and what they earned is what was charged, whatever the price says', async () => {
	const rows = [
		'2026-11-23,Rack,8,45,120,590,360,950',
		'2026-11-24,Rack,23,45,120,1366,1035,2401',
		'2026-11-25,Rack,20,45,120,1188,900,2088',
		'2026-11-26,Rack,4,45,120,238,180,418',
	];
	const {lines, decisions} = await readSource(
		text('Date,Product,Order_Quantity,Unit_Cost,Unit_Price,Profit,Cost,Revenue', ...rows),
	);
	expect(amounts(lines)).toEqual([9_500_000, 24_010_000, 20_880_000, 4_180_000]);
	expect(decisions).toContain(
		'Unit_Price is not used: Revenue is Cost and Profit, so it is what was charged (--map "unitPrice=Unit_Price" reckons with it)',
	);
});
