import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {inventoryAnalysis} from '../../source/commands/analyses/inventory/inventory-analysis.ts';
import {recommendationsAnalysis} from '../../source/commands/analyses/recommend/recommendations-analysis.ts';
import {type Analyses, readAnalyses} from '../../source/dashboard/analyses.ts';
import type {CustomerPage, Page, ProductPage} from '../../source/dashboard/page.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import type {Order} from '../../source/order.ts';
import type {Store} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {testFormats} from '../helpers/dashboard.ts';
import {line, order, product} from '../helpers/order.ts';
import {testStore} from '../helpers/store.ts';

const start = Date.UTC(2026, 0, 5, 12);
const now = start + 60 * dayMs;

const bread = product({code: 'BRE', name: 'Bread', stock: 500});
const butter = product({code: 'BUT', name: 'Butter', stock: 45});
const jam = product({code: 'JAM', name: 'Jam', stock: 90});
const paint = product({code: 'PAI', name: 'Paint', stock: undefined});
const brush = product({code: 'BRU', name: 'Brush', stock: undefined});

/** Forty breakfasts, of which thirty with jam, and forty walls to paint; Ada has bread alone. */
function shop(): Order[] {
	return [
		...Array.from({length: 80}, (_, index) =>
			order({
				at: start + Math.floor(index / 2) * dayMs,
				customer: {code: `c${index}`, name: `Customer ${index}`},
				lines:
					index % 2 === 1
						? [line({product: paint}), line({product: brush})]
						: [
								...[line({product: bread}), line({product: butter})],
								...(index < 60 ? [line({product: jam})] : []),
							],
			}),
		),
		order({
			at: start + 50 * dayMs,
			customer: {code: 'ada', name: 'Ada'},
			lines: [line({product: bread}), line({product: brush})],
		}),
		order({
			at: start + 51 * dayMs,
			customer: {code: 'ada', name: 'Ada'},
			lines: [line({product: brush, quantity: -1})],
		}),
	];
}

/** What a screen knows once both analyses have been run, as it comes out of their JSON. */
async function analysed(store: Store): Promise<Analyses> {
	const moment = {store, zone: store.zone, asOf: now, formats: testFormats};
	const findings = {
		recommendations: await recommendationsAnalysis.run(moment),
		inventory: await inventoryAnalysis.run(moment),
	};
	return readAnalyses(what => {
		const finding = findings[what as keyof typeof findings];
		if (!finding) {
			return {};
		}
		const {result, details, model} = JSON.parse(JSON.stringify(finding));
		return {found: {madeAt: now, asOf: now, model, result, details}};
	});
}

async function open() {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	recorder.record('test', shop());
	let analyses = readAnalyses(() => ({}));
	const reader = openDashboardReader(store, {analysesAt: () => analyses});
	await reader.read(presentScope('24h'), now);
	const idOf = (table: 'product' | 'customer', code: string) =>
		Number(store.db.prepare(`SELECT ${table}_id FROM ${table}s WHERE code = ?`).pluck().get(code));
	const page = async (kind: 'product' | 'customer', code: string): Promise<Page | undefined> =>
		reader.readPage({subject: {kind, id: idOf(kind, code)}});
	return {
		async analyse() {
			analyses = await analysed(store);
		},
		async record(added: Order) {
			recorder.record('test', [added]);
			await reader.read(presentScope('24h'), now);
		},
		product: async (code: string) => (await page('product', code)) as ProductPage,
		customer: async (code: string) => (await page('customer', code)) as CustomerPage,
	};
}

test('before an analysis has been run a page knows nothing of it', async () => {
	const {product: read, customer} = await open();
	expect(await read('BRE')).toMatchObject({companions: undefined, plan: undefined});
	expect((await customer('ada')).offers).toBeUndefined();
});

test('a product tells what goes with it, what is in stock first, with the reason', async () => {
	const {product: read, analyse, record} = await open();
	await analyse();
	const {companions} = await read('BRE');
	// 40 of the 41 with bread have butter, 30 jam; of all 81.
	expect(companions).toMatchObject([
		{product: 'Butter', stock: 5, both: 40, cosine: expect.closeTo(40 / Math.sqrt(41 * 40))},
		{product: 'Jam', stock: 60, both: 30, support: expect.closeTo(30 / 81)},
	]);
	expect(companions?.[0]?.reason).toBe('40 customers bought both');
	await record(order({at: now - 1000, lines: [line({product: butter, quantity: 5})]}));
	expect((await read('BRE')).companions?.map(({product: name}) => name)).toEqual(['Jam', 'Butter']);
});

test('a customer is offered what goes with what they have, not what they have, with the reason', async () => {
	const {customer, analyse, record} = await open();
	await analyse();
	const {offers} = await customer('ada');
	expect(offers?.map(({product: name}) => name)).toEqual(['Butter', 'Jam', 'Paint', 'Brush']);
	expect(offers?.[0]).toMatchObject({
		...{stock: 5, both: 40, score: expect.closeTo(40 / Math.sqrt(41 * 40))},
		reason: 'goes with Bread: 40 customers bought both',
	});
	// What was brought back may be offered again, as a best seller.
	expect(offers?.[3]).toMatchObject({score: 0, reason: 'a best seller; nothing they have speaks for more'});
	await record(
		order({at: now - 500, customer: {code: 'ada', name: 'Ada'}, lines: [line({product: butter})]}),
	);
	expect((await customer('ada')).offers?.[0]).toMatchObject({
		product: 'Jam',
		score: expect.closeTo(30 / Math.sqrt(41 * 30) + 30 / Math.sqrt(40 * 30)),
	});
});

test('a product tells when it runs out and what to order, and nothing where its stock is not counted', async () => {
	const {product: read, analyse} = await open();
	await analyse();
	const {plan} = await read('BUT');
	// 40 were sold in the first 40 days of 56 that are known, and five are left.
	expect(plan).toMatchObject({asOf: now, quantity: expect.any(Number)});
	expect(plan!.runsOutAt! - now).toBeGreaterThan(3 * dayMs);
	expect(plan!.runsOutAt! - now).toBeLessThan(30 * dayMs);
	expect(plan!.spreadDays).toBeGreaterThan(0);
	expect(plan!.quantity).toBeGreaterThan(0);
	expect(plan!.revenueAtRisk).toBeGreaterThan(0);
	expect((await read('PAI')).plan).toBeUndefined();
});
