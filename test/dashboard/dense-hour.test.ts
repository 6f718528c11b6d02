import {describe, expect, test} from 'vitest';
import {dayMs, hourMs, minuteMs} from '../../source/business-time.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import type {Order} from '../../source/order.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testStoreWithReader} from '../helpers/store.ts';
import {kpisOf, now, withoutTiers} from './busy-shop.ts';

/** Twelve thousand orders within one hour, half of them of one moment. */
function denseHour(): Order[] {
	return Array.from({length: 12_000}, (_, index) =>
		order({
			at: now - 3 * hourMs + (index % 2 === 0 ? 1234 : index * 100),
			units: 1 + (index % 3),
			customer: {code: `c${index % 500}`},
		}),
	);
}

describe('an hour that holds very many orders', () => {
	test('is read in pieces, between which keys are answered', async () => {
		const {store, reader} = testStoreWithReader();
		openOrderRecorder(store).record('test', denseHour());
		let turns = 0;
		const dashboard = await openDashboardReader(reader).read(presentScope('24h'), now, {
			onProgress: () => {
				turns++;
			},
		});
		expect(turns).toBeGreaterThan(3);
		expect(dashboard.kpis).toMatchObject(kpisOf(store, now - dayMs, now));
		expect(dashboard.kpis).toMatchObject({orders: 12_000, customers: 500});
	});

	test.each([
		['a new sale', order({at: now + 5})],
		['a late sale', order({at: now - 10 * minuteMs})],
		['nothing', undefined],
	])(
		'is right when %s comes while it is read, and does not keep the log from being emptied',
		async (_, sale) => {
			const {store, reader} = testStoreWithReader();
			const recorder = openOrderRecorder(store);
			recorder.record('test', denseHour());
			const live = openDashboardReader(reader, {transactionLifeMs: 0});
			let turns = 0;
			let emptied = 0;
			const during = await live.read(presentScope('24h'), now, {
				onProgress: () => {
					turns++;
					if (sale && turns === 2) {
						recorder.record('test', [sale]);
					}
					const [{busy}] = store.db.pragma('wal_checkpoint(TRUNCATE)') as [{busy: number}];
					emptied += busy === 0 ? 1 : 0;
				},
			});
			expect(emptied).toBeGreaterThan(0);
			const anew = await openDashboardReader(reader).read(presentScope('24h'), now);
			expect({...during, arrivals: 0}).toEqual({...anew, arrivals: 0});
			const after = await live.read(presentScope('24h'), now + 10);
			const afterAnew = await openDashboardReader(reader).read(presentScope('24h'), now + 10);
			expect(withoutTiers(after)).toEqual(withoutTiers(afterAnew));
			expect(after.kpis.orders).toBe(sale ? 12_001 : 12_000);
		},
	);

	test('leaves the window as it came', async () => {
		const {store, reader} = testStoreWithReader();
		openOrderRecorder(store).record('test', [...denseHour(), order({at: now - 2000})]);
		const live = openDashboardReader(reader);
		for (const hours of [0, 10, 20, 21, 22, 23]) {
			const at = now + hours * hourMs;
			const followed = await live.read(presentScope('24h'), at);
			const anew = await openDashboardReader(reader).read(presentScope('24h'), at);
			expect(withoutTiers(followed)).toEqual(withoutTiers(anew));
		}
	});
});
