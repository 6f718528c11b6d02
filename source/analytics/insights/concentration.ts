import type {Finding} from './finding.ts';
import type {ShopHistory} from './shop-history.ts';
import {counted, daySpan, sum, windowPlaces, within} from './spans.ts';

const topCustomers = 10;
const fewestCustomers = 50;

/** A smaller share of revenue depends on nobody. */
const leastShare = 0.2;
/** So many times an even share is more than the luck of a few. */
const leastTimesEven = 3;

/** How much of the revenue hangs on ten customers. It is counted, not estimated, so there is no test. */
export function concentration(shop: ShopHistory): Finding[] {
	const {customerRevenues, formats, days, windowDays} = shop;
	const total = sum(within(days.revenue, windowPlaces(shop)));
	const top = sum(customerRevenues.slice(0, topCustomers));
	const even = topCustomers / customerRevenues.length;
	const share = top / total;
	if (
		customerRevenues.length < fewestCustomers ||
		!(total > 0) ||
		share < Math.max(leastShare, leastTimesEven * even)
	) {
		return [];
	}
	return [
		{
			kind: 'concentration',
			subject: 'top 10 customers',
			sentence: `Ten of ${formats.count(customerRevenues.length)} customers bring ${formats.percent(share, 0)} of the revenue: ${formats.wholeMoney(top)} in ${counted(windowDays, 'days')}`,
			measure: {unit: 'share', value: share, usual: even},
			evidence: {
				n: customerRevenues.length,
				of: 'customers',
				test: undefined,
				p: undefined,
				interval: undefined,
				...daySpan(shop, windowPlaces(shop)),
			},
			worth: top,
			isPattern: true,
		},
	];
}
