import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

test('what the API of Stripe answers is in cents', async () => {
	const charge = (id: string, amount: number) => ({
		id,
		amount,
		currency: 'usd',
		created: 1_719_828_000,
		description: 'Plan',
		customer: 'cus_1',
		status: 'succeeded',
	});
	const {lines, decisions} = await readSource(
		JSON.stringify({object: 'list', data: [charge('ch_1', 4900), charge('ch_2', 12_050)]}),
		{name: 'stripe.json'},
	);
	expect(lines.map(({amount}) => amount)).toEqual([490_000, 1_205_000]);
	expect(decisions).toContain('amount counts cents: 100 of them are 1');
});

test('what the pages of Stripe export has decimals', async () => {
	const {lines} = await readSource(
		'id,Created (UTC),Amount,Currency,Status,Description\nch_1,2024-07-01 10:00,49.00,usd,Paid,Plan\n',
	);
	expect(lines).toMatchObject([{amount: 490_000}]);
});

test.each(['price_cents', 'Unit Price (cents)', 'price in pence'])('%s is in hundredths', async header => {
	const {lines} = await readSource(
		`order_id,date,sku,qty,${header}\n9001,2024-01-01,AA,1,1000\n9002,2024-01-02,BB,2,525\n`,
	);
	expect(lines).toMatchObject([
		{unitPrice: 100_000, amount: 100_000},
		{unitPrice: 52_500, amount: 105_000},
	]);
});

test('a yen is not divided', async () => {
	const {lines} = await readSource(
		'order_id,date,sku,qty,price_minor,currency\n1,2024-01-01,AA,1,1000,JPY\n',
	);
	expect(lines).toMatchObject([{amount: 10_000_000}]);
});

test('discounts in cents are divided as prices are', async () => {
	const {lines, rejected, decisions} = await readSource(
		'order_id,created_at,sku,quantity,unit_price_cents,discount_cents,total_cents\n100001,2024-03-15,A,1,1000,500,500\n100002,2024-03-15,B,1,50000,250,49750\n100003,2024-03-15,B,1,10000,0,10000\n',
	);
	expect(rejected).toEqual([]);
	expect(lines.map(({discount, amount}) => [discount, amount])).toEqual([
		[50_000, 50_000],
		[25_000, 4_975_000],
		[0, 1_000_000],
	]);
	expect(decisions).toContain('discount_cents holds amounts off the line');
});
