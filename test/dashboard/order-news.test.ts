import {expect, test} from 'vitest';
import {dayMs, hourMs} from '../../source/business-time.ts';
import type {TierSummary} from '../../source/dashboard/dashboard.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testStoreWithReader} from '../helpers/store.ts';
import {now} from './busy-shop.ts';

test('the tape tells first orders, returns, customers who are back and who change tier', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	const customer = (code: string) => ({customer: {code}});
	recorder.record('test', [
		order({at: now - 90 * dayMs, ...customer('ada'), units: 1}),
		...Array.from({length: 20}, (_, index) =>
			order({at: now - 40 * dayMs + index, ...customer(`b${index}`), units: 5}),
		),
	]);
	const live = openDashboardReader(reader);
	await live.read(presentScope('24h'), now - hourMs);
	recorder.record('test', [
		order({at: now - 4000, ...customer('eve')}),
		order({at: now - 3000, ...customer('ada'), units: 1}),
		order({at: now - 2000, ...customer('b3'), units: -1}),
		order({at: now - 1000, ...customer('b4'), units: 50}),
		order({at: now - 500}),
	]);
	for (const dashboard of [
		await live.read(presentScope('24h'), now),
		await openDashboardReader(reader).read(presentScope('24h'), now),
	]) {
		expect(dashboard.recent.slice(0, 5).map(({news}) => news?.kind)).toEqual([
			undefined,
			'tier',
			'return',
			'back',
			'first',
		]);
	}
});

test('who buys twice in a moment, or whose earlier order comes late, is one customer', async () => {
	const {store, reader} = testStoreWithReader();
	const recorder = openOrderRecorder(store);
	recorder.record('test', [order({at: now - 90 * dayMs, customer: {code: 'eve'}})]);
	for (const scope of [
		presentScope('24h'),
		{...presentScope('24h'), filter: [{kind: 'region', value: 'Bretagne'}]} satisfies Scope,
	]) {
		const live = openDashboardReader(reader);
		const {tiers} = await live.read(scope, now - 1000);
		const code = `new ${scope.filter.length}`;
		const news: (string | undefined)[] = [];
		for (const age of [3000, 3000, 5000]) {
			recorder.record('test', [order({at: now - age, customer: {code}, units: 1})]);
			const followed = await live.read(scope, now);
			const {tiers: anew} = await openDashboardReader(reader).read(scope, now);
			expect(customersOf(followed.tiers)).toBe(customersOf(tiers) + 1);
			expect(customersOf(anew)).toBe(customersOf(tiers) + 1);
			news.push(followed.recent[0]!.news?.kind);
		}
		expect(news).toEqual(['first', undefined, undefined]);
	}
});

const customersOf = (tiers: readonly TierSummary[]) => tiers.reduce((sum, {customers}) => sum + customers, 0);
