import {expect, test} from 'vitest';
import {openZone} from '../../../source/business-time.ts';
import {spreadDiscount} from '../../../source/ingest/discounts/spread-discount.ts';
import {followSales} from '../../../source/ingest/follow-sales.ts';
import fc from '../../helpers/property.ts';
import {readSource} from '../read-source.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const sum = (lines: readonly {readonly amount: number}[]) => lines.reduce((all, {amount}) => all + amount, 0);
const amounts = (lines: readonly {readonly amount: number}[]) => lines.map(({amount}) => amount);

test('WooCommerce: a discount that stands on every line of its order is taken off the order once', async () => {
	const {lines, rejected, mapping, decisions} = await readSource(
		text(
			'Order Number,Order Status,Order Date,Coupon Code,Cart Discount Amount,Order Shipping Amount,Order Total Amount,SKU,Item Name,Quantity,Item Cost,Discount Amount',
			'731,completed,2024-05-03 14:22,SPRING,10.00,4.90,54.90,TS,T-Shirt,2,20.00,10.00',
			'731,completed,2024-05-03 14:22,SPRING,10.00,4.90,54.90,MUG,Mug,1,12.00,10.00',
			'731,completed,2024-05-03 14:22,SPRING,10.00,4.90,54.90,PEN,Pen,4,2.00,10.00',
			'732,completed,2024-05-04 09:00,,0.00,4.90,16.90,MUG,Mug,1,12.00,0.00',
		),
	);
	expect(rejected).toEqual([]);
	expect(mapping).toMatchObject({orderDiscount: 'Cart Discount Amount', unitPrice: 'Item Cost'});
	expect(mapping).not.toHaveProperty('discount');
	// 10.00 by 40, 12 and 8 of 60.
	expect(lines.map(({discount}) => discount)).toEqual([66_667, 20_000, 13_333, 0]);
	expect(sum(lines)).toBe(620_000);
	expect(decisions.join('\n')).toContain(
		'Cart Discount Amount is of the whole order: it is taken off once, spread over the lines by what they are worth',
	);
});

test('where the totals show that lines are after the discount, it is not taken off again', async () => {
	const {lines, decisions} = await readSource(
		text(
			'order_id,order_date,status,discount_total,shipping_total,order_total,item_name,item_sku,item_quantity,item_total',
			'5,2024-05-03 14:22,completed,6.00,5.00,59.00,Shirt,S,2,36.00',
			'5,2024-05-03 14:22,completed,6.00,5.00,59.00,Mug,M,1,18.00',
		),
	);
	expect(amounts(lines)).toEqual([360_000, 180_000]);
	expect(decisions.join('\n')).toContain('discount_total is not taken off');
});

const repeated = (header: string) =>
	text(
		`Order,Date,Item,Qty,Price,${header}`,
		'1001,2024-05-03,Shirt,2,20.00,5.00',
		'1001,2024-05-03,Mug,1,12.00,5.00',
		'1002,2024-05-03,Mug,1,12.00,3.00',
		'1003,2024-05-04,Mug,2,12.00,0.00',
		'1003,2024-05-04,Pen,2,1.00,0.00',
	);

test('a discount of whatever name that all lines of an order repeat is of the order, unless somebody says otherwise', async () => {
	const {lines, mapping, decisions} = await readSource(repeated('Discount'));
	expect(mapping).toMatchObject({orderDiscount: 'Discount'});
	expect(sum(lines)).toBe(470_000 + 90_000 + 260_000);
	expect(decisions.join('\n')).toContain(
		'which is a guess; --map "discount=Discount" takes it off each line',
	);
	const said = await readSource(repeated('Discount'), {asked: {columns: {discount: 'Discount'}}});
	expect(sum(said.lines)).toBe(sum(lines) - 50_000);
	const ofLines = await readSource(repeated('Line discount'));
	expect(ofLines.mapping).toMatchObject({discount: 'Line discount'});
});

test('discounts that differ within an order are of its lines, whatever their name', async () => {
	const {lines, mapping} = await readSource(
		text(
			'Order,Date,Item,Qty,Price,Total discount',
			'1001,2024-05-03,Shirt,2,20.00,5.00',
			'1001,2024-05-03,Mug,1,12.00,1.00',
		),
	);
	expect(mapping).toMatchObject({discount: 'Total discount'});
	expect(amounts(lines)).toEqual([350_000, 110_000]);
});

test('a discount on the first line of its order that is more than the line is of the order', async () => {
	const {lines, rejected, mapping} = await readSource(
		text(
			'Order,Date,Item,Qty,Price,Discount',
			'1,2024-05-03,Pen,1,2.00,5.00',
			'1,2024-05-03,Shirt,1,20.00,0.00',
			'2,2024-05-03,Shirt,1,20.00,1.00',
			'2,2024-05-03,Pen,1,2.00,',
		),
	);
	expect(rejected).toEqual([]);
	expect(mapping).toMatchObject({orderDiscount: 'Discount'});
	expect(sum(lines)).toBe(380_000);
});

test('a percentage off an order is one off each of its lines', async () => {
	const {lines} = await readSource(
		text(
			'Order,Date,Item,Qty,Price,Order discount %',
			'1,2024-05-03,Pen,1,2.00,10',
			'1,2024-05-03,Shirt,1,20.00,10',
		),
	);
	expect(amounts(lines)).toEqual([18_000, 180_000]);
});

test('totals of lines that have the discount on their row taken off make it one of lines', async () => {
	const {lines} = await readSource(
		text(
			'Order,Date,Item,Qty,Price,Discount,Line total',
			'1001,2024-05-03,Shirt,2,20.00,5.00,35.00',
			'1001,2024-05-03,Mug,1,12.00,5.00,7.00',
		),
	);
	expect(amounts(lines)).toEqual([350_000, 70_000]);
});

test('returns of an order give its discount back, and returns beside sales take none', async () => {
	const {lines} = await readSource(
		text(
			'Order,Date,Item,Qty,Price,Order discount',
			'1001,2024-05-03,Shirt,1,20.00,3.00',
			'1001,2024-05-03,Mug,1,10.00,3.00',
			'1001,2024-05-03,Pen,-1,4.00,3.00',
			'R-1001,2024-05-09,Shirt,-1,20.00,-3.00',
			'R-1001,2024-05-09,Mug,-1,10.00,-3.00',
		),
	);
	expect(amounts(lines)).toEqual([180_000, 90_000, -40_000, -180_000, -90_000]);
});

test('a rejected line keeps its share, a discount above all lines takes no more than they are, rows apart take it once', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Order,Date,Item,Qty,Price,Order discount',
			'1,2024-05-03,Shirt,1,20.00,3.00',
			'1,2024-05-03,,1,10.00,3.00',
			'2,2024-05-03,Mug,1,10.00,15.00',
			'2,2024-05-03,Pen,1,2.00,15.00',
			'1,2024-05-03,Cup,1,5.00,3.00',
			'3,2024-05-03,Cup,1,5.00,soon',
		),
	);
	expect(amounts(lines)).toEqual([180_000, 0, 0, 50_000]);
	expect(rejected).toMatchObject([
		{reason: 'product is missing', amount: 90_000},
		{reason: 'discount is not a number', value: 'soon', amount: 50_000},
	]);
});

test('an order of which the lines are piped in bit by bit takes its discount once', async () => {
	async function* pieces() {
		for (const piece of [
			'Order,Date,Item,Qty,Price,Order discount\n1,2024-05-03,Shirt,1,20.00,3.00\n',
			'1,2024-05-03,Mug,1,10.00,3.00\n',
			'1,2024-05-03,Pen,1,5.00,3.00\n2,2024-05-03,Pen,1,5.00,1.00\n',
		]) {
			yield new TextEncoder().encode(piece);
		}
	}
	const amounts: number[] = [];
	for await (const {batch} of followSales('stdin', pieces(), openZone('UTC'))) {
		amounts.push(...batch.lines.map(({amount}) => amount));
	}
	expect(amounts).toEqual([170_000, 100_000, 50_000, 40_000]);
});

test.each([
	[[500, 500, 500], 100, [34, 33, 33]],
	[[3, 3, 1], 5, [2, 2, 1]],
	[[0, 5], 3, [0, 3]],
	[[2e14, 1e14], 3, [2, 1]],
	[[4, 2], 100, [4, 2]],
	[[0, 0], 7, [0, 0]],
])('%j shares of %d are %j', (worths, discount, shares) => {
	expect(spreadDiscount(discount, worths)).toEqual(shares);
});

test('what stands beside the lines of an order in JSON is of the order', async () => {
	const order = (own: object, items: readonly object[]) =>
		`${JSON.stringify({id: 1, date: '2024-05-01', ...own, items})}\n${JSON.stringify({id: 2, date: '2024-05-02', items: items.slice(1)})}\n`;
	const priced = [
		{sku: 'A', qty: 1, price: 20},
		{sku: 'B', qty: 2, price: 10},
	];
	const {lines, mapping} = await readSource(order({discount: 5, total: 35}, priced), {name: 'orders.json'});
	expect(mapping).toMatchObject({orderDiscount: 'discount'});
	expect(amounts(lines)).toEqual([175_000, 175_000, 200_000]);
	const shared = await readSource(
		order(
			{total: 35},
			priced.map(({sku, qty}) => ({sku, qty})),
		),
		{name: 'orders.json'},
	);
	expect(sum(shared.lines)).toBe(350_000);
});

const orders = fc.array(
	fc.record({
		discount: fc.integer({min: 0, max: 3000}),
		prices: fc.array(fc.tuple(fc.integer({min: 1, max: 4}), fc.integer({min: 0, max: 5000})), {
			minLength: 1,
			maxLength: 6,
		}),
	}),
	{minLength: 1, maxLength: 12},
);
const decimal = (cents: number) => (cents / 100).toFixed(2);

test('whatever the orders are, their discounts are taken once, to the last count, and no line is below nothing', async () => {
	await fc.assert(
		fc.asyncProperty(orders, fc.boolean(), async (shop, isOnFirst) => {
			const rows = shop.flatMap(({discount, prices}, order) =>
				prices.map(
					([quantity, cents], place) =>
						`N${order},2024-05-03,Item ${place},${quantity},${decimal(cents)},${isOnFirst && place > 0 ? '' : decimal(discount)}`,
				),
			);
			const {lines, rejected} = await readSource(text('Order,Date,Item,Qty,Price,Order discount', ...rows), {
				rowsPerBatch: 3,
			});
			expect(rejected).toEqual([]);
			const worths = shop.map(({prices}) =>
				prices.reduce((all, [quantity, cents]) => all + quantity * cents, 0),
			);
			expect(sum(lines)).toBe(
				shop.reduce((all, {discount}, order) => all + 100 * Math.max(0, worths[order]! - discount), 0),
			);
			expect(lines.every(({amount, discount}) => amount >= 0 && discount >= 0)).toBe(true);
		}),
		{numRuns: 60},
	);
});

test('a percent among amounts is a share of its line, or of its order', async () => {
	const rows = (header: string) =>
		text(
			`Order,Date,SKU,Qty,Price,${header}`,
			'1,2024-03-05,A,1,100.00,10%',
			'2,2024-03-05,B,2,50.00,5.00',
			'3,2024-03-05,C,1,20.00,0',
		);
	expect(amounts((await readSource(rows('Discount'))).lines)).toEqual([900_000, 950_000, 200_000]);
	expect(amounts((await readSource(rows('Order discount'))).lines)).toEqual([900_000, 950_000, 200_000]);
	const percents = await readSource(rows('Discount').replace('10%', '10 %').replace('5.00', '5%'), {});
	expect(amounts(percents.lines)).toEqual([900_000, 950_000, 200_000]);
	const {lines, decisions} = await readSource(
		text(
			'Order,Date,SKU,Qty,Price,Disc,Total',
			'1,2024-03-05,A,1,100.00,10%,90.00',
			'2,2024-03-05,B,2,50.00,5,95.00',
			'3,2024-03-05,C,1,20.00,5,19.00',
		),
	);
	expect(amounts(lines)).toEqual([900_000, 950_000, 190_000]);
	expect(decisions).toContain('Disc holds percents of the price');
});

test('the totals of orders show whether discounts of lines are percents or amounts', async () => {
	const invoices = (...totals: readonly string[]) =>
		text(
			'InvoiceNumber,Date,Total,SKU,Quantity,UnitAmount,Discount,TaxAmount',
			`INV-001,25/03/2024,${totals[0]},W1,10,20.00,10,${totals[2]}`,
			`INV-001,25/03/2024,${totals[0]},D1,1,5.00,,1.00`,
			`INV-002,02/04/2024,${totals[1]},W1,2,25.00,,10.00`,
		);
	const percents = await readSource(invoices('222.00', '60.00', '36.00'));
	expect(amounts(percents.lines)).toEqual([1_800_000, 50_000, 500_000]);
	expect(percents.decisions).toContain('Discount holds percents of the price');
	const amountsOff = await readSource(invoices('234.00', '60.00', '38.00'));
	expect(amounts(amountsOff.lines)).toEqual([1_900_000, 50_000, 500_000]);
	expect(amountsOff.decisions).toContain('Discount holds amounts off the line');
	const open = await readSource(invoices('999.00', '60.00', '38.00'));
	expect(open.decisions.join('\n')).toContain('which is a guess; --discount-kind says otherwise');
});
