/** Why a row cannot be loaded. The words name the rule, not the value, so that rows can be counted by them. */
export const reasons = {
	noOrder: 'order is missing',
	noProduct: 'product is missing',
	noQuantity: 'quantity is missing',
	unreadableQuantity: 'quantity is not a number',
	zeroQuantity: 'quantity is 0',
	noPrice: 'unit price is missing',
	noTotal: 'total is missing',
	unreadablePrice: 'unit price is not a number',
	unreadableTotal: 'total is not a number',
	negativePrice: 'unit price is negative',
	negativeDiscountLine:
		'unit price is negative, as of a discount, and no total of its order shows that it is taken off',
	unreadableDiscount: 'discount is not a number',
	negativeDiscount: 'discount is negative',
	largeDiscount: 'discount is more than quantity × unit price',
	otherTotal: 'total contradicts quantity, unit price and discount',
	otherSigns: 'quantity is negative and total is not, which other rows do not explain',
	noDate: 'date is missing',
	unreadableDate: 'date is not readable',
	otherOrder: 'day and month are in another order than in the rest of the column',
	strangeDate: 'date is before 1970 or after 2099',
	largeAmount: 'quantity or amount is too large to be exact',
	otherCurrency: 'currency is another than in the rest of the source',
	unknownOrder: 'order is not among the orders',
	unknownProduct: 'product is not among the products',
	unknownCustomer: 'customer is not among the customers',
	noCustomer: 'customer is missing',
	noCategory: 'category is missing',
	noStore: 'store is missing',
	noLines: 'no line of the order could be loaded',
	totalRow: 'a total row, which is no sale',
	noSale: 'a fee, tax, shipping or payout, which is no sale',
	cameToNothing: 'order is cancelled, failed, refunded, voided, a draft or not paid; --all-states loads it',
	tooLong: 'text is longer than 1,000 characters',
	strayTable: 'belongs to a second table in the source, which holds no sales',
} as const;

/** Why a text that was read as a moment is none. */
export function reasonOfMoment(reading: 'unreadable' | 'otherOrder'): string {
	return reading === 'otherOrder' ? reasons.otherOrder : reasons.unreadableDate;
}
