import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';
import {type Export, expectRevenue} from './expect-revenue.ts';

/** What bookkeeping and people with sheets write, with the revenue that a person adds up by hand. */
const exports: Readonly<Record<string, Export>> = {
	'1C, in Russian': [
		21550000,
		0,
		[
			'Номер заказа;Дата;Контрагент;Артикул;Номенклатура;Количество;Цена;Сумма',
			'ЦБ-0001;05.03.2024;ООО Ромашка;А-1;Чай;10;125,50;1 255,00',
			'ЦБ-0002;16.03.2024;ИП Иванов;А-2;Кофе;3;300,00;900,00',
		],
	],
	'Xero invoices and a credit note': [
		2900000,
		0,
		[
			'*ContactName,EmailAddress,POAddressLine1,POCity,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,*Description,*Quantity,*UnitAmount,Discount,LineAmount,*AccountCode,*TaxType,TaxAmount,TrackingName1,TrackingOption1,Currency,Type,Sent,Status',
			'Acme Ltd,ap@acme.com,1 High St,London,INV-001,,01/05/2024,31/05/2024,264.00,44.00,264.00,0.00,CONS,Consulting,2,100.00,0,200.00,200,20% (VAT on Income),40.00,,,GBP,Sales invoice,Sent,Paid',
			'Acme Ltd,ap@acme.com,1 High St,London,INV-001,,01/05/2024,31/05/2024,264.00,44.00,264.00,0.00,MILE,Mileage,1,20.00,0,20.00,200,20% (VAT on Income),4.00,,,GBP,Sales invoice,Sent,Paid',
			'Beta LLP,x@beta.com,,Leeds,INV-002,,15/05/2024,14/06/2024,108.00,18.00,0.00,108.00,CONS,Consulting,1,100.00,10,90.00,200,20% (VAT on Income),18.00,,,GBP,Sales invoice,,Authorised',
			'Acme Ltd,ap@acme.com,,London,CN-001,,20/05/2024,,-24.00,-4.00,0.00,-24.00,MILE,Mileage,1,-20.00,0,-20.00,200,20% (VAT on Income),-4.00,,,GBP,Sales credit note,,Paid',
		],
	],
	'QuickBooks, grouped under titles': [
		115240000,
		6,
		[
			'Acme Co.,,,,,,,,,',
			'Sales by Product/Service Detail,,,,,,,,,',
			'"January - March, 2024",,,,,,,,,',
			'',
			',Date,Transaction Type,Num,Customer,Memo/Description,Qty,Sales Price,Amount,Balance',
			'Mugs,,,,,,,,,',
			',01/15/2024,Invoice,1001,Ann,Blue mug,2,12.00,24.00,24.00',
			',01/16/2024,Invoice,1002,Bob,Red mug,1,12.00,12.00,36.00',
			',01/20/2024,Credit Memo,1003,Bob,Red mug,-1,12.00,-12.00,24.00',
			'Total for Mugs,,,,,,2,,$24.00,',
			'Pens,,,,,,,,,',
			',02/01/2024,Invoice,1004,Ann,Gold pen,10,"1,150.00","11,500.00","11,524.00"',
			'Total for Pens,,,,,,10,,"$11,500.00",',
			'TOTAL,,,,,,12,,"$11,524.00",',
			'',
			'"Saturday, Mar 30, 2024 10:00:00 AM GMT-7 - Accrual Basis",,,,,,,,,',
		],
	],
	'an Excel sheet with titles, totals and notes': [
		98200,
		2,
		[
			'My Shop Sales Report,,,,',
			'Period: 01.05.2024 - 31.05.2024,,,,',
			',,,,',
			'Datum,Artikel,Menge,Preis,Summe',
			'"01.05.2024",Brot,2,"3,20","6,40"',
			'"02.05.2024",Käse,"0,350","18,90","6,62"',
			',,,,',
			'"15.05.2024",Brot,-1,"3,20","-3,20"',
			'Summe,,,,"9,82"',
			',,,,',
			'Notiz: geprüft am 1.6.,,,,',
		],
	],
	'the same header once more with columns swapped': [
		500000,
		0,
		[
			'Order ID,Date,SKU,Qty,Cost,Price',
			'100001,2024-03-05,A,1,6.00,10.00',
			'100002,2024-03-05,A,3,6.00,10.00',
			'Order ID,Date,SKU,Qty,Price,Cost',
			'100003,2024-03-06,A,1,10.00,6.00',
		],
	],
	'totals of orders on each line': [
		950000,
		0,
		[
			'Order,Date,Item,Qty,Total',
			'1,2024-05-01,Mug,2,50.00',
			'1,2024-05-01,Pen,5,50.00',
			'2,2024-05-02,Mug,1,20.00',
			'3,2024-05-03,Mug,1,25.00',
			'3,2024-05-03,Pen,1,25.00',
		],
	],
	'totals of orders on the first line, cells merged': [
		950000,
		0,
		[
			'Order,Date,Item,Qty,Total',
			'1,2024-05-01,Mug,2,50.00',
			',,Pen,5,',
			'2,2024-05-02,Mug,1,20.00',
			'3,2024-05-03,Mug,1,25.00',
			',,Pen,1,',
		],
	],
	'prices and totals with and without tax side by side': [
		500000,
		0,
		[
			'Order,Date,SKU,Qty,Price excl. VAT,Price incl. VAT,Total excl. VAT,Total incl. VAT',
			'1,2024-03-05,A,2,10.00,11.90,20.00,23.80',
			'2,2024-03-05,B,3,10.00,11.90,30.00,35.70',
		],
	],
};

test.each(Object.entries(exports))('%s', (_, written) => expectRevenue(written));

test('a total that somebody calls that of the line is one', async () => {
	const [, , rows] = exports['totals of orders on each line']!;
	const {lines} = await readSource(rows.join('\n'), {asked: {columns: {total: 'Total'}}});
	expect(lines.reduce((sum, {amount}) => sum + amount, 0)).toBe(1_700_000);
});
