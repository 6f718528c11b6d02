import type {Zone} from '../business-time.ts';
import type {Filter} from '../filter.ts';
import {type Money, moneyScale} from '../money.ts';
import type {Store} from '../store/open-store.ts';
import {type AskedStatement, noteStatements} from '../store/sql/asked-statements.ts';
import type {Report} from '../store/sql/reports.ts';
import {runSql, type SqlResult} from '../store/sql/run-sql.ts';
import type {Dashboard} from './dashboard.ts';
import {openDashboardReader} from './read-dashboard.ts';
import {presentScope} from './scope.ts';
import type {WindowName} from './window-name.ts';

/** How a report's figures come about twice: from the raw tables, and as the dashboard reads them. */
export type Explanation = {
	readonly report: string;
	readonly sql: string;
	readonly bound: Readonly<Record<string, number | string>>;
	readonly rows: number;
	readonly elapsedMs: number;
	/** The statements from which the dashboard has the same figures, those that took longest first. */
	readonly kept: readonly AskedStatement[];
	/** Whether both come to the same; absent where the dashboard does not show it. */
	readonly agrees: boolean | undefined;
};

type Kept = {
	/** Which of the dashboard's statements are about it. */
	readonly reads: RegExp;
	/** One number in which the dashboard and the report must agree, and the column that adds up to it. */
	readonly total: (dashboard: Dashboard) => number;
	readonly column: string;
};

const revenue = (reads: RegExp, total: (dashboard: Dashboard) => Money): Kept => ({
	reads,
	column: 'revenue',
	total: dashboard => total(dashboard) / moneyScale,
});

const sum = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
	rows.reduce((total, row) => total + value(row), 0);

const keptReports: Readonly<Record<string, Kept>> = {
	totals: revenue(/order_slots/, ({kpis}) => kpis.revenue),
	categories: revenue(/category_slots/, ({categories}) => sum(categories, row => row.revenue)),
	regions: revenue(/order_slots/, ({regions}) => sum(regions, row => row.revenue)),
	'category-hours': revenue(/category_slots/, ({heatmaps}) =>
		sum(heatmaps.categoryHours.cells.flat(), cell => cell),
	),
	'region-hours': revenue(/order_slots/, ({heatmaps}) =>
		sum(heatmaps.regionHours.cells.flat(), cell => cell),
	),
	'category-regions': revenue(/category_slots/, ({heatmaps}) =>
		sum(heatmaps.categoryRegions.cells.flat(), cell => cell),
	),
	'top-products': revenue(/product_days/, ({topProducts}) => sum(topProducts, row => row.revenue)),
	'top-customers': revenue(/customer_totals|GROUP BY customerId|GROUP BY customer_id/, ({topCustomers}) =>
		sum(topCustomers, row => row.revenue),
	),
	'daily-revenue': revenue(/order_slots/, ({trend}) => sum(trend.points, point => point.revenue)),
	'hourly-revenue': revenue(/order_slots/, ({trend}) => sum(trend.points, point => point.revenue)),
	'monthly-revenue': revenue(/order_slots/, ({trend}) => sum(trend.points, point => point.revenue)),
	'latest-orders': revenue(/FROM orders/, ({recent}) => sum(recent, order => order.revenue)),
	'stock-by-category': {
		reads: /stock IS NOT NULL/,
		column: 'stock',
		total: ({inventory}) => sum(inventory, entry => entry.stock),
	},
};

/**
 * Runs a report and reads the dashboard of the same moment on a connection that notes its statements.
 *
 * @param bound what the report's parameters stand for
 */
export async function explainReport(
	store: Store,
	report: Report,
	{
		windowName,
		now,
		zone,
		bound,
		filter = [],
	}: {
		readonly windowName: WindowName;
		readonly now: number;
		readonly zone: Zone;
		readonly bound: Readonly<Record<string, number | string>>;
		/** Which sales alone the report is of, as its statement says. */
		readonly filter?: Filter;
	},
): Promise<Explanation> {
	const result = runSql(store.db, report.sql, bound, Number.POSITIVE_INFINITY);
	const explanation = {
		report: report.name,
		sql: report.sql,
		bound,
		rows: result.rows.length,
		elapsedMs: result.elapsedMs,
	};
	const kept = keptReports[report.name];
	if (!kept) {
		return {...explanation, kept: [], agrees: undefined};
	}
	const {db, asked} = noteStatements(store.db);
	const dashboard = await openDashboardReader({...store, db}, {zone}).read(
		{...presentScope(windowName), filter},
		now,
	);
	return {
		...explanation,
		kept: asked()
			.filter(({sql}) => kept.reads.test(sql))
			.sort((a, b) => b.elapsedMs - a.elapsedMs),
		agrees: isSame(columnSum(result, kept.column), kept.total(dashboard)),
	};
}

function columnSum({columns, rows}: SqlResult, name: string): number {
	const index = columns.indexOf(name);
	return sum(rows, row => Number(row[index]));
}

/** Sums of decimals differ in their last binary digit. */
const isSame = (a: number, b: number) => Math.abs(a - b) < 0.5 / moneyScale + 1e-12 * Math.abs(a);
