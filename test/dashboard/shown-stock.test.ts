import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {foundAnalysis, inventoryJson} from '../helpers/analyses.ts';
import {line, order, product} from '../helpers/order.ts';
import {testStore} from '../helpers/store.ts';
import {now} from './busy-shop.ts';

/** Three pans a day for four weeks, of a hundred that there were. */
function panShop() {
	const store = testStore();
	const pan = product({stock: 100});
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 28}, (_, day) =>
			order({at: now - (day + 0.5) * dayMs, lines: [line({product: pan, quantity: 3})]}),
		),
	);
	return {store, pan};
}

test('stock, pace and cover follow the sales', async () => {
	const {store} = panShop();
	const {inventory, lowStock} = await openDashboardReader(store).read(presentScope('30d'), now);
	expect(inventory).toEqual([
		{
			category: 'Home & Kitchen',
			products: 1,
			stock: 16,
			unitsByState: {low: 16, healthy: 0, slow: 0},
			outOfStock: 0,
		},
	]);
	expect(lowStock[0]).toMatchObject({name: 'Cast-iron pan', stock: 16, state: 'low'});
	expect(lowStock[0]!.dailyUnits).toBeCloseTo(3, 0);
	expect(lowStock[0]!.coverDays).toBeCloseTo(16 / lowStock[0]!.dailyUnits, 6);
});

test('a product has the pace that is planned by wherever it is shown, and says so', async () => {
	const {store, pan} = panShop();
	const analyses = foundAnalysis('inventory', inventoryJson);
	const reader = openDashboardReader(store, {analysesAt: () => analyses});
	const dashboard = await reader.read(presentScope('30d'), now);
	expect(dashboard.pacesBy).toBe('plan');
	expect(dashboard.lowStock[0]).toMatchObject({stock: 16, dailyUnits: 2, coverDays: 8, state: 'healthy'});
	expect(dashboard.inventory[0]!.unitsByState).toEqual({low: 0, healthy: 16, slow: 0});
	const {id} = dashboard.lowStock[0]!;
	expect(await reader.readPage({subject: {kind: 'product', id}})).toMatchObject({
		stock: {units: 16, dailyUnits: 2, coverDays: 8},
	});
	const filtered = await reader.read(
		{...presentScope('30d'), filter: [{kind: 'product', value: pan.name}]},
		now,
	);
	expect(filtered.pacesBy).toBe('mean');
	expect(filtered.lowStock[0]!.dailyUnits).toBeCloseTo(3, 0);
});
