import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {shopHistory} from './shop-history.ts';

const {orders, sales, returns} = shopHistory({days: 60});

test('two to four percent of the orders are returns', () => {
	const settled = orders.filter(({at}) => at > orders[0]!.at + 20 * dayMs);
	const share = settled.filter(order => returns.includes(order)).length / settled.length;
	expect(share).toBeGreaterThan(0.02);
	expect(share).toBeLessThan(0.04);
});

test('a return brings back what the same customer bought at that price days before', () => {
	const bought = Map.groupBy(sales, ({customer}) => customer);
	for (const {at, customer, lines, region} of returns) {
		expect(customer).toBeDefined();
		const purchases = bought.get(customer)!.filter(sale => sale.at < at - dayMs && sale.region === region);
		const origin = purchases.find(purchase =>
			lines.every(back =>
				purchase.lines.some(
					line =>
						line.product === back.product &&
						line.unitPrice === back.unitPrice &&
						line.quantity >= -back.quantity &&
						line.discount >= -back.discount,
				),
			),
		);
		expect(origin, `what ${customer!.code} brings back`).toBeDefined();
	}
});

test('a return holds only negative quantities, a sale only positive ones', () => {
	expect(returns.every(({lines}) => lines.every(({quantity}) => quantity < 0))).toBe(true);
	expect(sales.every(({lines}) => lines.every(({quantity}) => quantity > 0))).toBe(true);
});
