import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

test('Amazon transactions: what products were sold for less rebates, and neither fees nor payouts', async () => {
	const {lines, rejected, decisions} = await readSource(
		text(
			'date/time,settlement id,type,order id,sku,description,quantity,marketplace,order city,order state,order postal,product sales,product sales tax,promotional rebates,selling fees,fba fees,other,total',
			'"Jan 1, 2026 12:13:45 AM PST",19001,Order,111-1,MUG,Red Mug,2,amazon.com,AUSTIN,TX,78701,40.00,3.30,-4.00,-6.00,-7.10,0,22.90',
			'"Jan 12, 2026 1:13:45 PM PST",19001,Order,111-2,MUG,Red Mug,1,amazon.com,MIAMI,FL,33101,20.00,1.65,0,-3.00,-3.50,0,13.50',
			'"Jan 13, 2026 1:13:45 PM PST",19001,Refund,111-1,MUG,Red Mug,1,amazon.com,AUSTIN,TX,78701,-20.00,-1.65,2.00,2.40,0,0,-15.60',
			'"Jan 14, 2026 1:13:45 PM PST",19001,Transfer,,,To account ending in 123,,,,,,0,0,0,0,0,-500.00,-500.00',
			'"Jan 15, 2026 1:13:45 PM PST",19001,Service Fee,,,Subscription,,amazon.com,,,,0,0,0,0,0,-39.99,-39.99',
		),
	);
	expect(decisions[0]).toBe('recognised as an export of Amazon transactions');
	expect(lines.map(({amount}) => amount)).toEqual([360_000, 200_000, -180_000]);
	expect(lines[0]).toMatchObject({region: 'TX', city: 'AUSTIN', at: Date.parse('2026-01-01T08:13:45Z')});
	expect(rejected.map(({amount}) => amount)).toEqual([0, 0]);
});

test('PayPal: who paid is the customer, refunds without a quantity are one unit, what the shop pays is no sale', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Item Title,Item ID,Quantity,Balance',
			'25/03/2026,10:00:00,GMT,Ann,Express Checkout Payment,Completed,GBP,25.00,-1.05,23.95,ann@example.com,shop@example.com,T1,Print,PR-1,1,123.95',
			'26/03/2026,10:00:00,GMT,Bo,Website Payment,Completed,GBP,45.00,-1.65,43.35,bo@example.com,shop@example.com,T2,Poster,PO-1,1,167.30',
			'27/03/2026,11:00:00,GMT,Bo,Payment Refund,Completed,GBP,-45.00,1.65,-43.35,shop@example.com,bo@example.com,T3,Poster,PO-1,,123.95',
			'28/03/2026,09:00:00,GMT,,General Withdrawal,Completed,GBP,-100.00,0.00,-100.00,shop@example.com,,T4,,,,23.95',
			'29/03/2026,09:00:00,GMT,Host,PreApproved Payment Bill User Payment,Completed,GBP,-12.99,0.00,-12.99,shop@example.com,host@example.com,T5,Hosting,H-1,1,10.96',
		),
	);
	expect(lines.map(({amount, customer}) => [amount, customer])).toEqual([
		[250_000, 'ann@example.com'],
		[450_000, 'bo@example.com'],
		[-450_000, 'shop@example.com'],
	]);
	expect(rejected).toHaveLength(2);
});

test('Etsy orders: the value of the goods less the discount, without shipping and tax', async () => {
	const {lines} = await readSource(
		text(
			'Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Ship City,Ship Country,Currency,Order Value,Coupon Code,Discount Amount,Shipping,Sales Tax,Order Total,Order Net,Adjusted Order Total,SKU',
			'08/14/26,3001,777,Ada Example,2,Austin,United States,USD,$13.00,,,$4.50,$0.62,$18.12,$16.30,$18.12,FOX',
			'09/02/26,3002,888,Bo Example,1,Denver,United States,USD,$5.00,TEN,$0.50,$4.50,$0.00,$9.00,$8.25,$9.00,BEAR',
		),
	);
	expect(lines.map(({amount, quantity}) => [amount, quantity])).toEqual([
		[130_000, 2],
		[45_000, 1],
	]);
});

test('items of a file that is called so are sold, not in stock, where they have a day', async () => {
	const {lines, mapping} = await readSource(
		text('Sale Date,Order ID,Item Name,Quantity,Price', '08/14/26,3001,Fox,2,5.00'),
		{name: 'items.csv'},
	);
	expect(mapping).not.toHaveProperty('stock');
	expect(lines).toMatchObject([{quantity: 2, amount: 100_000}]);
});

test('neither a brand nor a dealer is what is near by its letters', async () => {
	const {mapping} = await readSource(
		text('Car_id,Date,Model,Dealer_Name,Brand Name,Price', 'C1,2026-03-01,Fox,Aurora,Ford,5000'),
	);
	expect(mapping).toMatchObject({product: 'Model', store: 'Dealer_Name'});
	expect(mapping).not.toHaveProperty('order');
});
