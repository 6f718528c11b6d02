import {expect, test} from 'vitest';
import {demandOver, estimateDemand} from '../../../source/analytics/inventory/demand.ts';
import {planInventory, type StockedProduct} from '../../../source/analytics/inventory/inventory.ts';
import {stockOut} from '../../../source/analytics/inventory/stock-out.ts';
import {findSubstitute, type SubstituteCandidate} from '../../../source/analytics/inventory/substitutes.ts';
import {exponential, gamma} from '../../../source/producer/distributions.ts';
import {type Random, randomStream} from '../../../source/producer/random.ts';
import fc from '../../helpers/property.ts';

/** Units of one day: Poisson around a gamma-distributed pace, of variance twice the mean. */
function wildUnits(random: Random, mean: number): number {
	let [units, left] = [0, gamma(random, mean, 1)];
	for (left -= exponential(random, 1); left > 0; left -= exponential(random, 1)) {
		units++;
	}
	return units;
}

const rule = {leadDays: 7, reviewDays: 7, serviceLevel: 0.95, deadDays: 60};

function stocked(given: Partial<StockedProduct> = {}): StockedProduct {
	const sold = given.sold ?? new Float64Array(56).fill(2);
	return {
		stock: 100,
		sold,
		available: new Uint8Array(sold.length).fill(1),
		unitRevenue: 50_000,
		price: 60_000,
		daysSinceSale: 0,
		...given,
	};
}

function itemOf(given: Partial<StockedProduct>, {shopDays = 400} = {}) {
	const inventory = planInventory([stocked(given)], {days: 56, shopDays}, rule);
	if (inventory.status !== 'ready') {
		throw new Error('it is still collecting');
	}
	return inventory.items[0]!;
}

test('demand is the mean of days, of which one two weeks older counts half', () => {
	// 14 days apart: (6 + ½ · 0) / 1½ = 4; Σ w² = 1¼, variance (4 + ½ · 16) / (1½ − 1¼ / 1½) = 18.
	const sold = new Float64Array(15);
	sold[0] = 6;
	const {perDay, variance, uncertainty, days} = estimateDemand(sold, day => day % 14 === 0);
	expect(perDay).toBeCloseTo(4, 12);
	expect(variance).toBeCloseTo(18, 12);
	expect(uncertainty).toBeCloseTo((18 * 1.25) / 1.5 ** 2, 12);
	expect(days).toBe(2);
});

test('even sales are taken to vary as Poisson counts do, and no sales to be none', () => {
	expect(estimateDemand([3, 3, 3])).toMatchObject({perDay: 3, variance: 3});
	expect(estimateDemand([0, 0, 0])).toEqual({perDay: 0, variance: 0, uncertainty: 0, days: 3});
	expect(estimateDemand([])).toEqual({perDay: 0, variance: 0, uncertainty: 0, days: 0});
});

test('selling twice as much is twice the demand; days on which none could be bought change nothing', () => {
	const days = fc.array(fc.nat(20), {minLength: 14, maxLength: 56});
	fc.assert(
		fc.property(days, fc.nat(13), (units, gone) => {
			const once = estimateDemand(units);
			expect(estimateDemand(units.map(each => 2 * each)).perDay).toBeCloseTo(2 * once.perDay, 9);
			const without = estimateDemand(units, day => day !== gone);
			const changed = estimateDemand(units.with(gone, 999), day => day !== gone);
			expect(changed).toEqual(without);
		}),
	);
});

test('it follows a trend: a pace that doubled four weeks ago is nearly reached', () => {
	const sold = Float64Array.from({length: 56}, (_, day) => (day < 28 ? 10 : 5));
	expect(estimateDemand(sold).perDay).toBeGreaterThan(8.9);
	expect(itemOf({sold}).change).toBeCloseTo(1, 12);
});

test('over more days mean and variance grow, and what is not known of the pace grows faster', () => {
	const {mean, shape} = demandOver(4, {perDay: 2, variance: 3, uncertainty: 0.25, days: 30});
	expect(mean).toBe(8);
	// Variance 4 · 3 + 16 · 0.25 = 16 = mean + mean² / shape.
	expect(mean + mean ** 2 / shape).toBeCloseTo(16, 12);
});

test('one unit of what is bought once a day by chance lasts as long as an exponential wait', () => {
	// P(T ≤ t) = 1 − e^(−t): −ln 0.9, ln 2 and ln 10.
	const {p10, p50, p90} = stockOut(1, {perDay: 1, variance: 1, uncertainty: 0, days: 56})!;
	expect(p10).toBeCloseTo(-Math.log(0.9), 6);
	expect(p50).toBeCloseTo(Math.log(2), 6);
	expect(p90).toBeCloseTo(Math.log(10), 6);
});

test('what is out is out now, and what lasts for over a year has no date', () => {
	const demand = {perDay: 1, variance: 1, uncertainty: 0, days: 56};
	expect(stockOut(0, demand)).toEqual({p10: 0, p50: 0, p90: 0});
	expect(stockOut(1000, demand)).toBeUndefined();
	expect(stockOut(365, demand)).toMatchObject({p90: undefined});
});

test('more stock never runs out sooner, and the bounds are in order', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 200}),
			fc.double({min: 1, max: 20, noNaN: true}),
			(stock, perDay) => {
				const demand = {perDay, variance: 2 * perDay, uncertainty: 0.02 * perDay, days: 56};
				const {p10, p50 = 366, p90 = 366} = stockOut(stock, demand)!;
				expect(p10).toBeLessThanOrEqual(p50);
				expect(p50).toBeLessThanOrEqual(p90);
				expect(stockOut(stock + 1, demand)!.p10).toBeGreaterThanOrEqual(p10 - 1e-6);
			},
		),
	);
});

test('the dates hold what they promise: eight in ten stocks run out between the 10 % and the 90 % date', () => {
	const random = randomStream(5, 'sales', 0);
	let inside = 0;
	const shops = 400;
	for (let shop = 0; shop < shops; shop++) {
		const perDay = 1 + 6 * random();
		const draw = () => wildUnits(random, perDay);
		const past = Float64Array.from({length: 56}, draw);
		const stock = Math.round(20 * perDay);
		const dates = stockOut(stock, estimateDemand(past))!;
		let [left, day] = [stock, 0];
		while (left > 0) {
			left -= draw();
			day++;
		}
		inside += day >= dates.p10 && day - 1 <= dates.p90! ? 1 : 0;
	}
	expect(inside / shops).toBeGreaterThan(0.75);
	expect(inside / shops).toBeLessThan(0.92);
});

test('states follow from stock, pace and the last sale', () => {
	expect(itemOf({stock: 0}).state).toBe('out');
	expect(itemOf({stock: 20}).state).toBe('order');
	expect(itemOf({stock: 60}).state).toBe('enough');
	expect(itemOf({stock: 400}).state).toBe('slow');
	const unsold = {sold: new Float64Array(56), daysSinceSale: 60};
	expect(itemOf(unsold)).toMatchObject({
		...{state: 'dead', quantity: 0, coverDays: undefined, stockOut: undefined},
		...{revenueAtRisk: 0, stockValue: 6_000_000},
	});
	expect(itemOf({...unsold, daysSinceSale: 59}).state).toBe('slow');
	expect(itemOf({...unsold, daysSinceSale: undefined}).state).toBe('dead');
	expect(itemOf({...unsold, daysSinceSale: undefined}, {shopDays: 57}).state).toBe('slow');
});

test('at risk is what is asked for beyond the stock until an order arrives, by day', () => {
	// Nothing left: two a day at 5.00.
	expect(itemOf({stock: 0}).revenueAtRisk).toBeCloseTo(100_000, 6);
	expect(itemOf({stock: 60}).revenueAtRisk).toBeLessThan(1);
	expect(itemOf({stock: 13}).revenueAtRisk).toBeGreaterThan(itemOf({stock: 14}).revenueAtRisk);
});

test('days out of stock say nothing of demand', () => {
	const sold = Float64Array.from({length: 56}, (_, day) => (day % 2 ? 0 : 4));
	const available = Uint8Array.from({length: 56}, (_, day) => (day % 2 ? 0 : 1));
	expect(itemOf({sold, available}).demand).toMatchObject({perDay: 4, days: 28});
});

test('with two weeks of sales there is a pace, with less it is collecting', () => {
	const short = stocked({sold: new Float64Array(13)});
	expect(planInventory([short], {days: 13, shopDays: 13}, rule)).toEqual({
		status: 'collecting',
		daysHave: 13,
		daysNeeded: 14,
	});
	expect(planInventory([], {days: 14, shopDays: 14}, rule)).toEqual({
		status: 'ready',
		items: [],
		trial: undefined,
	});
});

test('on trial, reorder points of a week ago hold about as often as the service level says', () => {
	const random = randomStream(7, 'sales', 0);
	const products = Array.from({length: 400}, (_, index) => {
		const perDay = 0.3 + (index % 20);
		return stocked({sold: Float64Array.from({length: 56}, () => wildUnits(random, perDay))});
	});
	for (const serviceLevel of [0.8, 0.95]) {
		const inventory = planInventory(products, {days: 56, shopDays: 400}, {...rule, serviceLevel});
		const trial = inventory.status === 'ready' ? inventory.trial! : undefined;
		expect(trial!.products).toBeGreaterThan(390);
		expect(trial!.held).toBeGreaterThan(serviceLevel - 0.04);
		expect(trial!.held).toBeLessThan(serviceLevel + 0.08);
	}
});

test('the substitute is of the same category, in stock, nearest in price, and not what goes with it', () => {
	const candidate = (given: Partial<SubstituteCandidate> = {}): SubstituteCandidate => ({
		category: 'Shoes',
		price: 1_000_000,
		state: 'enough',
		perDay: 1,
		...given,
	});
	const shelf = [
		candidate({state: 'out'}),
		candidate({price: 1_100_000}),
		candidate({price: 1_050_000, state: 'order'}),
		candidate({price: 1_040_000, category: 'Socks'}),
		candidate({price: 960_000}),
		candidate({price: 990_000, perDay: 0}),
		candidate({price: 3_000_000}),
	];
	expect(findSubstitute(0, shelf, () => false)).toBe(4);
	expect(findSubstitute(0, shelf, (_, other) => other === 4)).toBe(1);
	expect(findSubstitute(0, shelf, () => true)).toBeUndefined();
	expect(findSubstitute(6, shelf, () => false)).toBeUndefined();
});
