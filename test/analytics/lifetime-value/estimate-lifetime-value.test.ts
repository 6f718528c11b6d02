import {expect, test} from 'vitest';
import type {CustomerHistories} from '../../../source/analytics/lifetime-value/customer-histories.ts';
import {discountedOrders} from '../../../source/analytics/lifetime-value/discounted-orders.ts';
import {estimateLifetimeValue} from '../../../source/analytics/lifetime-value/estimate-lifetime-value.ts';
import {expectedOrdersIfAlive} from '../../../source/analytics/lifetime-value/expected-orders.ts';
import {lifeStages} from '../../../source/analytics/lifetime-value/life-stages.ts';
import type {LifetimeModel} from '../../../source/analytics/lifetime-value/lifetime-model.ts';
import {probabilityAlive} from '../../../source/analytics/lifetime-value/probability-alive.ts';
import {cdnowCustomers} from './cdnow-customers.ts';
import {simulatedCustomers} from './simulated-customers.ts';

const horizon = {months: 12, periodsPerMonth: 365.25 / 12 / 7, monthlyDiscount: 0.01};

type Row = readonly [frequency: number, recency: number, age: number, monetary: number];

function histories(rows: readonly Row[]): CustomerHistories {
	const column = (index: number) => Float64Array.from(rows, row => row[index]!);
	const [frequency, monetary] = [column(0), column(3)];
	return {
		frequency,
		recency: column(1),
		age: column(2),
		monetary,
		revenue: frequency.map((repeats, index) => (repeats + 1) * (monetary[index]! || 10)),
	};
}

/** Some of the simulated customers, in another order or unit. */
function mapped(of: CustomerHistories, map: (column: Float64Array, name: string) => Float64Array) {
	return Object.fromEntries(
		(['frequency', 'recency', 'age', 'monetary', 'revenue'] as const).map(name => [
			name,
			map(of[name]!, name),
		]),
	) as unknown as CustomerHistories;
}

function ready(model: LifetimeModel) {
	if (model.status !== 'ready' || model.spend.status !== 'gamma-gamma') {
		throw new Error(`the model should be whole, and is ${JSON.stringify(model)}`);
	}
	return {...model.orders.parameters, ...model.spend.parameters, logLikelihood: model.orders.logLikelihood};
}

const truth = {
	orders: {r: 0.8, alpha: 5, a: 0.9, b: 3},
	spend: {p: 6, q: 4, v: 15},
};
const simulated = simulatedCustomers({seed: 42, customers: 20_000, periods: 100, ...truth});
const estimate = estimateLifetimeValue(simulated, horizon);

test('the parameters of simulated customers are found again', () => {
	const found = ready(estimate.model);
	// Within about three standard errors at 20,000 customers.
	for (const [name, value] of Object.entries({...truth.orders, ...truth.spend})) {
		expect(Math.abs(found[name as keyof typeof found] / value - 1), name).toBeLessThan(0.12);
	}
});

test('of the simulated customers as many are alive as the model says, and they buy as much again', () => {
	const {orders} = truth;
	const model = estimate.model.status === 'ready' ? estimate.model.orders.parameters : orders;
	const {frequency, recency, age} = simulated;
	const mean = (values: ArrayLike<number>) =>
		Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
	const alive = frequency.map((x, index) => probabilityAlive(model, x, recency[index]!, age[index]!));
	const later = alive.map(
		(p, index) => p * expectedOrdersIfAlive(model, frequency[index]!, age[index]!, 100),
	);
	expect(mean(alive)).toBeCloseTo(mean(simulated.isAlive.map(Number)), 1);
	expect(Math.abs(mean(later) / mean(simulated.later) - 1)).toBeLessThan(0.05);
	// Also among those of whom more is expected than of nine in ten.
	const best = [...later.keys()]
		.sort((one, other) => later[other]! - later[one]!)
		.slice(0, later.length / 10);
	const expected = mean(best.map(index => later[index]!));
	expect(Math.abs(expected / mean(best.map(index => simulated.later[index]!)) - 1)).toBeLessThan(0.05);
});

test('histories and values cross to a worker and back as they are', () => {
	expect(structuredClone(simulated.monetary)).toEqual(simulated.monetary);
	expect(structuredClone(estimate)).toEqual(estimate);
});

test('the order of the customers changes nothing', () => {
	const backwards = estimateLifetimeValue(
		mapped(simulated, column => column.toReversed()),
		horizon,
	);
	expect(backwards.model).toEqual(estimate.model);
	expect(backwards.customers.clv!.toReversed()).toEqual(estimate.customers.clv);
	expect(backwards.customers.tiers.toReversed()).toEqual(estimate.customers.tiers);
	expect(backwards.customers.stages.toReversed()).toEqual(estimate.customers.stages);
});

test('another unit of time changes alpha by as much, and what is expected not at all', () => {
	const weeks = ready(estimate.model);
	const inDays = estimateLifetimeValue(
		mapped(simulated, (column, name) =>
			name === 'recency' || name === 'age' ? column.map(time => time * 7) : column,
		),
		{...horizon, periodsPerMonth: horizon.periodsPerMonth * 7},
	);
	const days = ready(inDays.model);
	expect(days.alpha / weeks.alpha).toBeCloseTo(7, 4);
	for (const name of ['r', 'a', 'b', 'p', 'q', 'v'] as const) {
		expect(days[name] / weeks[name], name).toBeCloseTo(1, 4);
	}
	expect(inDays.customers.expectedOrders![7]! / estimate.customers.expectedOrders![7]!).toBeCloseTo(1, 4);
	expect(inDays.customers.stages).toEqual(estimate.customers.stages);
});

test('another unit of money changes v and CLV by as much', () => {
	const euros = ready(estimate.model);
	const inMoney = estimateLifetimeValue(
		mapped(simulated, (column, name) =>
			name === 'monetary' || name === 'revenue' ? column.map(value => value * 10_000) : column,
		),
		horizon,
	);
	const money = ready(inMoney.model);
	expect(money.v / euros.v / 10_000).toBeCloseTo(1, 4);
	expect(money.p / euros.p).toBeCloseTo(1, 4);
	expect(money.r).toBe(euros.r);
	for (const place of [0, 1, 2, 3]) {
		expect(inMoney.customers.clv![place]! / estimate.customers.clv![place]! / 10_000).toBeCloseTo(1, 4);
	}
	expect(inMoney.customers.tiers).toEqual(estimate.customers.tiers);
});

test('tiers hold all customers and all value, cut at 20, 50 and 80 % of it', () => {
	const {customers, tiers} = estimate;
	const total = customers.clv!.reduce((sum, value) => sum + value, 0);
	expect(tiers.map(({tier}) => tier)).toEqual(['Platinum', 'Gold', 'Silver', 'Bronze']);
	expect(tiers.reduce((sum, tier) => sum + tier.customers, 0)).toBe(20_000);
	expect(tiers.map(({clv}) => Math.round((100 * clv!) / total))).toEqual([20, 30, 30, 20]);
	expect(tiers.reduce((sum, tier) => sum + tier.revenue!, 0)).toBeCloseTo(
		simulated.revenue!.reduce((sum, value) => sum + value, 0),
		3,
	);
});

test('the most valuable customers of CDNOW are worth what SciPy computes from the published formulas', () => {
	// SciPy 1.17: Nelder-Mead on both likelihoods, hyp2f1 and gammaln; a month of 365.25 / 12 days.
	const {clv, alive, expectedOrders, tiers} = estimateLifetimeValue(cdnowCustomers(), horizon).customers;
	for (const [id, orders, value, p] of [
		[509, 16.054_46, 1175.4523, 0.946_322_4],
		[1081, 10.244_25, 1003.3181, 0.917_228_4],
		[1516, 25.824_16, 972.6546, 0.968_919_7],
	] as const) {
		expect(expectedOrders![id - 1]).toBeCloseTo(orders, 3);
		expect(Math.abs(clv![id - 1]! - value)).toBeLessThan(0.05);
		expect(alive![id - 1]).toBeCloseTo(p, 5);
		expect(tiers[id - 1]).toBe(0);
	}
	expect(Math.abs(clv!.reduce((sum, one) => sum + one, 0) - 71_552.147)).toBeLessThan(0.5);
});

test('CLV without a discount is orders times spend, and a discount makes it less', () => {
	const {expectedOrders, expectedSpend, clv} = estimateLifetimeValue(cdnowCustomers(), {
		...horizon,
		monthlyDiscount: 0,
	}).customers;
	const discounted = estimateLifetimeValue(cdnowCustomers(), horizon).customers;
	for (const place of [0, 1, 2, 100]) {
		expect(clv![place]).toBeCloseTo(expectedOrders![place]! * expectedSpend![place]!, 10);
		expect(discounted.clv![place]).toBeLessThan(clv![place]!);
		// A year at one percent a month is worth less than its first month and more than its last.
		expect(discounted.clv![place]).toBeGreaterThan(clv![place]! / 1.01 ** 12);
	}
});

test('a horizon may end within a month', () => {
	const {orders} = truth;
	const {orders: expected, discounted} = discountedOrders(orders, 3, 20, {...horizon, months: 1.5});
	const [first, whole] = [1, 1.5].map(months =>
		expectedOrdersIfAlive(orders, 3, 20, months * horizon.periodsPerMonth),
	);
	expect(expected).toBe(whole);
	expect(discounted).toBeCloseTo(first! / 1.01 + (whole! - first!) / 1.01 ** 1.5, 12);
});

test('expected orders have no gap where the formula is 0/0', () => {
	const near = (a: number, b: number) => expectedOrdersIfAlive({r: 0.5, alpha: 5, a, b}, 0, 10, 20);
	expect(near(1, 2)).toBeCloseTo((near(0.999, 2) + near(1.001, 2)) / 2, 5);
	expect(near(0.4, 0.6)).toBeCloseTo((near(0.399, 0.6) + near(0.401, 0.6)) / 2, 5);
});

test('a customer with thousands of orders is counted like others', () => {
	const orders = {r: 2, alpha: 1, a: 0.01, b: 2};
	// At so steady a rate about 2 orders a period go on for as long as the customer stays.
	const expected = expectedOrdersIfAlive(orders, 6000, 3000, 10);
	expect(expected).toBeGreaterThan(19.9);
	expect(expected).toBeLessThan(20.1);
	expect(probabilityAlive(orders, 6000, 2999.9, 3000)).toBeGreaterThan(0.99);
	expect(probabilityAlive(orders, 6000, 1500, 3000)).toBe(0);
});

test('customers who all leave as easily are counted like others', () => {
	// By SciPy 1.17: the integral over p of what is expected of one p (see expected-orders.ts).
	for (const [a, b, x, expected] of [
		[200, 2000, 300, 12.557_788_945],
		[290, 290, 30, 2.107_266_432],
		[310, 3000, 4, 5.751_357_067],
	] as const) {
		expect(expectedOrdersIfAlive({r: 0.5, alpha: 5, a, b}, x, 20, 50) / expected).toBeCloseTo(1, 6);
	}
});

function expectNothingOdd({customers, tiers}: ReturnType<typeof estimateLifetimeValue>) {
	const {alive, expectedOrders, expectedSpend, clv} = customers;
	for (const column of [alive, expectedOrders, expectedSpend, clv]) {
		expect([...(column ?? [])].every(Number.isFinite)).toBe(true);
	}
	expect(tiers.every(tier => Number.isFinite(tier.clv ?? 0))).toBe(true);
}

test.each<[string, readonly Row[]]>([
	['nobody', []],
	['one customer', [[3, 20, 30, 12]]],
	['customers of whom nobody came back', Array.from({length: 500}, (_, day): Row => [0, 0, day / 7, 0])],
	['29 who came back', Array.from({length: 29}, (_, index): Row => [1 + (index % 3), 10, 20, 10 + index])],
])('of %s too little is known: they are worth what they brought', (_, rows) => {
	const given = histories(rows);
	const value = estimateLifetimeValue(given, horizon);
	expect(value.model.status).toBe('collecting');
	expect(value.customers.alive).toBeUndefined();
	expect(value.customers.clv).toEqual(given.revenue);
	expectNothingOdd(value);
});

test('of customers who are all alike nothing can be told apart', () => {
	const value = estimateLifetimeValue(
		histories(Array.from({length: 100}, (): Row => [4, 20, 30, 12])),
		horizon,
	);
	expect(value.model).toEqual({
		status: 'historic',
		reason: 'every customer came back 4 times, so nothing tells frequent buyers from rare ones',
	});
	expect(new Set(value.customers.tiers)).toEqual(new Set([0]));
	expectNothingOdd(value);
});

test('where all spend the same, each order to come is worth that', () => {
	const alike = mapped(cdnowCustomers(), (column, name) =>
		name === 'monetary' ? column.map(value => (value > 0 ? 20 : 0)) : column,
	);
	const value = estimateLifetimeValue(alike, horizon);
	expect(value.model).toMatchObject({status: 'ready', spend: {status: 'mean', mean: 20}});
	expectNothingOdd(value);
});

test('where means of spend differ no more than chance makes them, all are expected to spend the same', () => {
	// As v grows in step with q, customers become alike.
	const alike = simulatedCustomers({
		seed: 7,
		customers: 3000,
		periods: 60,
		orders: truth.orders,
		spend: {p: 3, q: 1e6, v: 1e7},
	});
	const {expectedSpend} = estimateLifetimeValue(alike, horizon).customers;
	const [least, most] = [Math.min(...expectedSpend!), Math.max(...expectedSpend!)];
	expect(Math.abs(least / 30 - 1)).toBeLessThan(0.1);
	expect(Math.abs(most / 30 - 1)).toBeLessThan(0.1);
});

test('without money customers are ranked by the orders they are expected to make', () => {
	const value = estimateLifetimeValue(
		{...cdnowCustomers(), monetary: undefined, revenue: undefined},
		horizon,
	);
	expect(value.model).toMatchObject({status: 'ready', spend: {status: 'unknown'}});
	expect(value.customers.clv).toBeUndefined();
	expect(value.tiers.every(({customers, clv}) => customers > 0 && clv === undefined)).toBe(true);
});

test('new, active and lapsed customers are told apart', () => {
	const base = Array.from(
		{length: 60},
		(_, index): Row => [1 + (index % 5), 10 + (index % 7), 20 + (index % 3), 10],
	);
	// The slowest tenth of them take 12 periods and more to come back.
	const {stages} = estimateLifetimeValue(
		histories([...base, [0, 0, 5, 0], [0, 0, 50, 0], [8, 20, 20.5, 9], [8, 5, 60, 9]]),
		horizon,
	).customers;
	expect([...stages.slice(-4)].map(stage => lifeStages[stage])).toEqual([
		'new',
		'lapsed',
		'active',
		'lapsed',
	]);
});
