import {expect, test} from 'vitest';
import {
	customersAtRisk,
	type ValuedCustomers,
} from '../../../source/analytics/lifetime-value/customers-at-risk.ts';
import {valueTiers} from '../../../source/analytics/value-tiers.ts';

type Customer = {
	readonly id: number;
	readonly tier?: (typeof valueTiers)[number];
	readonly alive: number;
	readonly clv?: number;
};

function customers(...given: readonly Customer[]): ValuedCustomers {
	const column = (pick: (customer: Customer) => number) => Float64Array.from(given, pick);
	const ones = new Uint8Array(given.length);
	return {
		ids: given.map(({id}) => id),
		value: {
			model: {status: 'historic', reason: 'the test gives the values'},
			customers: {
				alive: column(({alive}) => alive),
				expectedOrders: undefined,
				expectedSpend: undefined,
				clv: column(({clv = 100}) => clv),
				tiers: Uint8Array.from(given, ({tier = 'Gold'}) => valueTiers.indexOf(tier)),
				stages: ones,
				rfm: {recency: ones, frequency: ones, monetary: ones},
			},
			tiers: [],
			spendCorrelation: undefined,
		},
	};
}

test('the greatest loss first: what a living customer is worth, times the fall', () => {
	const before = customers({id: 7, alive: 0.9}, {id: 8, alive: 0.9, tier: 'Platinum'});
	// Their order has changed, and somebody is new.
	const now = customers({id: 8, alive: 0.6, clv: 60}, {id: 9, alive: 0.2}, {id: 7, alive: 0.4, clv: 80});
	expect(customersAtRisk(before, now, 9)).toEqual([
		{place: 2, tierBefore: 1, aliveBefore: 0.9, alive: 0.4, valueLost: expect.closeTo(100, 9)},
		{place: 0, tierBefore: 0, aliveBefore: 0.9, alive: 0.6, valueLost: expect.closeTo(30, 9)},
	]);
	expect(customersAtRisk(before, now, 1)).toHaveLength(1);
});

test('who was worth little, is as likely alive as before, or is as good as gone, is not about to be lost', () => {
	const before = customers(
		{id: 1, alive: 0.9, tier: 'Bronze'},
		{id: 2, alive: 0.9},
		{id: 3, alive: 0.9},
		{id: 4, alive: 0.5},
	);
	const now = customers(
		{id: 1, alive: 0.3},
		{id: 2, alive: 0.86},
		{id: 3, alive: 0.05},
		{id: 4, alive: 0.95},
	);
	expect(customersAtRisk(before, now, 9)).toEqual([]);
});

test('without a model nobody is known to be at risk', () => {
	const before = customers({id: 1, alive: 0.9});
	const without = {...before.value, customers: {...before.value.customers, alive: undefined}};
	expect(customersAtRisk({...before, value: without}, customers({id: 1, alive: 0.2}), 9)).toEqual([]);
});
