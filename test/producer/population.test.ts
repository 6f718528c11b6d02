import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {createPopulation} from '../../source/producer/population.ts';
import {randomStream} from '../../source/producer/random.ts';
import {createShopper} from '../../source/producer/shopper.ts';
import {catalogue, firstMoment, shopHistory} from './shop-history.ts';

const {sales} = shopHistory({days: 91});
const momentsOf = Map.groupBy(
	sales.filter(order => order.customer),
	({customer}) => customer!,
);

test('some 12 % of the orders are by guests', () => {
	const guests = sales.filter(order => !order.customer).length / sales.length;
	expect(guests).toBeGreaterThan(0.11);
	expect(guests).toBeLessThan(0.13);
});

test('each customer is one person with an address of their own', () => {
	const customers = [...momentsOf.keys()];
	expect(customers.length).toBeGreaterThan(5000);
	expect(new Set(customers.map(({code}) => code)).size).toBe(customers.length);
	expect(new Set(customers.map(({email}) => email)).size).toBe(customers.length);
	expect(customers.every(({email}) => /^[a-z]+\.[a-z]+\.\d+@shop42\.example\.com$/.test(email!))).toBe(true);
	expect(customers.every(({age}) => Number.isInteger(age) && age! >= 18 && age! < 90)).toBe(true);
	const regions = new Set(catalogue.regions.map(({name}) => name));
	expect(customers.every(({region}) => regions.has(region!))).toBe(true);
});

test('customers differ: many come once, a few very often', () => {
	const counts = [...momentsOf.values()].map(orders => orders.length);
	const share = (least: number) => counts.filter(count => count >= least).length / counts.length;
	expect(share(2)).toBeGreaterThan(0.55);
	expect(share(2)).toBeLessThan(0.85);
	expect(share(10)).toBeGreaterThan(0.08);
	expect(share(30)).toBeGreaterThan(0.005);
	// A Poisson distribution of one rate would have a variance as large as its mean.
	const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
	expect(variance).toBeGreaterThan(4 * mean);
});

test('some who came often have fallen silent', () => {
	const frequent = [...momentsOf.values()].filter(
		orders => orders.filter(({at}) => at < firstMoment + 45 * dayMs).length >= 8,
	);
	const silent =
		frequent.filter(orders => orders.at(-1)!.at < firstMoment + 60 * dayMs).length / frequent.length;
	expect(silent).toBeGreaterThan(0.15);
	expect(silent).toBeLessThan(0.7);
});

test('new customers keep arriving', () => {
	const late = [...momentsOf.values()].filter(orders => orders[0]!.at > firstMoment + 80 * dayMs);
	expect(late.length).toBeGreaterThan(300);
});

test('a customer is derived from seed and index alone', () => {
	const source = {catalogue, seed: 7, arrivalsPerDay: 50, drawRegion: () => 0};
	expect(createShopper(source, 123)).toEqual(createShopper(source, 123));
	expect(createShopper({...source, seed: 8}, 123).leavesAt).not.toBe(createShopper(source, 123).leavesAt);
});

test('who is alive later does not depend on what was bought before', () => {
	const options = {catalogue, seed: 7, ordersPerDay: 300};
	const everybody = new Float64Array(catalogue.regions.length).fill(1);
	const lived = createPopulation({...options, clock: 0});
	const random = randomStream(1, 'sales');
	for (let order = 1; order <= 30 * 300; order++) {
		lived.buyer(order / 300, everybody, random);
	}
	const derived = createPopulation({...options, clock: 30});
	const buyers = (population: typeof lived) => {
		const draw = randomStream(2, 'sales');
		return new Set(Array.from({length: 30_000}, () => population.buyer(30, everybody, draw)?.index));
	};
	// Both sets hold nearly all who are alive; only those who buy hardly ever are missed by chance.
	const fromLived = buyers(lived);
	const fromDerived = buyers(derived);
	const common = [...fromLived].filter(index => fromDerived.has(index)).length;
	expect(common / fromLived.size).toBeGreaterThan(0.9);
});
