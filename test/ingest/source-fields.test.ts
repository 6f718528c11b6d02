import {expect, test} from 'vitest';
import {mappingOf, matchHeaders} from '../../source/ingest/source-fields.ts';

const mapping = (headers: readonly string[]) => mappingOf(matchHeaders(headers).columns, headers);

test('the columns of Online Retail are known', () => {
	const headers = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'.split(
		',',
	);
	expect(mapping(headers)).toEqual({
		order: 'InvoiceNo',
		product: 'StockCode',
		productName: 'Description',
		quantity: 'Quantity',
		at: 'InvoiceDate',
		unitPrice: 'UnitPrice',
		customer: 'CustomerID',
		region: 'Country',
	});
});

test('case, spaces, signs and units in brackets make no other name', () => {
	expect(mapping(['ORDER_ID', ' sku ', 'Qty.', 'Unit Price (GBP)', 'order-date', 'E-Mail'])).toEqual({
		order: 'ORDER_ID',
		product: 'sku',
		quantity: 'Qty.',
		unitPrice: 'Unit Price (GBP)',
		at: 'order-date',
		email: 'E-Mail',
		customer: 'E-Mail',
	});
});

test('the better name wins, wherever it stands', () => {
	expect(mapping(['State', 'Country', 'Region'])).toMatchObject({region: 'Region'});
});

test('where there is no code the product goes by its name', () => {
	expect(mapping(['Product Name'])).toEqual({product: 'Product Name', productName: 'Product Name'});
});

test('required fields that no column holds are told', () => {
	expect(matchHeaders(['order id', 'sku', 'colour']).missing).toEqual(['quantity', 'unitPrice', 'at']);
});
