import type {Dashboard, Heatmap, Kpis} from '../../source/dashboard/dashboard.ts';

export type Answer = readonly (readonly unknown[])[];

/** The same answers out of salesmon's dashboard, in the columns of `questions.ts`, by question. */
export function answersIn(dashboard: Dashboard): ReadonlyMap<string, Answer> {
	const groups = (rows: Dashboard['categories']) =>
		rows.map(({name, revenue, orders, units}) => [name, revenue, orders, units]);
	return new Map<string, Answer>([
		['kpis', kpis(dashboard.kpis)],
		['comparison', kpis(dashboard.comparison.kpis)],
		['categories', groups(dashboard.categories)],
		['regions', groups(dashboard.regions)],
		['category × hour', cellsOf(dashboard.heatmaps.categoryHours, Number)],
		['category × region', cellsOf(dashboard.heatmaps.categoryRegions, String)],
		['region × hour', cellsOf(dashboard.heatmaps.regionHours, Number)],
		[
			'top products',
			dashboard.topProducts.map(({code, name, revenue, units}) => [code, name, revenue, units]),
		],
		[
			'top customers',
			dashboard.topCustomers.map(({code, revenue, orders, lastOrderAt}) => [
				code,
				revenue,
				orders,
				lastOrderAt,
			]),
		],
		[
			'trend',
			dashboard.trend.points
				.filter(({orders}) => orders > 0)
				.map(({revenue, orders, units}) => [revenue, orders, units]),
		],
		['tiers', dashboard.tiers.map(({tier, customers, revenue}) => [tier, customers, revenue])],
		[
			'stock',
			dashboard.inventory.map(({category, products, stock, outOfStock}) => [
				category,
				products,
				stock,
				outOfStock,
			]),
		],
	]);
}

function kpis({revenue, returns, orders, lines, units, customers}: Kpis): Answer {
	return [[revenue, returns, orders, lines, units, customers]];
}

/** Cells that hold something. */
function cellsOf({rows, columns, cells}: Heatmap, column: (name: string) => unknown): Answer {
	return rows.flatMap((row, rowIndex) =>
		columns.flatMap((name, index) => {
			const revenue = cells[rowIndex]![index]!;
			return revenue === 0 ? [] : [[row, column(name), revenue]];
		}),
	);
}

/** What keeps its order is compared in order, everything else as a set of rows. */
const ordered = new Set(['top products', 'top customers', 'trend', 'daily history']);

/** @throws Error that names the first row in which two answers differ */
export function assertSame(question: string, one: Answer, other: Answer, who: string): void {
	const [a, b] = [one, other].map(answer => {
		const rows = answer
			// A cell whose sales and returns cancel out exactly is no cell for salesmon.
			.filter(row => !question.includes('×') || Number(row.at(-1)) !== 0)
			.map(row => JSON.stringify(row.map(value => (typeof value === 'bigint' ? Number(value) : value))));
		return ordered.has(question) ? rows : rows.sort();
	}) as [string[], string[]];
	for (let index = 0; index < Math.max(a.length, b.length); index++) {
		if (a[index] !== b[index]) {
			throw new Error(
				`"${question}" is answered differently by ${who}, row ${index}: ${a[index] ?? 'nothing'} and ${b[index] ?? 'nothing'}`,
			);
		}
	}
}
