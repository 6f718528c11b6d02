import {expect, test} from 'vitest';
import {findInsights, type Insight} from '../../../source/analytics/insights/find-insights.ts';
import {moneyScale} from '../../../source/money.ts';
import {dayCount, type Effects, simulatedShop, windowDays} from './simulated-shop.ts';

function insights(seed: number, effects: Effects = {}): readonly Insight[] {
	const found = findInsights(simulatedShop(seed, effects), 0.05);
	if (found.status !== 'ready') {
		throw new Error('collecting');
	}
	return found.findings;
}

/** What is found of one kind in most of ten shops that differ by chance only. */
function inMost(kind: string, effects: Effects): Insight[] {
	const found = Array.from({length: 10}, (_, seed) =>
		insights(seed + 1, effects).filter(finding => finding.kind === kind),
	);
	expect(found.filter(findings => findings.length > 0).length).toBeGreaterThanOrEqual(8);
	return found.flat();
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const ratios = (found: readonly Insight[]) => found.map(({measure}) => measure.value / measure.usual);

test('in shops of pure noise hardly anything is found', () => {
	// At α = 0.05 ten of 200 are to be expected at the most, and more than 20 in one run of a thousand (binomial).
	const noisy = Array.from({length: 200}, (_, seed) => insights(seed + 100)).filter(
		found => found.length > 0,
	);
	expect(noisy.length).toBeLessThanOrEqual(20);
}, 60_000);

test('a weekend that brings 40 % more is found, with its size', () => {
	const found = inMost('weekend', {pace: ({weekday}) => (weekday >= 5 ? 1.4 : 1)});
	expect(mean(ratios(found))).toBeCloseTo(1.4, 1);
	const {interval, n} = found[0]!.evidence;
	expect([n, interval!.lo < 1.4, interval!.hi > 1.2]).toEqual([16, true, true]);
	expect(found[0]!.sentence).toMatch(
		/^A Saturday or Sunday brings \d\d% more than a weekday: €[\d,]+ against €[\d,]+$/,
	);
});

test('a shop that is closed on Sundays has a Saturday, and no weekend', () => {
	const found = inMost('weekend', {pace: ({weekday}) => (weekday === 6 ? 0 : weekday === 5 ? 2 : 1)});
	expect(found[0]!.subject).toBe('Saturday');
	expect(mean(ratios(found))).toBeCloseTo(2, 0);
});

test('the strongest weekday is named', () => {
	const found = inMost('weekday', {pace: ({weekday}) => (weekday === 1 ? 1.5 : 1)});
	expect(found.filter(({subject}) => subject === 'Tuesday').length).toBeGreaterThanOrEqual(8);
});

test('the busiest hours are named with their share', () => {
	const found = inMost('hours', {pace: (_, hour) => (hour >= 11 && hour < 14 ? 3 : 1)});
	const busiest = found.filter(({subject}) => subject === '11:00 to 14:00');
	expect(busiest).toHaveLength(10);
	// 3 · 3 of 3 · 3 + 21 · 1 orders.
	expect(mean(busiest.map(({measure}) => measure.value))).toBeCloseTo(9 / 30, 2);
	expect(busiest[0]!.sentence).toMatch(
		/^11:00 to 14:00 is the busiest time: \d\d% of orders, \d+ an hour where \d are the mean of all hours$/,
	);
});

test('hours in which the shop is closed are not its quietest', () => {
	const pace = (_: unknown, hour: number) => (hour < 8 || hour >= 20 ? 0 : hour < 11 ? 0.4 : 1.5);
	const found = inMost('hours', {pace});
	expect(found.filter(({sentence}) => sentence.startsWith('08:00 to 11:00 is the quietest'))).toHaveLength(
		10,
	);
});

test('the region that grows against the shop is found, not those that give way', () => {
	const found = inMost('region', {region: (index, {isInWindow}) => (index === 2 && isInWindow ? 1.8 : 1)});
	const growing = found.filter(({subject}) => subject === 'Region 2');
	expect(growing.length).toBeGreaterThanOrEqual(8);
	// 1.8 of 6.8 after 1 of 6.
	expect(Math.abs(mean(ratios(growing)) - (1.8 / 6.8) * 6)).toBeLessThan(0.1);
	expect(growing[0]!.sentence).toMatch(
		/^Region 2 is the fastest-growing region: \+\d+%, €[\d,]+ after €[\d,]+ in the 28 days before; the shop [+-][\d.]+%$/,
	);
});

test('a good month for the whole shop is no news of its regions', () => {
	const found = Array.from({length: 20}, (_, seed) =>
		insights(seed + 1, {pace: ({isInWindow}) => (isInWindow ? 1.4 : 1)}),
	).flat();
	expect(found.filter(({kind}) => kind === 'region' || kind === 'category').length).toBeLessThanOrEqual(3);
});

test('a category that shrinks is found', () => {
	const found = inMost('category', {
		category: (index, {isInWindow}) => (index === 1 && isInWindow ? 0.5 : 1),
	});
	expect(
		found.filter(({sentence}) => sentence.startsWith('Category 1 is the fastest-shrinking')).length,
	).toBeGreaterThanOrEqual(8);
});

test('products that fall are told together, the largest loss first', () => {
	const found = inMost('product', {product: (index, {isInWindow}) => (index < 3 && isInWindow ? 0.15 : 1)});
	for (const {subject, sentence} of found) {
		expect(sentence).toMatch(/^(A product sells|\d+ products sell) less than in the 28 days before: Product/);
		expect(subject.split(', ').every(name => ['Product 0', 'Product 1', 'Product 2'].includes(name))).toBe(
			true,
		);
	}
});

test('a target that is missed is told with what is wanted', () => {
	const target = (dailyTarget: number) => ({
		name: 'Lamp',
		of: 'product' as const,
		dailyTarget: dailyTarget * moneyScale,
		revenue: Array.from({length: windowDays}, (_, day) => (80 + (day % 5) * 10) * moneyScale),
	});
	const [missed] = inMost('target', {targets: [target(120)]});
	expect(missed!.sentence).toBe('Lamp is 18% below target: €2,770 of €3,360 in 28 days');
	expect(insights(1, {targets: [target(95)]}).some(({kind}) => kind === 'target')).toBe(false);
});

test('an unusual day is told beside its weekday', () => {
	const found = inMost('day', {pace: ({place}) => (place === dayCount - 10 ? 0.3 : 1)});
	const right = found.filter(({subject}) => subject === 'Fri 13 Nov');
	expect(right.length).toBeGreaterThanOrEqual(8);
	expect(mean(ratios(right))).toBeCloseTo(0.3, 1);
	expect(right[0]!.sentence).toMatch(
		/^Fri 13 Nov brought \d\d% less than a Friday of that time: €[\d,]+, not €[\d,]+$/,
	);
});

test('an open day without a sale is unusual, a closed one is not', () => {
	const closed = inMost('day', {
		pace: ({place, weekday}) => (weekday === 6 || place === dayCount - 10 ? 0 : 1),
	});
	expect(closed[0]!.sentence).toMatch(/^Fri 13 Nov brought nothing, where a Friday usually brings €[\d,]+$/);
	expect(closed.filter(({subject}) => subject.startsWith('Sun'))).toEqual([]);
});

test('an unusual hour is told with what is usual', () => {
	const found = inMost('hour', {
		pace: ({place}, hour) => (place === dayCount - 3 && hour === 14 ? 8 : 1),
	});
	const right = found.filter(({subject}) => subject === 'Fri 20 Nov 14:00');
	expect(right.length).toBeGreaterThanOrEqual(8);
	expect(right[0]!.sentence).toMatch(
		/^Fri 20 Nov 14:00 to 15:00 had \d+ orders where \d are usual on such a day$/,
	);
});

test('orders that are worth more than before are found, with the interval', () => {
	const found = inMost('order-value', {value: ({isInWindow}) => (isInWindow ? 1.15 : 1)});
	expect(mean(ratios(found))).toBeCloseTo(1.15, 1);
	const {evidence, measure} = found[0]!;
	expect(evidence.interval!.lo).toBeLessThan(measure.value - measure.usual);
	expect(evidence.interval!.hi).toBeGreaterThan(measure.value - measure.usual);
});

test('more returns than before are found', () => {
	const found = inMost('returns', {returnRate: ({isInWindow}) => (isInWindow ? 0.15 : 0.05)});
	expect(found[0]!.sentence).toMatch(
		/^[\d.]+% of gross revenue is sent back, up from [\d.]+% in the 28 days before$/,
	);
	expect(mean(ratios(found))).toBeCloseTo(3, 0);
});

test('customers who have stayed away beyond their habit are told with what they are worth', () => {
	const found = inMost('customers', {
		isThere: (index, {place}) => index > 4 || place < dayCount - 26,
		customer: index => (index <= 4 ? 6 : 1),
	});
	for (const {subject, measure} of found) {
		const names = subject.split(', ');
		expect(names).toHaveLength(measure.value);
		expect(names.every(name => /^Customer [0-4]$/.test(name))).toBe(true);
	}
	expect(found[0]!.sentence).toMatch(
		/^\d customers may be lost, worth €[\d,]+ in 28 days: Customer \d \(\d+ days away, usually every \d\.\d days\)/,
	);
});

test('a silence is told with what is usual', () => {
	const [found] = inMost('silence', {silenceHours: 3});
	expect(found!.sentence).toMatch(/^No sale for 3 h; [12]\d min is usual on Monday at 03:00$/);
	// Some nine sales were to be expected, so without any more spread exp(−9) = 0.00012.
	expect(found!.evidence.p).toBeLessThan(0.001);
});

test('ten customers who bring much of the revenue are counted', () => {
	const found = inMost('concentration', {customer: index => (index < 10 ? 12 : 1)});
	// 120 of 120 + 110.
	expect(mean(found.map(({measure}) => measure.value))).toBeCloseTo(120 / 230, 1);
	expect(found[0]!.q).toBeUndefined();
});

test('news comes before what always was, each by its worth', () => {
	const found = insights(3, {
		pace: ({weekday}) => (weekday >= 5 ? 2 : 1),
		value: ({isInWindow}) => (isInWindow ? 1.3 : 1),
		region: (index, {isInWindow}) => (index === 2 && isInWindow ? 1.8 : 1),
	});
	const patterns = found.map(({isPattern}) => isPattern);
	expect(patterns).toEqual([...patterns].sort());
	for (const isPattern of [false, true]) {
		const worths = found.filter(finding => finding.isPattern === isPattern).map(({worth}) => worth);
		expect(worths.length).toBeGreaterThan(0);
		expect(worths).toEqual([...worths].sort((a, b) => b - a));
	}
});

test('twice the money is twice the worth, and nothing else', () => {
	const shop = simulatedShop(5, {value: ({isInWindow}) => (isInWindow ? 1.3 : 1)});
	const twice = (values: readonly number[]) => values.map(value => 2 * value);
	const doubled = findInsights(
		{
			...shop,
			days: {...shop.days, revenue: twice(shop.days.revenue), returns: twice(shop.days.returns)},
			regions: shop.regions.map(group => ({...group, revenue: twice(group.revenue)})),
			categories: shop.categories.map(group => ({...group, revenue: twice(group.revenue)})),
			products: shop.products.map(product => ({
				...product,
				revenue: 2 * product.revenue,
				revenueBefore: 2 * product.revenueBefore,
			})),
			customerRevenues: twice(shop.customerRevenues),
			customers: shop.customers.map(customer => ({...customer, revenue: 2 * customer.revenue})),
			orderValues: {
				window: scaled(shop.orderValues!.window),
				before: scaled(shop.orderValues!.before),
			},
		},
		0.05,
	);
	const single = findInsights(shop, 0.05);
	const facts = (found: typeof single, scale: number) =>
		found.status === 'ready'
			? found.findings.map(({kind, subject, worth, q}) => [
					kind,
					subject,
					Math.round(worth / scale),
					q?.toFixed(9),
				])
			: [];
	expect(facts(doubled, 2)).toEqual(facts(single, 1));
	expect(facts(single, 1).length).toBeGreaterThan(0);
});

function scaled({n, mean, variance}: {n: number; mean: number; variance: number}) {
	return {n, mean: 2 * mean, variance: 4 * variance};
}

test('less than a week is still being collected', () => {
	const shop = simulatedShop(1);
	const {days} = shop;
	const few = {
		...days,
		orders: days.orders.slice(0, 6),
		revenue: days.revenue.slice(0, 6),
		returns: days.returns.slice(0, 6),
		hours: days.hours.slice(0, 6),
	};
	expect(findInsights({...shop, days: few}, 0.05)).toEqual({
		status: 'collecting',
		daysHave: 6,
		daysNeeded: 7,
	});
});
