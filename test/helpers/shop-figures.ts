import {hourMs} from '../../source/business-time.ts';
import type {Forecast, GroupSales, Heatmap, Kpis, TrendPoint} from '../../source/dashboard/dashboard.ts';
import {moneyScale} from '../../source/money.ts';

/** Fri 20 Nov 2026 18:57:04 in Paris. */
export const testNow = Date.UTC(2026, 10, 20, 17, 57, 4);

export const euros = (amount: number) => Math.round(amount * moneyScale);

export const categoryNames = [
	'Electronics',
	'Home & Kitchen',
	'Clothing',
	'Books',
	'Toys',
	'Beauty',
	'Garden',
	'Grocery',
];

export const regionNames = [
	'Île-de-France',
	'Occitanie',
	'Bretagne',
	'Hauts-de-France',
	'Normandie',
	'Grand Est',
	"Provence-Alpes-Côte d'Azur",
	'Corse',
];

export const customerNames = [
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

export const productNames = [
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

export const hours = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

/** The shape of a shop's day: little at night, most at noon and in the evening; never random. */
export const dayShape = (hour: number) =>
	0.08 + Math.exp(-((hour - 12.5) ** 2) / 9) + 0.8 * Math.exp(-((hour - 19) ** 2) / 5);

const wobble = (seed: number) => (Math.sin(seed * 12.9898) * 43_758.5453) % 1 ** 2;

/** A repeatable number from 0 to 1. */
export const some = (seed: number) => Math.abs(wobble(seed));

/** Money by row and column, from whole euros. */
export function heatmap(
	rows: readonly string[],
	columns: readonly string[],
	cell: (row: number, column: number) => number,
): Heatmap {
	return {rows, columns, cells: rows.map((_, row) => columns.map((_, column) => euros(cell(row, column))))};
}

export function groups(names: readonly string[], total: number): GroupSales[] {
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

export function forecast(count: number, level: (index: number) => number): Forecast {
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

export const kpis: Kpis = {
	revenue: euros(44_910.35),
	grossRevenue: euros(46_020.2),
	returns: euros(-1109.85),
	orders: 1411,
	lines: 2310,
	units: 3906,
	averageOrderValue: euros(31.83),
	customers: 1102,
};

export const comparison: Kpis = {
	revenue: euros(39_957),
	grossRevenue: euros(41_003.5),
	returns: euros(-1046.5),
	orders: 1306,
	lines: 2150,
	units: 3573,
	averageOrderValue: euros(32.52),
	customers: 1045,
};

export const firstHour = testNow - (testNow % hourMs) - 23 * hourMs;

export const points: TrendPoint[] = Array.from({length: 24}, (_, index) => {
	const from = firstHour + index * hourMs;
	const hour = new Date(from + hourMs).getUTCHours();
	const level = 260 + 2700 * dayShape(hour) * (0.9 + 0.2 * some(index));
	return {from, revenue: euros(level), orders: Math.round(level / 32), units: Math.round(level / 11.5)};
});
