import type {ColumnSample} from './column-sample.ts';
import type {Field} from './fields.ts';
import {headerKey} from './header-key.ts';
import type {AskedColumns} from './match-columns.ts';

/** The export of a shop whose headers mean something else than they do elsewhere. */
export type KnownShop = {
	readonly name: string;
	/** Headers that no other export has together. */
	readonly signature: readonly string[];
	readonly columns: AskedColumns;
	/** What its other columns only seem to hold. */
	readonly without?: readonly Field[];
	/** Its totals are before the discount. */
	readonly isBeforeDiscount?: boolean;
	/** Its subtotals of orders are after the discount on goods, and have none on shipping in them. */
	readonly isSubtotalNet?: boolean;
	/** Its rows are sales where that column says so; the others are fees, taxes and the like. */
	readonly sales?: {readonly column: string; readonly are: RegExp};
	/** Rows that count no units are one. */
	readonly isOneUnit?: boolean;
	/** Whether its amounts are in cents. */
	readonly countsMinorUnits?: (samples: readonly ColumnSample[]) => boolean;
};

const knownShops: readonly KnownShop[] = [
	{
		name: 'Shopify orders',
		signature: ['Name', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
		// `Total`, `Subtotal` and `Discount Amount` are of the order, and stand on its first row only; `Id` is
		// the order's too.
		columns: {
			order: 'Name',
			product: 'Lineitem sku',
			productName: 'Lineitem name',
			quantity: 'Lineitem quantity',
			unitPrice: 'Lineitem price',
			discount: 'Lineitem discount',
			at: 'Created at',
			region: 'Shipping Country',
			customerName: 'Billing Name',
			email: 'Email',
			orderDiscount: 'Discount Amount',
			orderSubtotal: 'Subtotal',
			orderTotal: 'Total',
			store: 'Location',
			status: 'Financial Status',
		},
		without: ['total', 'discount', 'store'],
		isSubtotalNet: true,
	},
	{
		name: 'Shopify orders, over its interface',
		signature: ['subtotal_price', 'total_discounts', 'financial_status'],
		columns: {orderDiscount: 'total_discounts', orderSubtotal: 'subtotal_price', orderTotal: 'total_price'},
		isSubtotalNet: true,
	},
	{
		name: 'Amazon orders',
		signature: ['amazon-order-id', 'purchase-date', 'item-price'],
		// Amazon's price is of all the units of a line.
		columns: {
			order: 'amazon-order-id',
			product: 'sku',
			productName: 'product-name',
			quantity: 'quantity',
			total: 'item-price',
			discount: 'item-promotion-discount',
			at: 'purchase-date',
			region: 'ship-country',
			currency: 'currency',
		},
		isBeforeDiscount: true,
	},
	{
		name: 'Square items',
		signature: ['Gross Sales', 'Net Sales', 'Transaction ID', 'Price Point Name'],
		columns: {
			order: 'Transaction ID',
			productName: 'Item',
			product: 'SKU',
			quantity: 'Qty',
			total: 'Net Sales',
			at: 'Date',
			time: 'Time',
			store: 'Location',
			customer: 'Customer ID',
			customerName: 'Customer Name',
		},
	},
	{
		name: 'Square orders, over its interface',
		signature: ['line_items.base_price_money.amount', 'line_items.quantity'],
		columns: {
			order: 'id',
			product: 'line_items.catalog_object_id',
			productName: 'line_items.name',
			quantity: 'line_items.quantity',
			unitPrice: 'line_items.base_price_money.amount',
			discount: 'line_items.total_discount_money.amount',
			at: 'created_at',
			store: 'location_id',
			currency: 'line_items.base_price_money.currency',
			status: 'state',
		},
		without: ['total', 'orderTotal', 'region'],
		countsMinorUnits: () => true,
	},
	{
		name: 'eBay orders',
		signature: ['Sales Record Number', 'Item Title', 'Sold For'],
		// `Total Price` has shipping and tax in it.
		columns: {
			order: 'Order Number',
			product: 'Custom Label',
			productName: 'Item Title',
			quantity: 'Quantity',
			unitPrice: 'Sold For',
			at: 'Sale Date',
			region: 'Ship To Country',
			customer: 'Buyer Username',
			customerName: 'Buyer Name',
			orderTotal: 'Total Price',
		},
		without: ['total'],
	},
	{
		name: 'WooCommerce order lines',
		signature: ['order_id', 'item_product_id', 'item_name', 'item_total'],
		columns: {
			order: 'order_number',
			product: 'item_sku',
			productName: 'item_name',
			orderTotal: 'order_total',
		},
	},
	{
		name: 'an Amazon settlement',
		signature: ['settlement-id', 'amount-type', 'amount-description', 'quantity-purchased'],
		columns: {
			order: 'order-id',
			product: 'sku',
			quantity: 'quantity-purchased',
			total: 'amount',
			at: 'posted-date-time',
			currency: 'currency',
			kind: 'transaction-type',
		},
		without: ['orderTotal', 'productName'],
		// All else is tax, shipping, fees and the payout.
		sales: {column: 'amount-description', are: /^principal$/i},
		isOneUnit: true,
	},
	{
		name: 'Amazon transactions',
		signature: ['settlement id', 'product sales', 'selling fees', 'fba fees'],
		// Its `total` is what is left after fees, and paid out.
		columns: {
			order: 'order id',
			product: 'sku',
			productName: 'description',
			quantity: 'quantity',
			total: 'product sales',
			discount: 'promotional rebates',
			at: 'date/time',
			region: 'order state',
			city: 'order city',
			store: 'marketplace',
			kind: 'type',
		},
		without: ['orderTotal', 'status', 'tax'],
		isBeforeDiscount: true,
		sales: {column: 'type', are: /^(?:order|refund|(?:chargeback|a-to-z guarantee) .*)$/i},
	},
	{
		name: 'PayPal activity',
		signature: ['Gross', 'Fee', 'Net', 'From Email Address', 'To Email Address', 'Transaction ID'],
		// Who pays is in `From`; what the shop pays itself is in the list, too.
		columns: {
			order: 'Transaction ID',
			product: 'Item ID',
			productName: 'Item Title',
			quantity: 'Quantity',
			total: 'Gross',
			at: 'Date',
			time: 'Time',
			email: 'From Email Address',
			customerName: 'Name',
			currency: 'Currency',
			kind: 'Type',
			status: 'Status',
		},
		without: ['customer', 'region', 'orderTotal'],
		sales: {
			column: 'Type',
			are: /^(?!.*(?:bill user|withdrawal|transfer|conversion|\bhold\b|reserve|deposit|authorization|mass pay|\bfees?\b)).*(?:payment|checkout|refund|sale|purchase|reversal|charge)/i,
		},
		isOneUnit: true,
	},
	{
		name: 'Etsy orders',
		signature: ['Sale Date', 'Order Value', 'Order Net', 'Adjusted Order Total'],
		// `Order Total` has shipping and tax in it, and is after the discount.
		columns: {
			order: 'Order ID',
			product: 'SKU',
			quantity: 'Number of Items',
			total: 'Order Value',
			discount: 'Discount Amount',
			at: 'Sale Date',
			region: 'Ship Country',
			city: 'Ship City',
			customer: 'Buyer User ID',
			customerName: 'Full Name',
			orderTotal: 'Order Total',
		},
		isBeforeDiscount: true,
	},
	{
		name: 'Stripe payments',
		signature: ['Created (UTC)', 'Amount', 'Currency', 'Status'],
		columns: {
			order: 'id',
			productName: 'Description',
			total: 'Amount',
			at: 'Created (UTC)',
			email: 'Customer Email',
		},
		// What its API answers; what its pages export has amounts with decimals.
		countsMinorUnits: samples =>
			samples.some(({header, present}) => header === 'created' && present.every(text => /^\d+$/.test(text))),
	},
];

/** The shop whose export has these headers. */
export function knownShopOf(headers: readonly string[]): KnownShop | undefined {
	const keys = new Set(headers.map(headerKey));
	return knownShops.find(({signature}) => signature.every(header => keys.has(headerKey(header))));
}
