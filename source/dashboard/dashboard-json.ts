import {type Filter, type FilterKind, filterKinds} from '../filter.ts';
import {moneyToDecimal} from '../money.ts';
import type {Analyses} from './analyses.ts';
import type {Dashboard, Earlier, Forecast, Heatmap, Kpis} from './dashboard.ts';
import {goalToJson} from './goal-json.ts';

/**
 * The dashboard as scripts read it: moments as ISO 8601 in UTC, money as decimal strings of four
 * digits. The names are a contract.
 */
export function dashboardToJson(dashboard: Dashboard) {
	const {window, comparison, trend, freshness} = dashboard;
	return {
		asOf: moment(dashboard.asOf),
		window: {name: window.name, from: moment(window.from), to: moment(window.to)},
		tz: dashboard.zone,
		currency: dashboard.currency,
		kpis: kpisToJson(dashboard.kpis),
		isPast: dashboard.moment !== 'now',
		filter: filterToJson(dashboard.scope.filter),
		firstSaleAt: dashboard.firstSaleAt === undefined ? null : moment(dashboard.firstSaleAt),
		comparison: {
			isComplete: dashboard.firstSaleAt !== undefined && dashboard.firstSaleAt <= comparison.span.from,
			from: moment(comparison.span.from),
			to: moment(comparison.span.to),
			...comparisonToJson(dashboard.kpis, comparison.kpis),
		},
		earlier: {
			week: earlierToJson(dashboard.kpis, dashboard.earlier.week),
			year: earlierToJson(dashboard.kpis, dashboard.earlier.year),
		},
		goals: dashboard.goals.map(goalToJson),
		categories: dashboard.categories.map(({name, revenue, ...rest}) => ({
			category: name,
			revenue: moneyToDecimal(revenue),
			...rest,
		})),
		heatmap: heatmapToJson(
			dashboard.categories.length > 1 ? dashboard.heatmaps.categoryHours : dashboard.heatmaps.regionHours,
		),
		heatmaps: {
			categoryHours: heatmapToJson(dashboard.heatmaps.categoryHours),
			categoryRegions: heatmapToJson(dashboard.heatmaps.categoryRegions),
			regionHours: heatmapToJson(dashboard.heatmaps.regionHours),
		},
		regions: dashboard.regions.map(({name, revenue, ...rest}) => ({
			region: name,
			revenue: moneyToDecimal(revenue),
			...rest,
		})),
		topProducts: dashboard.topProducts.map(({code, name, category, revenue, units, stock}) => ({
			product: code,
			name,
			category,
			revenue: moneyToDecimal(revenue),
			units,
			stock: stock ?? null,
		})),
		topCustomers: dashboard.topCustomers.map(customer => ({
			customer: customer.code,
			name: customer.name,
			region: customer.region ?? null,
			revenue: moneyToDecimal(customer.revenue),
			orders: customer.orders,
			tier: customer.tier ?? null,
			totalRevenue: moneyToDecimal(customer.totalRevenue),
			lastOrderAt: moment(customer.lastOrderAt),
		})),
		tiersBy: dashboard.tiersBy,
		tiers: dashboard.tiers.map(({revenue, ...rest}) => ({...rest, revenue: moneyToDecimal(revenue)})),
		trend: trend.points.map(({from, revenue, orders, units}) => ({
			from: moment(from),
			revenue: moneyToDecimal(revenue),
			orders,
			units,
		})),
		forecast: forecastToJson(dashboard.forecast, dashboard.forecastStarts, dashboard.zone),
		analyses: analysesToJson(dashboard.analyses),
		inventory: dashboard.inventory,
		lowStock: dashboard.lowStock.map(({id: _, code, coverDays, ...rest}) => ({
			product: code,
			...rest,
			coverDays: Number.isFinite(coverDays) ? coverDays : null,
		})),
		recent: dashboard.recent.map(order => ({
			order: order.number ?? String(order.id),
			at: moment(order.at),
			customer: order.customer ?? null,
			region: order.region,
			lines: order.lines,
			revenue: moneyToDecimal(order.revenue),
			news: order.news ?? null,
		})),
		freshness: {
			lastSaleAt: freshness.lastSaleAt === undefined ? null : moment(freshness.lastSaleAt),
			state: freshness.state,
			usualGapMs: freshness.silence?.gapMs ?? freshness.usualGapMs ?? null,
			probability: freshness.silence?.probability ?? null,
		},
	};
}

/** The values by kind. */
function filterToJson(filter: Filter): Readonly<Partial<Record<FilterKind, readonly string[]>>> {
	return Object.fromEntries(
		filterKinds.flatMap(kind => {
			const values = filter.filter(term => term.kind === kind).map(({value}) => value);
			return values.length === 0 ? [] : [[kind, values]];
		}),
	);
}

const moment = (utcMs: number) => new Date(utcMs).toISOString();

function kpisToJson(kpis: Kpis) {
	return {
		revenue: moneyToDecimal(kpis.revenue),
		grossRevenue: moneyToDecimal(kpis.grossRevenue),
		returns: moneyToDecimal(kpis.returns),
		orders: kpis.orders,
		lines: kpis.lines,
		units: kpis.units,
		averageOrderValue: moneyToDecimal(kpis.averageOrderValue),
		customers: kpis.customers,
	};
}

/** `change` is relative: 0.1 for ten percent more; null where there was nothing before. */
function comparisonToJson(now: Kpis, before: Kpis) {
	const values = kpisToJson(before);
	return Object.fromEntries(
		(Object.keys(values) as (keyof Kpis)[]).map(key => [
			key,
			{value: values[key], change: before[key] === 0 ? null : now[key] / before[key] - 1},
		]),
	);
}

/** The same weekdays and times of day; null where the shop had not sold anything yet. */
function earlierToJson(now: Kpis, {span, kpis}: Earlier) {
	return kpis ? {from: moment(span.from), to: moment(span.to), ...comparisonToJson(now, kpis)} : null;
}

/** How old the answers are; what they say has commands of its own. */
function analysesToJson(analyses: Analyses) {
	return Object.entries(analyses).map(([name, analysed]) => ({
		analysis: name,
		status: analysed.status,
		asOf: analysed.status === 'found' ? moment(analysed.asOf) : null,
		madeAt: analysed.status === 'found' ? moment(analysed.madeAt) : null,
		model: analysed.status === 'found' ? (analysed.model ?? null) : null,
	}));
}

function heatmapToJson({rows, columns, cells}: Heatmap) {
	return {rows, columns, cells: cells.map(row => row.map(moneyToDecimal))};
}

/** The forecast contract; its values are money of a day, so decimal strings too. */
function forecastToJson(forecast: Forecast, starts: readonly number[], zone: string) {
	if (forecast.status === 'collecting') {
		const {periodsHave, periodsNeeded} = forecast;
		return {status: forecast.status, unit: 'day', history: periodsHave, historyNeeded: periodsNeeded};
	}
	const localDate = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short'});
	return {
		status: forecast.status,
		model: forecast.model,
		unit: 'day',
		history: forecast.history,
		points: forecast.points.map(({mean, lo80, hi80, lo95, hi95}, index) => ({
			date: localDate.format(starts[index]),
			mean: moneyToDecimal(mean),
			lo80: moneyToDecimal(lo80),
			hi80: moneyToDecimal(hi80),
			lo95: moneyToDecimal(lo95),
			hi95: moneyToDecimal(hi95),
		})),
		backtest: forecast.backtest ?? null,
	};
}
