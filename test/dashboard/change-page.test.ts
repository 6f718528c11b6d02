import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import type {ChangePage} from '../../source/dashboard/page.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {type Filter, parseFilter} from '../../source/filter.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {testStore} from '../helpers/store.ts';

const now = Date.UTC(2026, 10, 20, 11);
const pan = product({code: 'pan', price: 540_000});
const kite = product({code: 'kite', name: 'Kite', category: 'Toys', price: 150_000});

/** Two weeks: a pan in the north each day, and more and more kites in the south, from the same two customers. */
function shop() {
	const store = testStore('UTC');
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 14}, (_, day) =>
			order({
				at: now - (13.5 - day) * dayMs,
				region: day % 2 === 0 ? 'North' : 'South',
				customer: {code: day % 2 === 0 ? 'ada' : 'bo'},
				lines: [line({product: pan}), ...(day % 2 === 0 ? [] : [line({product: kite, quantity: day})])],
			}),
		),
	);
	return store;
}

async function change(scope: Scope): Promise<Extract<ChangePage['change'], {readonly status: 'ready'}>> {
	const reader = openDashboardReader(shop());
	const dashboard = await reader.read(scope, now);
	const page = await reader.readPage({subject: {kind: 'change'}});
	if (page?.kind !== 'change' || page.change.status !== 'ready') {
		throw new Error(`a page of ${page?.kind}`);
	}
	// What is explained is the very change that the key figures show.
	expect(page.change.total.after).toBe(dashboard.kpis.revenue);
	expect(page.change.total.before).toBe(dashboard.comparison.kpis.revenue);
	expect(page.change.orders).toEqual({
		before: dashboard.comparison.kpis.orders,
		after: dashboard.kpis.orders,
	});
	return page.change;
}

test('explains the change that the key figures show', async () => {
	const {by} = await change(presentScope('7d'));
	expect(by.category.map(({name}) => name)).toEqual(['Toys', 'Home & Kitchen']);
	expect(by.customers.map(({name}) => name).sort()).toEqual(['new', 'returning']);
});

test.each(['region:South', 'category:Toys', 'product:pan', 'customer:bo', 'region:South category:Toys'])(
	'also of what "%s" lets through',
	async text => {
		const {by} = await change({...presentScope('7d'), filter: parseFilter(text) as Filter});
		if (text.includes('Toys')) {
			expect(by.category.map(({name}) => name)).toEqual(['Toys']);
		}
	},
);

test('also as of the past', async () => {
	await change({...presentScope('24h'), asOf: now - 3 * dayMs});
});
