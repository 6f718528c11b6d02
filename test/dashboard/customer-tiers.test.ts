import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {clvToJson} from '../../source/commands/analyses/clv/clv-json.ts';
import {defaultClvOptions} from '../../source/commands/analyses/clv/clv-options.ts';
import {
	clvFromStore,
	lifetimeValueAnalysis,
} from '../../source/commands/analyses/clv/lifetime-value-analysis.ts';
import {readAnalyses} from '../../source/dashboard/analyses.ts';
import {dashboardToJson} from '../../source/dashboard/dashboard-json.ts';
import type {CustomerPage, RegionPage} from '../../source/dashboard/page.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import type {Order} from '../../source/order.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {testFormats} from '../helpers/dashboard.ts';
import {line, order} from '../helpers/order.ts';
import {testStore} from '../helpers/store.ts';
import {leavingCustomers, now} from './leaving-customers.ts';

const orders = () => leavingCustomers(index => 1 + (index % 5) + (index % 4 === 0 ? 30 : 0));

async function open({hasAnalysis = true, hasDetails = true} = {}) {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	recorder.record('test', orders());
	const finding = await lifetimeValueAnalysis.run({
		...{store, zone: store.zone, asOf: now, formats: testFormats},
	});
	const {result, details} = JSON.parse(JSON.stringify(finding));
	const found = {madeAt: now, asOf: now, model: 'bg/nbd', result, ...(hasDetails && {details})};
	const analyses = readAnalyses(what => (hasAnalysis && what === 'lifetime-value' ? {found} : {}));
	const reader = openDashboardReader(store, {analysesAt: () => analyses});
	return {
		store,
		record: (added: Order) => recorder.record('test', [added]),
		read: (scope: Partial<Scope> = {}) => reader.read({...presentScope('90d'), ...scope}, now),
		page: async (subject: Parameters<typeof reader.readPage>[0]['subject']) => reader.readPage({subject}),
	};
}

test('once lifetime values are known every tier on the screen is theirs', async () => {
	const {store, read, page} = await open();
	const dashboard = await read();
	const clv = clvToJson(clvFromStore(store, store.zone, now, {...defaultClvOptions, limit: 200}));
	const known = new Map(clv.customers.map(({customer, tier, stage}) => [customer, {tier, stage}]));
	expect(known.size).toBe(120);
	expect(dashboard.tiersBy).toBe('lifetime value');
	expect(dashboard.tiers.map(({tier, customers}) => ({tier, customers}))).toEqual(
		clv.tiers.map(({tier, customers}) => ({tier, customers})),
	);
	expect(dashboard.tiers.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1);
	const json = dashboardToJson(dashboard);
	expect(json.tiersBy).toBe('lifetime value');
	expect(json.topCustomers.length).toBeGreaterThan(30);
	for (const {customer, tier} of json.topCustomers) {
		expect(tier).toBe(known.get(customer)!.tier);
	}
	const region = (await page({kind: 'region', name: 'Bretagne'})) as RegionPage;
	for (const {name, tier} of region.customers) {
		expect(tier).toBe(known.get(name.replace('Customer ', 'C'))!.tier);
	}
	for (const {id, code} of dashboard.topCustomers.slice(0, 10)) {
		expect((await page({kind: 'customer', id})) as CustomerPage).toMatchObject(known.get(code)!);
	}
});

test('somebody who has spent most and left is of a high tier by revenue alone', async () => {
	const tierOfGone = async (given: Parameters<typeof open>[0]) => {
		const {store, read, page} = await open(given);
		await read();
		const id = Number(store.db.prepare("SELECT customer_id FROM customers WHERE code = 'C0'").pluck().get());
		const {tier, stage} = (await page({kind: 'customer', id})) as CustomerPage;
		return {tier, stage};
	};
	const [byRevenue, byValue] = [await tierOfGone({hasAnalysis: false}), await tierOfGone({})];
	expect(byRevenue).toEqual({tier: 'Platinum', stage: undefined});
	expect(byValue).toEqual({tier: 'Bronze', stage: 'lapsed'});
});

test.each([
	['now', undefined],
	['in the past', now - 100 * dayMs],
])(
	'by revenue %s, a page has the tiers of all sales also while one customer is filtered',
	async (_, asOf) => {
		const {store, read, record, page} = await open({hasAnalysis: false});
		const ids = store.db.prepare<[], number>('SELECT customer_id FROM customers LIMIT 12').pluck().all();
		const tiersShown = async () => {
			const region = (await page({kind: 'region', name: 'Bretagne'})) as RegionPage;
			const tiers = [];
			for (const id of ids) {
				tiers.push(((await page({kind: 'customer', id})) as CustomerPage).tier);
			}
			return {region: region.customers.map(({name, tier}) => ({name, tier})), tiers};
		};
		await read({asOf});
		const ofAll = await tiersShown();
		expect(new Set(ofAll.tiers).size).toBeGreaterThan(2);
		const filter: Scope['filter'] = [{kind: 'customer', value: 'Customer 3'}];
		await read({asOf, filter});
		expect(await tiersShown()).toEqual(ofAll);
		const [bronze] = ids.filter((_id, index) => ofAll.tiers[index] === 'Bronze');
		const code = store.db.prepare('SELECT code FROM customers WHERE customer_id = ?').pluck().get(bronze);
		record(order({at: now - 1, customer: {code: String(code)}, lines: [line({quantity: 9000})]}));
		await read({asOf, filter});
		const {tier} = (await page({kind: 'customer', id: bronze!})) as CustomerPage;
		expect(tier).toBe(asOf === undefined ? 'Platinum' : 'Bronze');
	},
);

test('without a tier for each customer all go by revenue, the tiers too', async () => {
	for (const given of [{hasAnalysis: false}, {hasDetails: false}]) {
		const {read} = await open(given);
		const {tiersBy, tiers, topCustomers} = await read();
		expect(tiersBy).toBe('revenue');
		expect(tiers.reduce((sum, {customers}) => sum + customers, 0)).toBe(120);
		expect(topCustomers.every(({tier}) => tier !== undefined)).toBe(true);
	}
});

test('an order moves nobody between tiers by lifetime value, and who is new is in none yet', async () => {
	const huge = (code: string) =>
		order({at: now - 1000, customer: {code, name: code}, lines: [line({quantity: 5000})]});
	const moved = async (given: Parameters<typeof open>[0]) => {
		const {read, record} = await open(given);
		await read();
		record(huge('C1'));
		record(huge('nobody before'));
		const {recent, topCustomers} = await read();
		return {
			news: recent.slice(0, 2).map(({news}) => news?.kind),
			newest: topCustomers.find(({code}) => code === 'nobody before'),
		};
	};
	expect((await moved({hasAnalysis: false})).news).toEqual(['first', 'tier']);
	const {news, newest} = await moved({});
	expect(news).toEqual(['first', undefined]);
	expect(newest).toMatchObject({tier: undefined});
});
