import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';
import {at, text} from './written.ts';

test('Superstore: the sales are the total after a discount in shares', async () => {
	const {lines, rejected, decisions, mapping} = await readSource(
		text(
			'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit',
			'1,CA-2016-152156,11/8/2016,11/11/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,Kentucky,42420,South,FUR-BO-10001798,Furniture,Bookcases,Bush Somerset Collection Bookcase,261.96,2,0,41.9136',
			'2,CA-2016-138688,6/12/2016,6/16/2016,Second Class,DV-13045,Darrin Van Huff,Corporate,United States,Los Angeles,California,90036,West,OFF-LA-10000240,Office Supplies,Labels,Self-Adhesive Address Labels,14.62,2,0,6.8714',
			'3,US-2015-108966,10/11/2015,10/18/2015,Standard Class,SO-20335,Sean ODonnell,Consumer,United States,Fort Lauderdale,Florida,33311,South,FUR-TA-10000577,Furniture,Tables,Bretford CR4500 Table,957.5775,5,0.45,-383.031',
			'4,US-2015-108966,10/13/2015,10/18/2015,Standard Class,SO-20335,Sean ODonnell,Consumer,United States,Fort Lauderdale,Florida,33311,South,OFF-ST-10000760,Office Supplies,Storage,Eldon Fold N Roll Cart,22.368,2,0.2,2.5164',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines.map(({amount}) => amount)).toEqual([2_619_600, 146_200, 9_575_775, 223_680]);
	expect(lines).toMatchObject([
		{
			at: at('2016-11-08'),
			region: 'South',
			category: 'Furniture',
			customerName: 'Claire Gute',
			unitPrice: 1_309_800,
			repair: undefined,
		},
		{at: at('2016-06-12')},
		{at: at('2015-10-11'), unitPrice: 3_482_100},
		{at: at('2015-10-13'), unitPrice: 139_800, discount: 55_920},
	]);
	expect(mapping).toMatchObject({total: 'Sales', product: 'Product ID', region: 'Region'});
	expect(decisions.join('\n')).toContain('Order Date has month before day');
	expect(decisions.join('\n')).toContain('Discount holds shares of the price');
	expect(decisions.join('\n')).toContain('Profit (costs and profits are not kept)');
});

test('dirty cafe sales: what can be worked out is, and the rest says why not', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Transaction ID,Item,Quantity,Price Per Unit,Total Spent,Payment Method,Location,Transaction Date',
			'TXN_1961373,Coffee,2,2.0,4.0,Credit Card,Takeaway,2023-09-08',
			'TXN_4271903,Cookie,4,1.0,ERROR,Credit Card,In-store,2023-07-19',
			'TXN_7034554,Salad,UNKNOWN,5.0,10.0,UNKNOWN,UNKNOWN,2023-04-27',
			'TXN_2602893,Smoothie,5,,20.0,Credit Card,,2023-03-31',
			'TXN_4433211,UNKNOWN,3,3.0,9.0,ERROR,Takeaway,2023-10-06',
			'TXN_6699534,Sandwich,4,ERROR,UNKNOWN,Cash,UNKNOWN,2023-10-28',
			'TXN_4717867,Tea,5,1.5,7.5,,Takeaway,ERROR',
			'TXN_2064365,Cake,5,4.0,21.0,,In-store,2023-12-31',
			'TXN_2064366,Cake,5,3.0,15.0,,In-store,2023-12-31',
		),
	);
	expect(lines).toMatchObject([
		{product: 'Coffee', amount: 40_000, store: 'Takeaway', repair: undefined},
		{product: 'Cookie', amount: 40_000, repair: 'total'},
		{product: 'Salad', quantity: 2, amount: 100_000, repair: 'quantity', store: undefined},
		{product: 'Smoothie', unitPrice: 40_000, amount: 200_000, repair: 'unitPrice'},
		{product: 'Cake', amount: 150_000},
	]);
	expect(rejected).toMatchObject([
		{field: 'product', reason: 'product is missing', amount: 90_000},
		{field: 'unitPrice', reason: 'unit price is missing', amount: 0},
		{field: 'at', reason: 'date is missing', amount: 75_000},
		{field: 'total', reason: 'total contradicts quantity, unit price and discount', amount: 210_000},
	]);
});

test('supermarket sales: date and time in two columns, a total with tax, no product but its line', async () => {
	const {lines, rejected, decisions} = await readSource(
		text(
			'Invoice ID,Branch,City,Customer type,Gender,Product line,Unit price,Quantity,Tax 5%,Total,Date,Time,Payment,cogs,gross margin percentage,gross income,Rating',
			'750-67-8428,A,Yangon,Member,Female,Health and beauty,74.69,7,26.1415,548.9715,1/5/2019,13:08,Ewallet,522.83,4.761904762,26.1415,9.1',
			'226-31-3081,C,Naypyitaw,Normal,Female,Electronic accessories,15.28,5,3.82,80.22,3/8/2019,10:29,Cash,76.4,4.761904762,3.82,9.6',
			'631-41-3108,A,Yangon,Normal,Male,Home and lifestyle,46.33,7,16.2155,340.5255,3/13/2019,1:23 PM,Credit card,324.31,4.761904762,16.2155,7.4',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{
			order: '750-67-8428',
			product: 'Health and beauty',
			category: 'Health and beauty',
			quantity: 7,
			amount: 5_228_300,
			at: at('2019-01-05T13:08Z'),
			store: 'A',
			city: 'Yangon',
		},
		{amount: 764_000, at: at('2019-03-08T10:29Z')},
		{amount: 3_243_100, at: at('2019-03-13T13:23Z')},
	]);
	expect(decisions.join('\n')).toContain('Total is quantity × price and tax');
	expect(decisions.join('\n')).toContain('no column names a product: Product line stands for it');
});

test.each([
	[
		'pizza sales',
		'pizza_id,order_id,pizza_name_id,quantity,order_date,order_time,unit_price,total_price,pizza_size,pizza_category,pizza_ingredients,pizza_name\n1,1,hawaiian_m,1,1/1/2015,11:38:36,13.25,13.25,M,Classic,"Ham, Cheese",The Hawaiian Pizza\n2,2,five_l,2,13/1/2015,11:57:40,18.5,37,L,Veggie,"Kale",The Five Cheese Pizza\n',
		[
			{order: '1', product: 'The Hawaiian Pizza', category: 'Classic', amount: 132_500},
			{order: '2', at: at('2015-01-13T11:57:40Z'), amount: 370_000},
		],
	],
	[
		'a coffee shop',
		'transaction_id,transaction_date,transaction_time,transaction_qty,store_id,store_location,product_id,unit_price,product_category,product_type,product_detail\n1,1/1/2023,7:06:11,2,5,Lower Manhattan,32,3,Coffee,Gourmet brewed coffee,Ethiopia Rg\n2,1/13/2023,7:08:56,2,5,Lower Manhattan,57,3.1,Tea,Brewed Chai tea,Spicy Eye Opener Chai Lg\n',
		[
			{order: '1', product: '32', category: 'Coffee', amount: 60_000},
			{at: at('2023-01-13T07:08:56Z'), amount: 62_000},
		],
	],
	[
		'Online Retail II',
		'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n489434,85048,LIGHTS,12,01/12/2009 07:45,6.95,13085.0,United Kingdom\nC489449,22087,BUNTING,-12,13/12/2009 10:33,2.95,16321.0,Australia\n',
		[
			{order: '489434', customer: '13085', amount: 834_000, at: at('2009-12-01T07:45Z')},
			{order: 'C489449', quantity: -12, amount: -354_000},
		],
	],
	[
		'orders of an Indian seller on Amazon',
		'index,Order ID,Date,Status,Fulfilment,Sales Channel ,ship-service-level,Style,SKU,Category,Size,ASIN,Courier Status,Qty,currency,Amount,ship-city,ship-state,ship-postal-code,ship-country,promotion-ids,B2B,fulfilled-by,Unnamed: 22\n0,405-807,04-30-22,Shipped,Merchant,Amazon.in,Standard,SET389,SET389-KR-NP-S,Set,S,B09KXVBD7Z,,2,INR,647.62,MUMBAI,MAHARASHTRA,400081.0,IN,,False,Easy Ship,\n',
		[
			{
				order: '405-807',
				product: 'SET389-KR-NP-S',
				category: 'Set',
				quantity: 2,
				amount: 6_476_200,
				region: 'IN',
				at: at('2022-04-30'),
			},
		],
	],
])('%s', async (_, sheet, expected) => {
	const {lines, rejected} = await readSource(sheet);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject(expected);
});
