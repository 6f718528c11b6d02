import type {Zone} from '../business-time.ts';
import type {Goal} from '../configuration/configuration.ts';
import type {Money} from '../money.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {foundResult} from './analysed-result.ts';
import type {Analyses} from './analyses.ts';
import {kpisOf} from './comparison-sums.ts';
import {type CustomerTiers, customerTiers} from './customer-tiers.ts';
import {
	type CustomerSales,
	type Dashboard,
	type DashboardMoment,
	type Earlier,
	type GroupSales,
	type Heatmap,
	listLength,
	type ProductStock,
	type RecentOrder,
	type Trend,
} from './dashboard.ts';
import {expectSales} from './expect-sales.ts';
import {freshnessOf} from './freshness.ts';
import {goalStandings} from './goal-standings.ts';
import type {Ledger} from './ledger.ts';
import type {NameBook} from './name-book.ts';
import {type ProductPaces, productPaces} from './product-paces.ts';
import type {Scope} from './scope.ts';
import {stockByCategory} from './stock-room.ts';
import type {GroupSum} from './window-sums.ts';

export type DashboardFrame = {
	readonly zone: Zone;
	readonly currency: string;
	readonly scope: Scope;
	/** What counts as the present. */
	readonly present: number;
	readonly moment: DashboardMoment;
	readonly arrivals: number;
	/** The moment that the freshness is about. */
	readonly judgedAt: number;
	readonly analyses: Analyses;
	readonly goals: readonly Goal[];
};

/** Puts names to the sums of a ledger and orders them for the screen. */
export function buildDashboard(
	ledger: Ledger,
	{zone, currency, scope, present, moment, arrivals, judgedAt, analyses, goals}: DashboardFrame,
	names: NameBook,
	questions: StoreQuestions,
): Dashboard {
	const {window, sums, trend, history} = ledger;
	const now = window.span.to;
	const total = trend.total();
	const tiers = customerTiers(ledger, analyses);
	const paces = productPaces(ledger, analyses);
	const categories = byRevenue(sums.categories, names.category, total.revenue);
	const regions = byRevenue(sums.regions, names.region, total.revenue);
	const products = productStocks(ledger, names, paces);
	const days = history.nextDays(now, foundResult(analyses.revenueForecast));
	const saleTimes = ledger.recent.orders().map(({order}) => order.at);
	return {
		asOf: now,
		analyses,
		zone: zone.name,
		currency,
		scope,
		present,
		moment,
		firstSaleAt: ledger.firstOrderAt,
		arrivals,
		window: {name: window.name, ...window.span},
		kpis: kpisOf(total, sums.customers.size),
		comparison: {span: window.comparisons.before, kpis: ledger.comparisons.before.kpis()},
		goals: goalStandings(goals, history, now, zone),
		earlier: {week: earlier(ledger, 'week'), year: earlier(ledger, 'year')},
		categories: categories.map(({group}) => group),
		regions: regions.map(({group}) => group),
		heatmaps: {
			categoryHours: byHour(categories, sums.categoryHours),
			categoryRegions: crossed(categories, regions, sums.categoryRegions),
			regionHours: byHour(regions, sums.regionHours),
		},
		topProducts: sums.topProducts().map(id => {
			const {units, revenue} = sums.products.get(id)!;
			return {id, ...names.product(id), units, revenue, stock: products.get(id)?.stock};
		}),
		topCustomers: topCustomers(ledger, names, tiers),
		tiers: tiers.summaries(),
		tiersBy: tiers.by,
		trend: {unit: window.unit, points: trend.points(), ...outlook(ledger, analyses)},
		forecast: days.forecast,
		forecastStarts: days.starts,
		pacesBy: paces.by,
		inventory: stockByCategory([...products.values()]),
		lowStock: [...products.values()].sort(bySoonestOut).slice(0, listLength),
		imports: questions.importHistory.latest(listLength),
		rejectedReasons: questions.importHistory.reasons(listLength),
		recent: recentOrders(ledger, names, tiers),
		freshness: freshnessOf(
			saleTimes,
			judgedAt,
			moment === 'now' ? expectSales(history.salePace(now), saleTimes, judgedAt, zone) : undefined,
		),
	};
}

function earlier({window, comparisons, firstOrderAt}: Ledger, name: 'week' | 'year'): Earlier {
	const span = window.comparisons[name];
	const isKnown = firstOrderAt !== undefined && firstOrderAt < span.to;
	return {span, kpis: isKnown ? comparisons[name].kpis() : undefined};
}

/** It begins where the trend ends: at the end of a day with that day, not with the one that begins there. */
function outlook(
	{window, history}: Ledger,
	{hourlyForecast, revenueForecast}: Analyses,
): Pick<Trend, 'outlook' | 'outlookStarts'> {
	const last = window.span.to - 1;
	const next =
		window.unit === 'hour'
			? history.nextHours(last, foundResult(hourlyForecast))
			: window.unit === 'day'
				? history.nextDays(last, foundResult(revenueForecast))
				: undefined;
	return {outlook: next?.forecast, outlookStarts: next?.starts ?? []};
}

function topCustomers({sums, customers}: Ledger, names: NameBook, tiers: CustomerTiers): CustomerSales[] {
	return sums.topCustomers().map(id => {
		const {revenue, orders, lastAt: lastOrderAt} = sums.customers.get(id)!;
		const totalRevenue = customers.totalOf(id).revenue;
		return {id, ...names.customer(id), revenue, orders, tier: tiers.tierOf(id), totalRevenue, lastOrderAt};
	});
}

function recentOrders({recent}: Ledger, names: NameBook, tiers: CustomerTiers): RecentOrder[] {
	return recent.orders().map(({order, news, besides}) => ({
		id: order.orderId,
		number: order.number ?? undefined,
		at: order.at,
		customer: order.customerId === null ? undefined : names.customer(order.customerId).name,
		region: names.region(order.regionId),
		lines: order.lines.map(({productId, quantity}) => ({product: names.product(productId).name, quantity})),
		revenue: order.revenue,
		// By lifetime value nobody moves by one order: those moves are found with the next analysis.
		news: news?.kind === 'tier' && tiers.by === 'lifetime value' ? besides : news,
	}));
}

type NamedGroup = {readonly id: number; readonly group: GroupSales};

function byRevenue(
	sums: ReadonlyMap<number, Readonly<GroupSum>>,
	nameOf: (id: number) => string,
	revenueOfAll: Money,
): NamedGroup[] {
	return [...sums]
		.map(([id, {revenue, orders, units}]) => {
			const share = revenueOfAll === 0 ? 0 : revenue / revenueOfAll;
			return {id, group: {name: nameOf(id), revenue, orders, units, share}};
		})
		.sort((a, b) => b.group.revenue - a.group.revenue || a.group.name.localeCompare(b.group.name));
}

const hourNames = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

function byHour(groups: readonly NamedGroup[], hours: ReadonlyMap<number, readonly Money[]>): Heatmap {
	return {
		rows: groups.map(({group}) => group.name),
		columns: hourNames,
		cells: groups.map(({id}) => [...hours.get(id)!]),
	};
}

function crossed(
	rows: readonly NamedGroup[],
	columns: readonly NamedGroup[],
	cells: ReadonlyMap<number, ReadonlyMap<number, Money>>,
): Heatmap {
	return {
		rows: rows.map(({group}) => group.name),
		columns: columns.map(({group}) => group.name),
		cells: rows.map(row => columns.map(column => cells.get(row.id)?.get(column.id) ?? 0)),
	};
}

function productStocks(
	{matcher, stock: room}: Ledger,
	names: NameBook,
	paces: ProductPaces,
): Map<number, ProductStock> {
	return new Map(
		room
			.levels()
			.filter(({productId}) => matcher?.isProduct(productId) ?? true)
			.map(({productId, stock}) => [
				productId,
				{id: productId, ...names.product(productId), stock, ...paces.supplyOf(productId, stock)},
			]),
	);
}

function bySoonestOut(a: ProductStock, b: ProductStock): number {
	// Compared before subtracted: two infinite covers have no difference.
	return a.coverDays === b.coverDays ? b.dailyUnits - a.dailyUnits : a.coverDays - b.coverDays;
}
