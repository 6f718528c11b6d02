import {expect, test} from 'vitest';
import {clvToJson} from '../../source/commands/analyses/clv/clv-json.ts';
import {defaultClvOptions} from '../../source/commands/analyses/clv/clv-options.ts';
import {clvFromStore} from '../../source/commands/analyses/clv/lifetime-value-analysis.ts';
import {readAnalyses} from '../../source/dashboard/analyses.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {moneyToDecimal} from '../../source/money.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {testStore} from '../helpers/store.ts';
import {leavingCustomers, now} from './leaving-customers.ts';

const orders = () =>
	leavingCustomers((index, visit) => (index % 9 === 8 && visit === 2 ? -1 : 1 + (index % 5)));

test('a page expects of a customer what salesmon clv does, from the parameters that were kept', async () => {
	const store = testStore();
	openOrderRecorder(store).record('test', orders());
	const shown = clvToJson(clvFromStore(store, store.zone, now, defaultClvOptions));
	expect(shown.status).toBe('ready');
	const kept = {
		result: JSON.parse(JSON.stringify({...shown, moves: [], atRisk: []})),
		madeAt: now,
		asOf: now,
		model: 'bg/nbd',
	};
	const analyses = readAnalyses(what => (what === 'lifetime-value' ? {found: kept} : {}));
	const reader = openDashboardReader(store, {analysesAt: () => analyses});
	await reader.read(presentScope('24h'), now);
	for (const customer of shown.customers.slice(0, 40)) {
		const id = store.db
			.prepare('SELECT customer_id FROM customers WHERE code = ?')
			.pluck()
			.get(customer.customer);
		const page = await reader.readPage({subject: {kind: 'customer', id: Number(id)}});
		const outlook = page?.kind === 'customer' ? page.outlook : undefined;
		expect(outlook?.alive).toBeCloseTo(customer.alive!, 10);
		expect(outlook?.expectedOrders).toBeCloseTo(customer.expectedOrders!, 10);
		expect(Number(moneyToDecimal(Math.round(outlook?.value ?? 0)))).toBeCloseTo(Number(customer.clv), 2);
		expect(outlook?.months).toBe(12);
	}
});

test('without a model a page expects nothing', async () => {
	const store = testStore();
	openOrderRecorder(store).record('test', orders());
	const reader = openDashboardReader(store);
	await reader.read(presentScope('24h'), now);
	expect(await reader.readPage({subject: {kind: 'customer', id: 1}})).toMatchObject({outlook: undefined});
});
