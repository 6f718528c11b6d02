import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

test.each([
	[
		'Spanish',
		'ID_PEDIDO,FECHA_HORA,ID_CLIENTE,Nombre_Producto,Categoría,PRECIO_COMPRA,PRECIO_VENTA,CANTIDAD_VENDIDA,Provincia',
		'P-1,13/01/2026 10:00,C1,Bujías,Motor,10,30,2,Norte',
		{order: 'ID_PEDIDO', at: 'FECHA_HORA', unitPrice: 'PRECIO_VENTA', region: 'Provincia'},
	],
	[
		'Portuguese',
		'id_venda;data_emissao;cliente_id;produto;categoria_produto;preco_custo;preco_venda;quantidade_vendida;uf',
		'V-1;13/01/2026 10:00;C1;Teclado;Motor;10,00;30,00;2;SP',
		{order: 'id_venda', at: 'data_emissao', unitPrice: 'preco_venda', category: 'categoria_produto'},
	],
	[
		'French',
		'id_vente;date_vente;id_client;designation_produit;type_de_produit;prix_achat;prix_unitaire_HT;quantite_vendue;departement',
		'V-1;13/01/2026 10:00;C1;Clavier;Motor;10,00;30,00;2;Rhône',
		{order: 'id_vente', at: 'date_vente', productName: 'designation_produit', unitPrice: 'prix_unitaire_HT'},
	],
	[
		'German',
		'Verkaufs-ID;Verkaufszeit;Kunden-ID;Produktbezeichnung;Produktgruppe;Einkaufspreis;Verkaufspreis;Verkaufte Menge;Bundesland',
		'V-1;13.01.2026 10:00;C1;Tastatur;Motor;10,00;30,00;2;Hessen',
		{order: 'Verkaufs-ID', at: 'Verkaufszeit', quantity: 'Verkaufte Menge', unitPrice: 'Verkaufspreis'},
	],
] as const)('%s headers, with what the shop itself paid left out', async (_, header, row, expected) => {
	const {lines, rejected, mapping} = await readSource(text(header, row));
	expect(rejected).toEqual([]);
	expect(mapping).toMatchObject(expected);
	expect(lines).toMatchObject([
		{at: Date.parse('2026-01-13T10:00Z'), quantity: 2, amount: 600_000, category: 'Motor', customer: 'C1'},
	]);
});

test('a warehouse writes days as numbers', async () => {
	const {lines, mapping} = await readSource(
		text(
			'ProductKey,OrderDateKey,CustomerKey,SalesOrderNumber,SalesAmount',
			'310,20201229,21768,SO43697,3578.27',
		),
	);
	expect(lines).toMatchObject([{at: Date.parse('2020-12-29'), amount: 35_782_700}]);
	expect(mapping).toMatchObject({at: 'OrderDateKey'});
});

test('how many customers came is no customer', async () => {
	const {mapping} = await readSource(
		text('Store,Date,Sales,Customers,Product', '1,2026-07-31,5263,555,All', '2,2026-07-31,6064,625,All'),
	);
	expect(mapping).not.toHaveProperty('customer');
	expect(mapping).toMatchObject({store: 'Store', total: 'Sales'});
});

test('what is looked at or put into a cart is not sold', async () => {
	const {lines, rejected} = await readSource(
		text(
			'event_time,event_type,product_id,category_code,price,user_id',
			'2026-11-01 00:00:00 UTC,view,1003461,phones,489.07,5205',
			'2026-11-01 00:00:01 UTC,cart,1003461,phones,489.07,5205',
			'2026-11-01 00:00:02 UTC,remove_from_cart,1003461,phones,489.07,5205',
			'2026-11-01 00:00:03 UTC,purchase,1003461,phones,489.07,5205',
		),
	);
	expect(lines.map(({amount}) => amount)).toEqual([4_890_700]);
	expect(rejected).toHaveLength(3);
});

test('orders that came back to the seller came to nothing', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Order ID,Date,Status,SKU,Qty,Amount',
			'1,04-30-26,Shipped - Delivered to Buyer,A,1,10.00',
			'2,04-30-26,Shipped - Returned to Seller,A,1,10.00',
			'3,04-30-26,Shipped - Rejected by Buyer,A,1,10.00',
			'4,04-30-26,Returned,A,1,10.00',
		),
	);
	expect(lines.map(({order}) => order)).toEqual(['1']);
	expect(rejected).toHaveLength(3);
});

test('a product has a name and a description', async () => {
	const {mapping} = await readSource(
		text('ProductID,Name,Description,Price,Date', '1,Fern,Green and lush,5.00,2026-03-01'),
		{name: 'products.csv'},
	);
	expect(mapping).toMatchObject({product: 'ProductID', productName: 'Name'});
});

test.each([
	[
		'Chinese',
		'订单号,下单时间,商品名称,数量,单价,总价,订单状态',
		'D1,2026-01-13 10:00,杯子,3,0.50,1.50,交易成功',
	],
	['Japanese', '注文番号,注文日時,商品名,数量,単価,金額,店舗', 'D1,2026/01/13 10:00,湯呑,3,0.50,1.50,東京'],
	['Korean', '주문번호,주문일시,상품명,수량,단가,금액', 'D1,2026-01-13 10:00,머그,3,0.50,1.50'],
])('%s headers', async (_, header, row) => {
	const {lines, rejected} = await readSource(text(header, row));
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{order: 'D1', at: Date.parse('2026-01-13T10:00Z'), quantity: 3, amount: 15_000},
	]);
});

test('an id is the customer or the product, and a bare word beside it the name', async () => {
	const {mapping} = await readSource(
		text('Order,Date,Customer ID,Customer,Product ID,Product,Total', 'A1,2026-03-01,7,Ada,P1,Fern,5.00'),
	);
	expect(mapping).toMatchObject({
		customer: 'Customer ID',
		customerName: 'Customer',
		product: 'Product ID',
		productName: 'Product',
	});
	const alone = await readSource(text('Order,Date,Customer,Product,Total', 'A1,2026-03-01,Ada,Fern,5.00'));
	expect(alone.mapping).toMatchObject({customer: 'Customer', product: 'Product'});
});

test('the status of a delivery or a customer is no state of a country', async () => {
	const {mapping} = await readSource(
		text(
			'Order,Date,Product,Total,Payment Status,Ship Status,Customer Status',
			'A1,2026-03-01,Fern,5.00,Paid,Shipped,Gold',
		),
	);
	expect(mapping).not.toHaveProperty('region');
});

test('lines of an order stand under a name of any of the languages', async () => {
	const {lines} = await readSource(
		JSON.stringify([
			{
				factura: 'F1',
				fecha: '2026-01-13',
				productos: [
					{producto: 'Taza', precio_venta: 5, cantidad: 2},
					{producto: 'Lápiz', precio_venta: 1.5, cantidad: 3},
				],
			},
		]),
		{name: 'ventas.json'},
	);
	expect(lines.map(({amount}) => amount)).toEqual([100_000, 45_000]);
});

test('where no column holds days, the message says how to give one', async () => {
	const reading = readSource(text('User_ID,Product_ID,Orders,Amount', '1002903,P00125942,1,23952'));
	await expect(reading).rejects.toThrow(
		"at='2026-03-01', in single quotes, says that all rows are of that day",
	);
});

test('values that MongoDB exports with their types', async () => {
	const {lines, rejected} = await readSource(
		`${[
			'{"_id":{"$oid":"5bd7"},"saleDate":{"$date":{"$numberLong":"1427144809506"}},"items":[{"name":"pad","tags":["office"],"price":{"$numberDecimal":"35.29"},"quantity":{"$numberInt":"2"}}],"storeLocation":"Denver","customer":{"age":{"$numberInt":"42"},"email":"ada@example.com"}}',
			'{"_id":{"$oid":"5bd8"},"saleDate":{"$date":{"$numberLong":"1440496862918"}},"items":[{"name":"pen","tags":[],"price":{"$numberDecimal":"1.50"},"quantity":{"$numberInt":"3"}}],"storeLocation":"Seattle","customer":{"age":{"$numberInt":"50"},"email":"bo@example.com"}}',
		].join('\n')}\n`,
		{name: 'sales.json'},
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{order: '5bd7', at: 1_427_144_809_506, quantity: 2, amount: 705_800, store: 'Denver', age: 42},
		{order: '5bd8', at: 1_440_496_862_918, quantity: 3, amount: 45_000, email: 'bo@example.com'},
	]);
});
