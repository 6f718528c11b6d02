import {dayMs, hourMs} from '../../source/business-time.ts';
import {noAnalyses} from '../../source/dashboard/analyses.ts';
import type {Dashboard, Heatmap, Kpis} from '../../source/dashboard/dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {createFormats, type Formats} from '../../source/format.ts';
import {recent} from './recent-orders.ts';
import {
	categoryNames,
	comparison,
	customerNames,
	dayShape,
	euros,
	firstHour,
	forecast,
	groups,
	heatmap,
	hours,
	kpis,
	points,
	productNames,
	regionNames,
	some,
	testNow,
} from './shop-figures.ts';

export {testNow} from './shop-figures.ts';

export const testFormats: Formats = createFormats({
	locale: 'en-GB',
	currency: 'EUR',
	zone: {name: 'Europe/Paris'},
});

const startOfToday = Date.UTC(2026, 10, 19, 23);

/** A believable day of a shop, the same each time; `overrides` say what a test is about. */
export function testDashboard(overrides: Partial<Dashboard> = {}): Dashboard {
	return {
		asOf: testNow,
		zone: 'Europe/Paris',
		currency: 'EUR',
		window: {name: '24h', from: firstHour, to: testNow},
		scope: presentScope(),
		present: testNow,
		moment: 'now',
		firstSaleAt: Date.UTC(2026, 7, 1, 8),
		arrivals: 120,
		kpis,
		comparison: {span: {from: firstHour - dayMs, to: testNow - dayMs}, kpis: comparison},
		earlier: {
			week: {span: {from: firstHour - 7 * dayMs, to: testNow - 7 * dayMs}, kpis: comparison},
			year: {span: {from: firstHour - 364 * dayMs, to: testNow - 364 * dayMs}, kpis: undefined},
		},
		goals: [],
		categories: groups(categoryNames, 44_910),
		regions: groups(regionNames, 44_910),
		heatmaps: {
			categoryHours: heatmap(categoryNames, hours, (row, hour) =>
				row > 5 && hour < 5
					? 0
					: (1240 / (1 + row * 0.3)) * dayShape(hour) * (0.5 + 0.5 * some(row * 24 + hour)),
			),
			categoryRegions: heatmap(
				categoryNames,
				regionNames,
				(row, column) => (9000 / (1 + row)) * (1 / (1 + column)) * (0.5 + some(row * 8 + column)),
			),
			regionHours: heatmap(
				regionNames,
				hours,
				(row, hour) => (1500 / (1 + row * 0.5)) * dayShape(hour) * (0.5 + 0.5 * some(row * 31 + hour)),
			),
		},
		topProducts: Array.from({length: 50}, (_, index) => ({
			id: index + 1,
			code: `P${index}`,
			name: `${productNames[index % productNames.length]!}${index >= productNames.length ? `, colour ${index}` : ''}`,
			category: categoryNames[index % categoryNames.length]!,
			revenue: euros(3000 / (1 + index * 0.4)),
			units: Math.round(240 / (1 + index * 0.3)),
			stock: index % 9 === 4 ? 0 : 30 + index * 11,
		})),
		topCustomers: Array.from({length: 50}, (_, index) => ({
			id: index + 1,
			code: `C${index}`,
			name: customerNames[index % customerNames.length]!,
			region: regionNames[index % regionNames.length],
			revenue: euros(1240 / (1 + index * 0.12)),
			orders: 1 + (index % 5),
			tier: index < 2 ? ('Platinum' as const) : index < 7 ? ('Gold' as const) : ('Silver' as const),
			totalRevenue: euros(9000 / (1 + index * 0.1)),
			lastOrderAt: testNow - index * 3 * hourMs,
		})),
		tiersBy: 'revenue',
		tiers: [
			{tier: 'Platinum', customers: 55, revenue: euros(410_000), share: 0.31},
			{tier: 'Gold', customers: 180, revenue: euros(450_000), share: 0.34},
			{tier: 'Silver', customers: 620, revenue: euros(330_000), share: 0.25},
			{tier: 'Bronze', customers: 1145, revenue: euros(132_000), share: 0.1},
		],
		trend: {
			unit: 'hour',
			points,
			outlook: forecast(12, index => 260 + 2700 * dayShape((18 + index) % 24)),
			outlookStarts: Array.from({length: 12}, (_, index) => points.at(-1)!.from + index * hourMs),
		},
		forecast: forecast(7, index => 46_300 + 4000 * Math.sin(index)),
		forecastStarts: Array.from({length: 7}, (_, index) => startOfToday + index * dayMs),
		pacesBy: 'mean',
		inventory: [...categoryNames].sort().map((category, index) => ({
			category,
			stock: 900 + Math.round(4000 * some(index)),
			products: 12 + index * 3,
			unitsByState: {
				low: 60 + 10 * index,
				healthy: 700 + Math.round(3000 * some(index)),
				slow: 140 - 10 * index + Math.round(1000 * some(index)),
			},
			outOfStock: index % 3,
		})),
		lowStock: productNames.map((name, index) => ({
			id: index + 1,
			code: `P${index}`,
			name,
			category: categoryNames[index % categoryNames.length]!,
			stock: index * 9,
			dailyUnits: index === 14 ? 0 : 12.4 - index * 0.5,
			coverDays: index === 14 ? Number.POSITIVE_INFINITY : (index * 9) / (12.4 - index * 0.5),
			state:
				index === 0
					? ('out' as const)
					: index < 6
						? ('low' as const)
						: index === 14
							? ('slow' as const)
							: ('healthy' as const),
		})),
		recent,
		imports: [
			{
				id: 2,
				origin: '/home/zoe/sales/december.csv',
				format: 'csv',
				startedAt: testNow - 3_600_000,
				finishedAt: testNow - 3_590_000,
				read: 22_523,
				loaded: 22_300,
				duplicate: 200,
				rejected: 23,
				repaired: 4,
				amountLoaded: euros(377_488.45),
				amountRejected: euros(12.5),
			},
			{
				id: 1,
				origin: 'https://shop.example.com/november.csv',
				format: 'csv',
				startedAt: testNow - 7_200_000,
				finishedAt: null,
				read: 8192,
				loaded: 8192,
				duplicate: 0,
				rejected: 0,
				repaired: 0,
				amountLoaded: euros(91_000),
				amountRejected: 0,
			},
		],
		rejectedReasons: [
			{reason: 'date is not readable', rows: 20, amount: euros(10)},
			{reason: 'quantity is 0', rows: 3, amount: 0},
		],
		freshness: {lastSaleAt: testNow - 2000, state: 'live', usualGapMs: 2000},
		analyses: noAnalyses,
		...overrides,
	};
}

const nothing: Kpis = {
	revenue: 0,
	grossRevenue: 0,
	returns: 0,
	orders: 0,
	lines: 0,
	units: 0,
	averageOrderValue: 0,
	customers: 0,
};

/** A shop that has sold nothing yet. */
export function emptyDashboard(overrides: Partial<Dashboard> = {}): Dashboard {
	const noMap: Heatmap = {rows: [], columns: hours, cells: []};
	return {
		...testDashboard(),
		arrivals: 0,
		kpis: nothing,
		comparison: {...testDashboard().comparison, kpis: nothing},
		categories: [],
		regions: [],
		heatmaps: {categoryHours: noMap, categoryRegions: {rows: [], columns: [], cells: []}, regionHours: noMap},
		topProducts: [],
		topCustomers: [],
		tiers: [],
		trend: {
			unit: 'hour',
			points: points.map(point => ({...point, revenue: 0, orders: 0, units: 0})),
			outlook: {status: 'collecting', periodsHave: 0, periodsNeeded: 48},
			outlookStarts: [],
		},
		forecast: {status: 'collecting', periodsHave: 3, periodsNeeded: 14},
		forecastStarts: [],
		inventory: [],
		lowStock: [],
		recent: [],
		imports: [],
		rejectedReasons: [],
		freshness: {lastSaleAt: undefined, state: 'empty', usualGapMs: undefined},
		...overrides,
	};
}
