import {test} from 'vitest';
import {type Export, expectRevenue} from './expect-revenue.ts';

/** What online shops and marketplaces write, with the revenue that a person adds up by hand. */
const exports: Readonly<Record<string, Export>> = {
	'Shopify, a discount and refunds': [
		1120000,
		0,
		[
			'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Country,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value',
			"#1001,ann@x.com,paid,2024-03-01 09:16:00 -0500,fulfilled,2024-03-02 10:00:00 -0500,yes,USD,72.00,5.00,6.16,83.16,SPRING10,8.00,Standard,2024-03-01 09:15:00 -0500,2,Canvas Bag - Blue,20.00,,BAG-BL,true,true,fulfilled,Ann Lee,1 Main St,Austin,'78701,TX,US,'+1555,Ann Lee,US,\"Please, leave",
			'at door",,,Shopify Payments,c1.1,0.00,Acme,5001,,Low,web,0.00,State Tax,6.16',
			'#1001,ann@x.com,,,,,,,,,,,,,,2024-03-01 09:15:00 -0500,1,Mug,40.00,,MUG-1,true,true,fulfilled,,,,,,,,,,,,,,,,Acme,,,,,0.00,,',
			'#1002,bob@x.com,refunded,2024-03-02 09:16:00 -0500,,,no,USD,40.00,5.00,3.60,48.60,,0.00,Standard,2024-03-02 09:15:00 -0500,1,Mug,40.00,,MUG-1,true,true,pending,Bob,,,,,US,,Bob,US,,,,Shopify Payments,c1.2,48.60,Acme,5002,,Low,web,0.00,,',
			'#1003,cy@x.com,partially_refunded,2024-03-03 09:16:00 -0500,,,no,USD,60.00,0.00,0.00,60.00,,0.00,Standard,2024-03-03 09:15:00 -0500,3,Canvas Bag - Blue,20.00,,BAG-BL,true,true,fulfilled,Cy,,,,,US,,Cy,US,,,,manual,c1.3,20.00,Acme,5003,,Low,web,0.00,,',
		],
	],
	'Shopify, free shipping by a code': [
		1950000,
		0,
		[
			'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount',
			'#1000,a@x,paid,2024-03-15 10:00:00 +0100,EUR,50.00,5.00,7.98,50.00,FREESHIP,5.00,2024-03-15 09:10:00 +0100,1,Shirt,50.00,SH,0.00',
			'#1001,a@x,paid,2024-03-15 10:00:00 +0100,EUR,45.00,5.00,7.98,50.00,TEN,5.00,2024-03-15 09:10:00 +0100,1,Shirt,50.00,SH,0.00',
			'#1002,a@x,paid,2024-03-16 10:00:00 +0100,EUR,100.00,5.00,7.98,100.00,FREESHIP,5.00,2024-03-16 09:10:00 +0100,1,Shirt,50.00,SH,0.00',
			'#1002,,,,,,,,,,,2024-03-16 09:10:00 +0100,1,Coat,50.00,CO,0.00',
		],
	],
	'Shopify over its interface, half of it off shipping': [
		925000,
		0,
		[
			'{"orders":[{"id":1,"name":"#1","created_at":"2024-03-01T10:00:00+01:00","currency":"EUR","financial_status":"paid","total_price":"50.00","subtotal_price":"45.00","total_discounts":"5.00","line_items":[{"id":10,"sku":"A","title":"Shirt","quantity":2,"price":"20.00","total_discount":"0.00"},{"id":11,"sku":"B","title":"Cap","quantity":1,"price":"10.00","total_discount":"0.00"}]},{"id":2,"name":"#2","created_at":"2024-03-02T10:00:00+01:00","currency":"EUR","financial_status":"paid","total_price":"47.50","subtotal_price":"47.50","total_discounts":"7.50","line_items":[{"id":20,"sku":"A","title":"Shirt","quantity":2,"price":"20.00","total_discount":"0.00"},{"id":21,"sku":"B","title":"Cap","quantity":1,"price":"10.00","total_discount":"0.00"}]}]}',
		],
	],
	'WooCommerce order lines': [
		540000,
		1,
		[
			'order_id,order_number,order_date,status,shipping_total,shipping_tax_total,fee_total,tax_total,cart_discount,order_discount,discount_total,order_total,refunded_total,order_currency,payment_method,customer_id,billing_first_name,billing_last_name,billing_email,billing_country,item_id,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_subtotal_tax,item_total,item_total_tax,item_refunded,item_refunded_qty,item_meta,coupon_items,order_notes',
			'61,61,2024-05-01 10:11:12,completed,5.00,0.00,0.00,0.00,6.00,0,6.00,59.00,0.00,EUR,stripe,4,Ann,Lee,a@x.com,DE,1,11,Shirt,S,2,40.00,0,36.00,0,0,0,,code:SAVE|amount:6.00,',
			'61,61,2024-05-01 10:11:12,completed,5.00,0.00,0.00,0.00,6.00,0,6.00,59.00,0.00,EUR,stripe,4,Ann,Lee,a@x.com,DE,2,12,Mug,M,1,20.00,0,18.00,0,0,0,,code:SAVE|amount:6.00,',
			'62,62,2024-05-02 11:11:12,cancelled,5.00,0.00,0.00,0.00,0,0,0,25.00,0.00,EUR,stripe,0,Bob,B,b@x.com,DE,3,12,Mug,M,1,20.00,0,20.00,0,0,0,,,',
		],
	],
	'WooCommerce analytics': [
		740000,
		0,
		[
			'Date,"Order #","N. Revenue (formatted)",Status,Customer,"Customer type","Product(s)","Items sold","Coupon(s)","N. Revenue",Attribution',
			'"2024-05-01 10:11:12",61,"€54,00",completed,"Ann Lee",new,"2× Shirt, 1× Mug",3,SAVE,54,Organic',
			'"2024-05-02 10:11:12",62,"€20,00",completed,"Bob B",new,"1× Mug",1,,20,Direct',
		],
	],
	'an Amazon settlement, of which only principals are sales': [
		200000,
		3,
		[
			'settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\tmerchant-order-id\tadjustment-id\tshipment-id\tmarketplace-name\tamount-type\tamount-description\tamount\tfulfillment-id\tposted-date\tposted-date-time\torder-item-code\tmerchant-order-item-id\tmerchant-adjustment-item-id\tsku\tquantity-purchased\tpromotion-id',
			'15\t2024-05-01 00:00:00 UTC\t2024-05-14 00:00:00 UTC\t2024-05-16 00:00:00 UTC\t46.27\tUSD\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t',
			'15\t\t\t\t\t\tOrder\t111-1\t\t\tD1\tAmazon.com\tItemPrice\tPrincipal\t29.99\tAFN\t2024-05-02\t2024-05-02 10:00:00 UTC\t1\t\t\tGH-15\t1\t',
			'15\t\t\t\t\t\tOrder\t111-1\t\t\tD1\tAmazon.com\tItemPrice\tTax\t2.40\tAFN\t2024-05-02\t2024-05-02 10:00:00 UTC\t1\t\t\tGH-15\t\t',
			'15\t\t\t\t\t\tOrder\t111-1\t\t\tD1\tAmazon.com\tItemFees\tCommission\t-4.50\tAFN\t2024-05-02\t2024-05-02 10:00:00 UTC\t1\t\t\tGH-15\t\t',
			'15\t\t\t\t\t\tOrder\t111-2\t\t\tD2\tAmazon.com\tItemPrice\tPrincipal\t20.00\tAFN\t2024-05-03\t2024-05-03 11:00:00 UTC\t2\t\t\tCL-10\t2\t',
			'15\t\t\t\t\t\tRefund\t111-1\t\tA1\tD1\tAmazon.com\tItemPrice\tPrincipal\t-29.99\tAFN\t2024-05-09\t2024-05-09 10:00:00 UTC\t1\t\t\tGH-15\t\t',
		],
	],
	'eBay orders with lines above and below': [
		570000,
		2,
		[
			'',
			'"Sales Record Number","Order Number","Buyer Username","Buyer Name","Buyer Email","Buyer Note","Ship To Name","Ship To City","Ship To Country","Item Number","Item Title","Custom Label","Sold Via Promoted Listings","Quantity","Sold For","Shipping And Handling","Seller Collected Tax","eBay Collected Tax","Total Price","Payment Method","Sale Date","Paid On Date","Feedback Left"',
			'',
			'"101","01-1001-A","buyer1","Ann A","a@members.ebay.com","","Ann A","Leeds","United Kingdom","1234567890","Vintage Camera","CAM-1","No","1","£45.00","£3.50","£0.00","£0.00","£48.50","PayPal","01-May-24","01-May-24","Yes"',
			'"102","01-1002-B","buyer2","Bob B","b@members.ebay.com","","Bob B","Paris","France","1234567891","Lens Cap","CAP-1","No","3","£4.00","£2.00","£0.00","£0.00","£14.00","PayPal","15-May-24","15-May-24","No"',
			'',
			'"2","record(s) downloaded"',
			'"Seller ID : myshop"',
		],
	],
	'orders that are cancelled, drafts or not paid': [
		200000,
		3,
		[
			'Order,Date,Status,Cancelled at,Item,Qty,Price',
			'1,2024-03-15,Paid,,A,1,10.00',
			'2,2024-03-15,Draft,,A,1,10.00',
			'3,2024-03-15,Awaiting payment,,A,1,10.00',
			'4,2024-03-15,Paid,2024-03-16,A,1,10.00',
			'5,2024-03-15,Partially refunded,0000-00-00,A,1,10.00',
		],
	],
	'a Polish shop': [
		565000,
		0,
		[
			'Nr zamówienia;Data złożenia;Klient;Nazwa produktu;SKU;Ilość;Cena brutto;Wartość brutto',
			'1001;05.03.2024;Anna;Kubek;K1;3;12,50;37,50',
			'1002;15.03.2024;Jan;Koc;K2;1;19,00;19,00',
		],
	],
	'a Turkish shop': [
		375000,
		0,
		[
			'Sipariş No;Sipariş Tarihi;Müşteri;Ürün Kodu;Ürün Adı;Adet;Birim Fiyat;Tutar',
			'1001;05.03.2024;Ayşe;U1;Çay;3;12,50;37,50',
		],
	],
	'Rakuten, in Japanese': [
		75600000,
		0,
		[
			'受注番号,注文日時,注文者名,商品番号,商品名,単価,個数,小計',
			'280001,2024/03/05 10:11:12,山田 太郎,A-1,緑茶 100g,"1,080",2,"2,160"',
			'280001,2024/03/05 10:11:12,山田 太郎,A-2,急須,"5,400",1,"5,400"',
		],
	],
	'eBay, its own dates': [
		90000,
		0,
		[
			'Sales Record Number,Order Number,Item Title,Custom Label,Quantity,Sold For,Sale Date',
			'101,01-1,Camera,CAM,1,$5.00,Nov-05-24',
			'102,01-2,Cap,CAP,1,$4.00,Nov-15-24',
		],
	],
	'Etsy items': [
		1000000,
		0,
		[
			'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship City,Ship State,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU',
			'05/01/24,"Knit Hat, wool",Ann Lee,2,25.00,SAVE10,SAVE10 - % off,5.00,0.00,4.00,0.00,50.00,USD,9001,777,05/01/2024,05/02/2024,Ann Lee,Austin,TX,United States,3001,,online,listing,online_cc,,,0.00,HAT',
			'05/14/24,Scarf,Bob,1,30.00,,,0.00,0.00,4.00,0.00,30.00,USD,9002,778,05/14/2024,,Bob,Boston,MA,United States,3002,,online,listing,online_cc,,,0.00,SCF',
			'05/14/24,"Knit Hat, wool",Bob,1,25.00,,,0.00,0.00,4.00,0.00,25.00,USD,9003,777,05/14/2024,,Bob,Boston,MA,United States,3002,,online,listing,online_cc,,,0.00,HAT',
		],
	],
	'WooCommerce over its interface, prices after the discount of the order': [
		540000,
		1,
		[
			'[{"id":727,"number":"727","status":"processing","currency":"EUR","date_created":"2024-03-22T16:28:02","discount_total":"6.00","discount_tax":"0.00","shipping_total":"10.00","total":"64.00","total_tax":"0.00","customer_id":12,"billing":{"first_name":"John","last_name":"Doe","email":"john@example.com","country":"DE"},"line_items":[{"id":315,"name":"Woo Single #1","product_id":93,"quantity":2,"subtotal":"40.00","total":"36.00","sku":"W1","price":18.0},{"id":316,"name":"Mug","product_id":94,"quantity":1,"subtotal":"20.00","total":"18.00","sku":"M","price":18.0}],"shipping_lines":[{"id":317,"method_title":"Flat Rate","total":"10.00"}],"refunds":[]},',
			'{"id":728,"number":"728","status":"cancelled","currency":"EUR","date_created":"2024-03-23T16:28:02","discount_total":"0.00","shipping_total":"0.00","total":"20.00","total_tax":"0.00","customer_id":0,"billing":{"first_name":"A","last_name":"B","email":"a@example.com","country":"DE"},"line_items":[{"id":318,"name":"Mug","product_id":94,"quantity":1,"subtotal":"20.00","total":"20.00","sku":"M","price":20.0}],"refunds":[]}]',
		],
	],
	'Shopify over its interface': [
		540000,
		0,
		[
			'{"orders":[{"id":450789469,"name":"#1001","created_at":"2024-01-10T11:00:00-05:00","currency":"USD","financial_status":"paid","subtotal_price":"54.00","total_discounts":"6.00","total_price":"64.50","total_tax":"5.50","total_shipping_price_set":{"shop_money":{"amount":"5.00"}},"customer":{"id":207119551,"email":"bob@example.com"},"shipping_address":{"country":"United States"},"line_items":[{"id":1,"sku":"A","title":"Shirt","quantity":2,"price":"20.00","total_discount":"0.00","discount_allocations":[{"amount":"4.00"}]},{"id":2,"sku":"B","title":"Mug","quantity":1,"price":"20.00","total_discount":"0.00","discount_allocations":[{"amount":"2.00"}]}]}]}',
		],
	],
	'Magento orders': [
		500000,
		1,
		[
			'"Order #","Purchased On","Status","Base Grand Total","Grand Total","Item SKU","Item Name","Qty Ordered","Item Price","Item Discount","Row Total","Shipping","Customer Email"',
			'000000012,"May 3, 2024 2:22:01 PM",complete,54.90,54.90,TS,T-Shirt,2,20.00,4.00,40.00,4.90,a@x.com',
			'000000012,"May 3, 2024 2:22:01 PM",complete,54.90,54.90,MUG,Mug,1,15.00,1.00,15.00,4.90,a@x.com',
			'000000013,"May 13, 2024 9:00:00 AM",canceled,16.90,16.90,MUG,Mug,1,12.00,0.00,12.00,4.90,b@x.com',
		],
	],
	'PrestaShop, a discount of the order on each line': [
		400000,
		1,
		[
			'Référence commande;Date;Client;Produit;Quantité;Prix unitaire TTC;Total TTC;Réduction commande;Total commande;Etat',
			'XKBKNABJK;2024-05-03 10:00:00;A. Dupont;Mug;2;12,50;25,00;5,00;40,00;Livré',
			'XKBKNABJK;2024-05-03 10:00:00;A. Dupont;T-shirt;1;20,00;20,00;5,00;40,00;Livré',
			'OHSATSERP;2024-05-14 10:00:00;B. Durand;Mug;1;12,50;12,50;0,00;12,50;Annulée',
		],
	],
	'an Indian shop': [
		37971000,
		0,
		[
			'Bill No.,Bill Date,Item,Qty,MRP,Disc%,Net Amt',
			'B1,05-04-2024,Saree,1,"Rs. 1,999/-",10,"Rs. 1,799.10"',
			'B2,25-04-2024,Kurta,2,999/-,0,"Rs. 1,998/-"',
		],
	],
	'Amazon orders': [
		539800,
		1,
		[
			'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\turl\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids',
			'111-1234567-1234567\t\t2024-02-01T07:21:33+00:00\t2024-02-02\tShipped\tAmazon\tAmazon.com\t\t\tStandard\tHose\tGH-15\tB0\tShipped\t2\tUSD\t59.98\t4.80\t5.99\t0.00\t\t\t6.00\t5.99\tAUSTIN\tTX\t78701\tUS\t',
			'111-1234567-1234568\t\t2024-02-02T07:21:33+00:00\t2024-02-02\tCancelled\tAmazon\tAmazon.com\t\t\tStandard\tHose\tGH-15\tB0\tCancelled\t0\tUSD\t\t\t\t\t\t\t\t\tAUSTIN\tTX\t78701\tUS\t',
		],
	],
};

test.each(Object.entries(exports))('%s', (_, written) => expectRevenue(written));
