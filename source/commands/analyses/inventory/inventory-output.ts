import type {InventoryItem} from '../../../analytics/inventory/inventory.ts';
import type {StockOut} from '../../../analytics/inventory/stock-out.ts';
import {dayMs, isoDate, localDay, type Zone} from '../../../business-time.ts';
import {type Formats, printable} from '../../../format.ts';
import {moneyToDecimal} from '../../../money.ts';
import {type RowField, type RowFormat, rowObjects, rowsText} from '../../command-line/print-rows.ts';
import type {InventoryReport, InventoryRow} from './inventory-report.ts';

/** How a report is written: whose days, and how numbers look to people. */
export type InventoryStyle = {readonly zone: Zone; readonly formats: Formats};

/** A report as text, without a line end; of each kind at most so many rows. */
export function inventoryText(
	report: InventoryReport,
	style: InventoryStyle,
	format: RowFormat,
	limit: number,
): string {
	switch (format) {
		case 'json':
			return JSON.stringify(inventoryJson(report, style, limit));
		case 'ndjson':
		case 'csv':
			return rowsText(limited(report.rows, limit), fieldsOf(report, style), format);
		case 'md':
		case 'table':
			return forPeople(report, style, format, limit);
	}
}

/** The contract that users script against. */
export function inventoryJson(report: InventoryReport, style: InventoryStyle, limit: number) {
	const {asOf, rule, inventory, uncounted, rows} = report;
	return {
		status: inventory.status,
		asOf: new Date(asOf).toISOString(),
		...rule,
		currency: style.formats.currency,
		...(inventory.status === 'collecting' && {
			daysHave: inventory.daysHave,
			daysNeeded: inventory.daysNeeded,
		}),
		totals: totalsJson(rows),
		trial: inventory.status === 'ready' ? (inventory.trial ?? null) : null,
		uncounted,
		products: rowObjects(limited(rows, limit), fieldsOf(report, style)),
	};
}

/** Rows of each kind up to the limit, so that what is dead is not pushed out by what is to be ordered. */
function limited(rows: readonly InventoryRow[], limit: number): readonly InventoryRow[] {
	const toOrder = rows.filter(isToOrder);
	const dead = rows.filter(({item}) => item.state === 'dead');
	const others = rows.filter(row => !isToOrder(row) && row.item.state !== 'dead');
	return [...toOrder.slice(0, limit), ...dead.slice(0, limit), ...others.slice(0, limit)];
}

function isToOrder({item}: InventoryRow): boolean {
	return item.quantity > 0;
}

function totalsOf(rows: readonly InventoryRow[]) {
	const sum = (value: (item: InventoryItem) => number, of = rows) =>
		of.reduce((total, {item}) => total + value(item), 0);
	const dead = rows.filter(({item}) => item.state === 'dead');
	const toOrder = rows.filter(isToOrder);
	return {
		products: rows.length,
		out: rows.filter(({item}) => item.state === 'out').length,
		toOrder: toOrder.length,
		orderUnits: sum(({quantity}) => quantity, toOrder),
		revenueAtRisk: sum(({revenueAtRisk}) => revenueAtRisk),
		stockValue: sum(({stockValue}) => stockValue),
		dead: dead.length,
		deadValue: sum(({stockValue}) => stockValue, dead),
	};
}

function totalsJson(rows: readonly InventoryRow[]) {
	const {revenueAtRisk, stockValue, deadValue, ...counts} = totalsOf(rows);
	return {
		...counts,
		revenueAtRiskPerDay: moneyToDecimal(revenueAtRisk),
		stockValue: moneyToDecimal(stockValue),
		deadValue: moneyToDecimal(deadValue),
	};
}

function forPeople(
	report: InventoryReport,
	style: InventoryStyle,
	format: 'table' | 'md',
	limit: number,
): string {
	const {inventory, rows, rule, uncounted} = report;
	const {count, wholeMoney, percent} = style.formats;
	if (rows.length === 0 && inventory.status === 'ready') {
		return 'No product has a counted stock: products.stock holds it, and restocks add to it';
	}
	if (inventory.status === 'collecting') {
		return `Collecting: ${inventory.daysHave} of ${inventory.daysNeeded} days of sales that a pace needs`;
	}
	const totals = totalsOf(rows);
	const heading = (text: string) => (format === 'md' ? `## ${text}` : text);
	const section = (title: string, names: readonly string[], of: readonly InventoryRow[]) =>
		of.length === 0
			? []
			: [
					'',
					heading(title),
					'',
					rowsText(
						of.slice(0, limit),
						names.map(name => fieldsOf(report, style).find(field => field.name === name)!),
						format,
					),
					...(of.length > limit ? [`${count(limit)} of ${count(of.length)}; --limit shows more`] : []),
				];
	const {trial} = inventory;
	return [
		`${count(totals.toOrder)} of ${count(totals.products)} products to order (${count(totals.out)} are out), for a lead time of ${rule.leadDays} days, a service level of ${percent(rule.serviceLevel, 1)} and ${rule.reviewDays} days more`,
		`Revenue at risk ${wholeMoney(totals.revenueAtRisk)} a day; ${count(totals.dead)} ${totals.dead === 1 ? 'product' : 'products'} dead for ${rule.deadDays} days, ${wholeMoney(totals.deadValue)} of ${wholeMoney(totals.stockValue)} at list price`,
		trial
			? `On trial: of ${count(trial.products)} products ${percent(trial.held, 1)} sold no more in the last ${rule.leadDays} days than the reorder point of before; ${percent(rule.serviceLevel, 1)} was promised`
			: 'On trial: too few products or days to say how often the level holds',
		...(uncounted > 0 ? [`${count(uncounted)} products have no counted stock and are left out`] : []),
		...section(
			'To order',
			[
				'product',
				'name',
				'stock',
				'dailyUnits',
				'coverDays',
				'stockOut',
				'reorderPoint',
				'orderQuantity',
				'revenueAtRiskPerDay',
				'substituteName',
			],
			rows.filter(isToOrder),
		),
		...section(
			'Dead stock',
			['product', 'name', 'category', 'stock', 'stockValue'],
			rows.filter(({item}) => item.state === 'dead'),
		),
	].join('\n');
}

function fieldsOf(
	{asOf}: InventoryReport,
	{zone, formats}: InventoryStyle,
): readonly RowField<InventoryRow>[] {
	const {count, wholeMoney, money} = formats;
	const dateIn = (days: number | undefined) =>
		days === undefined ? undefined : isoDate(localDay(zone, asOf + days * dayMs));
	const rate = (value: number) => value.toFixed(value < 10 ? 1 : 0);
	const figures = (value: number | undefined) =>
		value === undefined ? undefined : Number(value.toPrecision(6));
	return [
		{name: 'product', title: 'code', kind: 'word', rank: 5, value: ({product}) => codeOf(product)},
		{name: 'name', title: 'product', kind: 'name', value: ({product}) => product.name},
		{name: 'category', title: 'category', kind: 'word', rank: 6, value: ({product}) => product.category},
		{name: 'state', title: 'state', kind: 'word', value: ({item}) => item.state},
		{
			name: 'stock',
			title: 'stock',
			value: ({product}) => product.stock,
			text: ({product}) => count(product.stock),
		},
		{
			name: 'dailyUnits',
			title: 'a day',
			rank: 2,
			value: ({item}) => figures(item.demand.perDay),
			text: ({item}) => rate(item.demand.perDay),
		},
		{name: 'dailyVariance', title: 'variance', rank: 7, value: ({item}) => figures(item.demand.variance)},
		{name: 'change', title: 'change', rank: 7, value: ({item}) => figures(item.change)},
		{
			name: 'coverDays',
			title: 'cover',
			rank: 3,
			value: ({item}) => figures(item.coverDays),
			text: ({item}) => (item.coverDays === undefined ? '-' : `${rate(item.coverDays)} d`),
		},
		{
			name: 'stockOut',
			title: 'runs out',
			kind: 'word',
			rank: 1,
			value: ({item}) => dateIn(item.stockOut?.p50),
			text: ({item}) => stockOutWords(item.stockOut, asOf, formats),
		},
		{name: 'stockOutP10', title: '10 %', rank: 8, value: ({item}) => dateIn(item.stockOut?.p10)},
		{name: 'stockOutP90', title: '90 %', rank: 8, value: ({item}) => dateIn(item.stockOut?.p90)},
		{name: 'reorderPoint', title: 'order at', rank: 3, value: ({item}) => item.reorderPoint},
		{name: 'safetyStock', title: 'safety', rank: 7, value: ({item}) => figures(item.safetyStock)},
		{
			name: 'orderQuantity',
			title: 'order',
			value: ({item}) => item.quantity,
			text: ({item}) => count(item.quantity),
		},
		{
			name: 'revenueAtRiskPerDay',
			title: 'at risk a day',
			rank: 2,
			value: ({item}) => moneyToDecimal(item.revenueAtRisk),
			text: ({item}) => money(item.revenueAtRisk),
		},
		{
			name: 'stockValue',
			title: 'at list price',
			value: ({item}) => moneyToDecimal(item.stockValue),
			text: ({item}) => wholeMoney(item.stockValue),
		},
		{
			name: 'substitute',
			title: 'instead',
			kind: 'word',
			rank: 7,
			value: ({substitute}) => substitute && codeOf(substitute),
		},
		{
			name: 'substituteName',
			title: 'instead',
			kind: 'name',
			rank: 4,
			value: ({substitute}) => substitute?.name,
		},
		{name: 'productId', title: 'id', rank: 9, value: ({product}) => product.productId},
		{name: 'substituteId', title: 'id', rank: 9, value: ({substitute}) => substitute?.productId},
	];
}

function codeOf({code, productId}: InventoryRow['product']): string {
	return code ?? String(productId);
}

/** `24 Nov (22 Nov to 28 Nov)`: the middle, and what eight in ten times holds. */
function stockOutWords(stockOut: StockOut | undefined, asOf: number, {date}: Formats): string {
	if (stockOut === undefined) {
		return 'in over a year';
	}
	const {p10, p50, p90} = stockOut;
	if (p10 === 0) {
		return 'is out';
	}
	const on = (days: number | undefined) => (days === undefined ? 'later' : date(asOf + days * dayMs));
	return printable(`${on(p50)} (${on(p10)} to ${on(p90)})`);
}
