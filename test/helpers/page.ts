import {dayMs} from '../../source/business-time.ts';
import type {Page, PageSubject} from '../../source/dashboard/page.ts';
import {moneyScale} from '../../source/money.ts';
import {testNow} from './dashboard.ts';

export const pageSubjects: readonly PageSubject[] = [
	{kind: 'category', name: 'Electronics'},
	{kind: 'region', name: 'Bretagne'},
	{kind: 'product', id: 1},
	{kind: 'customer', id: 2},
	{kind: 'order', id: 3},
	{kind: 'change'},
];

const euros = (amount: number) => Math.round(amount * moneyScale);
const rows = <Row>(count: number, make: (index: number) => Row) =>
	Array.from({length: count}, (_, index) => make(index));

/** A page of each kind with long lists; `name` is what everything on it is called, `customer` who buys. */
export function testPage(subject: PageSubject, name = 'Cast-iron pan', customer = name): Page {
	const read = {subject, asOf: testNow, window: {from: testNow - dayMs, to: testNow}};
	const named = (index: number) => `${name} ${index}`;
	const products = rows(60, index => ({
		id: 100 + index,
		name: named(index),
		units: 90 - index,
		revenue: euros(4000 / (1 + index)),
		stock: index % 9 === 4 ? 0 : 12 * index,
	}));
	const moneyOf = (index: number) => euros(index % 6 === 5 ? -54.5 : 20 + index);
	const effectsOf = (index: number) => {
		const [volume, price, mix, returns] = [300 - 40 * index, -20 * index, 45, -3].map(euros) as [
			number,
			number,
			number,
			number,
		];
		const change = volume + price + mix + returns;
		return {before: euros(9000), after: euros(9000) + change, change, volume, price, mix, returns};
	};
	switch (subject.kind) {
		case 'change':
			return {
				...read,
				kind: 'change',
				change: {
					status: 'ready',
					span: read.window,
					against: {from: read.window.from - dayMs, to: read.window.from},
					orders: {before: 1306, after: 1411},
					total: effectsOf(0),
					volumeByOrders: euros(200),
					volumeByBasket: euros(100),
					by: {
						category: rows(8, index => ({name: named(index), ...effectsOf(index)})),
						region: rows(30, index => ({name: named(index), ...effectsOf(index)})),
						customers: ['returning', 'guest', 'new'].map((group, index) => ({
							name: group,
							...effectsOf(index),
						})),
					},
				},
			};
		case 'category':
			return {...read, kind: 'category', products};
		case 'region':
			return {
				...read,
				kind: 'region',
				products,
				stores: rows(4, index => ({
					id: index + 1,
					name: named(index),
					city: name,
					orders: 10 + index,
					revenue: euros(500 - index),
				})),
				customers: rows(70, index => ({
					id: 200 + index,
					name: `${customer} ${index}`,
					tier: 'Gold' as const,
					orders: 2 + (index % 4),
					revenue: euros(900 / (1 + index)),
					lastAt: testNow - index * dayMs,
				})),
			};
		case 'product':
			return {
				...read,
				kind: 'product',
				code: 'P1',
				name,
				category: name,
				price: euros(54),
				units: 240,
				revenue: euros(12_960),
				stock: {units: 41, dailyUnits: 8.4, coverDays: 4.9, state: 'low'},
				trend: {
					unit: 'day',
					points: rows(28, index => ({
						from: testNow - (27 - index) * dayMs,
						revenue: euros(400 + 100 * Math.sin(index)),
						orders: 8,
						units: 9,
					})),
				},
				lines: {
					first: 400,
					total: 12_345,
					rows: rows(150, index => ({
						lineId: 90_000 - index,
						orderId: 5000 - index,
						number: index % 2 ? `N${index}` : null,
						at: testNow - index * 3_600_000,
						customer: index % 3 ? named(index) : null,
						region: name,
						quantity: index % 6 === 5 ? -1 : 2,
						amount: moneyOf(index),
					})),
				},
				buyers: rows(30, index => ({
					customerId: 300 + index,
					customer: `${customer} ${index}`,
					units: 30 - index,
					revenue: euros(300 - index),
					lastAt: testNow - index * dayMs,
				})),
				besides: rows(12, index => ({productId: 400 + index, product: named(index), orders: 40 - index})),
				companyOrders: 800,
				companions: rows(14, index => ({
					productId: 440 + index,
					product: named(index),
					stock: index === 3 ? 0 : 9 * index,
					both: 41 - index,
					support: 0.04,
					confidence: 0.31,
					lift: 4.2,
					cosine: 0.41 - index / 100,
					reason: `${41 - index} customers bought both`,
				})),
				plan: {
					asOf: testNow - 300_000,
					runsOutAt: testNow + 5 * dayMs,
					spreadDays: 1.4,
					quantity: 96,
					revenueAtRisk: euros(12.5),
					substitute: name,
				},
			};
		case 'customer':
			return {
				...read,
				kind: 'customer',
				code: 'C2',
				name: customer,
				region: name,
				tier: 'Platinum',
				stage: 'active',
				orderCount: 300,
				revenue: euros(9876.5),
				returns: euros(-89),
				firstAt: testNow - 700 * dayMs,
				lastAt: testNow - 2 * dayMs,
				meanGapMs: 2.3 * dayMs,
				outlook: {alive: 0.93, months: 12, expectedOrders: 41.2, value: euros(1400)},
				orders: {
					first: 0,
					total: 300,
					rows: rows(150, index => ({
						orderId: 7000 - index,
						number: null,
						at: testNow - index * 2 * dayMs,
						region: name,
						lines: 3,
						units: 4,
						revenue: moneyOf(index),
						returns: Math.min(0, moneyOf(index)),
					})),
				},
				products: rows(20, index => ({
					productId: 500 + index,
					product: named(index),
					category: name,
					units: 20 - index,
					revenue: euros(200 - index),
					lastAt: testNow - index * dayMs,
				})),
				offers: rows(12, index => ({
					productId: 560 + index,
					product: named(index),
					category: name,
					stock: index === 3 ? 0 : 9 * index,
					score: 0.9 - index / 20,
					both: 41 - index,
					reason: `goes with ${name}: ${41 - index} customers bought both`,
				})),
			};
		case 'order':
			return {
				...read,
				kind: 'order',
				order: {
					orderId: 3,
					number: `N-${name}`,
					source: name,
					at: testNow - 5000,
					region: name,
					store: name,
					city: name,
					customerId: 2,
					customer,
					units: 9,
					revenue: euros(310.4),
					returns: euros(-54.5),
				},
				listAmount: euros(330),
				discount: euros(19.6),
				lines: rows(18, index => ({
					lineId: index + 1,
					productId: 600 + index,
					product: named(index),
					category: name,
					quantity: index === 5 ? -1 : 1,
					unitPrice: euros(54),
					discount: euros(index),
					amount: moneyOf(index),
				})),
			};
	}
}
