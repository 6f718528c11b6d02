import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';
import {type Export, expectRevenue} from './expect-revenue.ts';

/** What tills and card readers write, with the revenue that a person adds up by hand. */
const exports: Readonly<Record<string, Export>> = {
	'Square items, a weight and a refund': [
		177300,
		0,
		[
			'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count',
			'2024-05-01,09:12:33,Eastern Time (US & Canada),Coffee,Latte,2.0,Large,LAT-L,Oat,$11.00,$0.00,$11.00,$0.97,tx1,p1,Till 1,,https://x,Payment,Main,For Here,,,,ea,2',
			'2024-05-01,09:12:33,Eastern Time (US & Canada),Food,Croissant,1.0,Regular,CRO,,$3.50,-$0.35,$3.15,$0.28,tx1,p1,Till 1,,https://x,Payment,Main,For Here,,,,ea,1',
			'2024-05-01,10:00:01,Eastern Time (US & Canada),Beans,House Beans,0.454,Regular,BEAN,,"$9.08",$0.00,$9.08,$0.00,tx2,p2,Till 1,,https://x,Payment,Main,To Go,C1,Dee,,kg,1',
			'2024-05-02,11:00:00,Eastern Time (US & Canada),Coffee,Latte,-1.0,Large,LAT-L,,($5.50),$0.00,($5.50),($0.48),tx3,p3,Till 1,,https://x,Refund,Main,,,,,ea,-1',
		],
	],
	'Square over its interface, in cents': [
		94500,
		1,
		[
			'{"orders":[{"id":"S1","location_id":"L1","created_at":"2024-03-05T10:00:00Z","state":"COMPLETED","line_items":[{"uid":"u1","catalog_object_id":"X1","name":"Latte","quantity":"2","base_price_money":{"amount":525,"currency":"USD"},"total_discount_money":{"amount":105,"currency":"USD"},"total_money":{"amount":1029,"currency":"USD"}}],"total_money":{"amount":1029,"currency":"USD"}},{"id":"S2","location_id":"L1","created_at":"2024-03-06T10:00:00Z","state":"CANCELED","line_items":[{"uid":"u1","catalog_object_id":"X1","name":"Latte","quantity":"1","base_price_money":{"amount":525,"currency":"USD"},"total_discount_money":{"amount":0,"currency":"USD"},"total_money":{"amount":567,"currency":"USD"}}],"total_money":{"amount":567,"currency":"USD"}}]}',
		],
	],
	'seconds under ts': [100000, 0, ['Document No,ts,SKU,Qty,Price', '100001,1710500000,A,1,10.00']],
	'Loyverse receipts, refunds without a minus': [
		67500,
		0,
		[
			'Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,Net sales,Cost of goods,Gross profit,Taxes,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,Comment,Status',
			'5/1/24 9:05 AM,1-1001,Sale,Drinks,10001,Tea,,,2,7.00,0.70,6.30,1.00,5.30,0.50,Dine in,POS 1,Main,Joe,,,,Closed',
			'5/1/24 9:05 AM,1-1001,Sale,Food,10002,Pie,,,1,4.00,0.40,3.60,1.00,2.60,0.30,Dine in,POS 1,Main,Joe,,,,Closed',
			'5/14/24 9:30 PM,1-1002,Refund,Drinks,10001,Tea,,,1,3.50,0.35,3.15,0.50,2.65,0.25,Dine in,POS 1,Main,Joe,,,,Closed',
		],
	],
	'SumUp transactions, refunds as negative prices': [
		100000,
		1,
		[
			'Date,Transaction ID,Transaction type,Status,Quantity,Description,Price (Gross),Price (Net),Tax amount,Tax rate,Payment method',
			'"2024-05-01 10:00",T1,Sale,Successful,2,Espresso,5.00,4.20,0.80,19%,Card',
			'"2024-05-01 10:05",T2,Sale,Successful,1,Cake,4.00,3.74,0.26,7%,Cash',
			'"2024-05-01 10:10",T3,Sale,Cancelled,1,Cake,4.00,3.74,0.26,7%,Card',
			'"2024-05-02 10:10",T4,Refund,Successful,1,Cake,-4.00,-3.74,-0.26,7%,Card',
		],
	],
	'Lightspeed, totals with tax': [
		270000,
		1,
		[
			'Date,Receipt,Register,Employee,Customer,SKU,Description,Qty,Retail,Subtotal,Discount,Tax,Total,Status',
			'2024-05-01 10:00:00,220001,Main,Eva,Ann,1001,Bike Bell,2,15.00,30.00,3.00,2.16,29.16,Completed',
			'2024-05-01 10:00:00,220001,Main,Eva,Ann,1002,Lock,1,40.00,40.00,0.00,3.20,43.20,Completed',
			'2024-05-03 12:00:00,220002,Main,Eva,,1002,Lock,-1,40.00,-40.00,0.00,-3.20,-43.20,Completed',
			'2024-05-03 13:00:00,220003,Main,Eva,,1002,Lock,1,40.00,40.00,0.00,3.20,43.20,Voided',
		],
	],
	'an Italian delicatessen': [
		135500,
		0,
		[
			'Scontrino;Data;Ora;Articolo;Q.tà;Prezzo;Sconto %;Importo;IVA',
			'101;03/05/2024;09:30;Caffè;2;€ 1,20;0;€ 2,40;10%',
			'101;03/05/2024;09:30;Cornetto;1;€ 1,50;10;€ 1,35;10%',
			'102;14/05/2024;10:00;Prosciutto (kg);0,350;€ 28,00;0;€ 9,80;10%',
		],
	],
	'a Swiss till': [
		12615000,
		0,
		[
			'Beleg;Datum;Artikel;Anzahl;Preis;Total',
			'1001;03.05.2024;Käse;2;CHF 12.-;CHF 24.-',
			"1002;14.05.2024;Fondue-Set;1;CHF 1'249.50;CHF 1'249.50",
			'1003;15.05.2024;Käse;-1;CHF 12.-;CHF -12.-',
		],
	],
};

test.each(Object.entries(exports))('%s', (_, written) => expectRevenue(written));

test('gross sales stay what they are where only net sales and discounts in amounts are told', async () => {
	const [, , rows] = exports['Loyverse receipts, refunds without a minus']!;
	const {lines, decisions} = await readSource(rows.join('\n'));
	expect(lines.map(({quantity, unitPrice, discount}) => [quantity, unitPrice, discount])).toEqual([
		[2, 35_000, 7000],
		[1, 40_000, 4000],
		[-1, 35_000, -3500],
	]);
	expect(decisions).toContain(
		'Receipt type tells refunds from sales: "Refund" is a return, whatever its signs are',
	);
});
