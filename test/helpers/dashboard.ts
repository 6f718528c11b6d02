import {dayMs, hourMs} from '../../source/business-time.ts';
import {noAnalyses} from '../../source/dashboard/analyses.ts';
import type {
	Dashboard,
	Forecast,
	GroupSales,
	Heatmap,
	Kpis,
	RecentOrder,
	TrendPoint,
} from '../../source/dashboard/dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {createFormats, type Formats} from '../../source/format.ts';
import {moneyScale} from '../../source/money.ts';

/** Fri 20 Nov 2026 18:57:04 in Paris. */
export const testNow = Date.UTC(2026, 10, 20, 17, 57, 4);

export const testFormats: Formats = createFormats({
	locale: 'en-GB',
	currency: 'EUR',
	zone: {name: 'Europe/Paris'},
});

const euros = (amount: number) => Math.round(amount * moneyScale);

const categoryNames = [
	'Electronics',
	'Home & Kitchen',
	'Clothing',
	'Books',
	'Toys',
	'Beauty',
	'Garden',
	'Grocery',
];
const regionNames = [
	'Île-de-France',
	'Occitanie',
	'Bretagne',
	'Hauts-de-France',
	'Normandie',
	'Grand Est',
	"Provence-Alpes-Côte d'Azur",
	'Corse',
];
const customerNames = [
	'Amélie Laurent',
	'Jonas Berg',
	'Priya Nair',
	'Tom Okafor',
	'Lucía Romero',
	'Wei Chen',
	'Sara Holm',
	'Noah Dubois',
	'Zoë Janssens',
	'Ines Carvalho',
	'Mateo Rossi',
	'Hanna Kowalska',
	'Bartholomew Featherstonehaugh-Cholmondeley',
	'Li Na',
	'Omar Haddad',
];
const productNames = [
	'Noise-cancelling headphones',
	'Espresso machine',
	'Cast-iron pan',
	'Running shoes',
	'Paperback',
	'USB-C cable 2 m',
	'Rain jacket',
	'Building blocks, 800 pieces',
	'Face cream',
	'Garden hose 25 m',
	'Olive oil 1 l',
	'Board game',
	'Desk lamp',
	'Yoga mat',
	'Bookmark',
];
const hours = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

/** The shape of a shop's day: little at night, most at noon and in the evening; never random. */
const dayShape = (hour: number) =>
	0.08 + Math.exp(-((hour - 12.5) ** 2) / 9) + 0.8 * Math.exp(-((hour - 19) ** 2) / 5);
/** A repeatable number from 0 to 1. */
const wobble = (seed: number) => (Math.sin(seed * 12.9898) * 43_758.5453) % 1 ** 2;
const some = (seed: number) => Math.abs(wobble(seed));

function heatmap(
	rows: readonly string[],
	columns: readonly string[],
	cell: (row: number, column: number) => number,
): Heatmap {
	return {rows, columns, cells: rows.map((_, row) => columns.map((_, column) => euros(cell(row, column))))};
}

function groups(names: readonly string[], total: number): GroupSales[] {
	const weights = names.map((_, index) => 1 / (index + 2) + 0.05 * some(index));
	const sum = weights.reduce((a, b) => a + b, 0);
	return names.map((name, index) => ({
		name,
		revenue: euros((total * weights[index]!) / sum),
		orders: 60 + Math.round(220 * some(index + 7)),
		units: 90 + Math.round(400 * some(index + 3)),
		share: weights[index]! / sum,
	}));
}

function forecast(count: number, level: (index: number) => number): Forecast {
	return {
		status: 'ready',
		model: 'mstl',
		history: 90,
		points: Array.from({length: count}, (_, index) => {
			const mean = level(index);
			const width = mean * (0.08 + index * 0.015);
			return {
				mean: euros(mean),
				lo80: euros(mean - width),
				hi80: euros(mean + width),
				lo95: euros(mean - 1.6 * width),
				hi95: euros(mean + 1.6 * width),
			};
		}),
		backtest: {
			folds: 5,
			horizon: 7,
			mase: 0.71,
			smape: 9.4,
			coverage80: 0.81,
			coverage95: 0.95,
			baseline: {model: 'seasonal-naive', smape: 13.6},
		},
	};
}

const kpis: Kpis = {
	revenue: euros(44_910.35),
	grossRevenue: euros(46_020.2),
	returns: euros(-1109.85),
	orders: 1411,
	lines: 2310,
	units: 3906,
	averageOrderValue: euros(31.83),
	customers: 1102,
};

const comparison: Kpis = {
	revenue: euros(39_957),
	grossRevenue: euros(41_003.5),
	returns: euros(-1046.5),
	orders: 1306,
	lines: 2150,
	units: 3573,
	averageOrderValue: euros(32.52),
	customers: 1045,
};

const firstHour = testNow - (testNow % hourMs) - 23 * hourMs;

const points: TrendPoint[] = Array.from({length: 24}, (_, index) => {
	const from = firstHour + index * hourMs;
	const hour = new Date(from + hourMs).getUTCHours();
	const level = 260 + 2700 * dayShape(hour) * (0.9 + 0.2 * some(index));
	return {from, revenue: euros(level), orders: Math.round(level / 32), units: Math.round(level / 11.5)};
});

/** One sale of the tape. */
export function recentOrder(overrides: Partial<RecentOrder> = {}): RecentOrder {
	return {
		id: 1,
		number: undefined,
		at: testNow - 2000,
		customer: 'Jonas Berg',
		region: 'Île-de-France',
		lines: [{product: 'Noise-cancelling headphones', quantity: 2}],
		revenue: euros(238.9),
		news: undefined,
		...overrides,
	};
}

const news: RecentOrder['news'][] = [
	{kind: 'tier', from: 'Gold', to: 'Platinum'},
	undefined,
	{kind: 'back', afterDays: 92},
	{kind: 'return'},
	undefined,
	undefined,
	{kind: 'first'},
	undefined,
];

const recent = Array.from({length: 50}, (_, index) =>
	recentOrder({
		id: 50 - index,
		at: testNow - 2000 * (index + 1),
		customer: index % 7 === 1 ? undefined : customerNames[(index * 3 + 1) % customerNames.length],
		region: regionNames[(index * 5) % regionNames.length]!,
		lines:
			news[index % 8]?.kind === 'return'
				? [{product: 'Running shoes', quantity: -1}]
				: Array.from({length: 1 + (index % 3)}, (_, line) => ({
						product: productNames[(index * 2 + line * 5) % productNames.length]!,
						quantity: 1 + ((index + line) % 3),
					})),
		revenue: news[index % 8]?.kind === 'return' ? euros(-89) : euros(12 + 240 * some(index)),
		news: news[index % 8],
	}),
);

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
