import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import {moneyScale} from '../../source/money.ts';
import {testDashboard} from '../helpers/dashboard.ts';

export const hostileName =
	'\u001B[2J株式会社\u202Eevil\u200F e\u0301\u0301 \u{1F469}\u200D\u{1F469} \r\n\tÄ'.repeat(3);

/** Every name is as bad as a name can be, and every number is large or negative. */
export function hostileDashboard(): Dashboard {
	const dashboard = testDashboard();
	const rename = <Row extends {readonly name: string}>(rows: readonly Row[]) =>
		rows.map((row, index) => ({
			...row,
			name: `${hostileName}${index}`,
			revenue: -98_765_432_10 * moneyScale,
		}));
	const renameMap = (map: Dashboard['heatmaps']['categoryHours'], columns = map.columns) => ({
		rows: map.rows.map((_, index) => `${hostileName}${index}`),
		columns,
		cells: map.cells.map((row, index) => row.map(cell => (index % 2 ? -cell : cell * 1e6))),
	});
	const {categoryHours, categoryRegions, regionHours} = dashboard.heatmaps;
	return {
		...dashboard,
		kpis: {...dashboard.kpis, revenue: -123_456_789 * moneyScale, orders: 9_999_999_999},
		categories: rename(dashboard.categories).map(group => ({...group, share: -3.5, orders: 1e9})),
		regions: rename(dashboard.regions),
		heatmaps: {
			categoryHours: renameMap(categoryHours),
			categoryRegions: renameMap(
				categoryRegions,
				categoryRegions.columns.map(() => hostileName),
			),
			regionHours: renameMap(regionHours),
		},
		topProducts: rename(dashboard.topProducts),
		topCustomers: rename(dashboard.topCustomers),
		lowStock: dashboard.lowStock.map(product => ({...product, name: hostileName, stock: -12_345_678})),
		inventory: dashboard.inventory.map(entry => ({...entry, category: hostileName, stock: -5})),
		recent: dashboard.recent.map(order => ({
			...order,
			customer: hostileName,
			region: hostileName,
			lines: [{product: hostileName, quantity: -1_000_000}],
			revenue: -98_765_432_10 * moneyScale,
		})),
		trend: {
			...dashboard.trend,
			points: dashboard.trend.points.map((point, index) => ({
				...point,
				revenue: index % 2 ? -1e15 : Number.NaN,
			})),
		},
	};
}

/** Characters that command a terminal or turn its text around. */
export const dangerous = new RegExp(`[${String.fromCharCode(0x1b, 0x0d, 0x09, 0x202e, 0x200f, 0x200d)}]`);
