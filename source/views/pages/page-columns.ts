import type {ExplainedRow} from '../../dashboard/explain-change.ts';
import type {
	CustomerOrder,
	CustomerProduct,
	OrderDetailLine,
	PageCompanion,
	PageCustomer,
	PageOffer,
	PageProduct,
	PageStore,
	ProductBesides,
	ProductBuyer,
	ProductLine,
} from '../../dashboard/page.ts';
import type {Formats} from '../../format.ts';
import {bar} from '../charts/bar.ts';
import type {Column, NameColumn, NumberColumn} from '../lists/table.ts';
import type {Theme} from '../theme/theme.ts';
import {cutSentence} from '../words/sentences.ts';
import type {CrossSales} from './page-lists.ts';

/** The columns of the pages' lists. Their titles are what the lists are sorted by. */
export function pageColumns(theme: Theme, formats: Formats) {
	const {muted} = theme;
	const name = <Row>(title: string, rank: number, text: (row: Row) => string): NameColumn<Row> => ({
		kind: 'name',
		title,
		rank,
		text,
		least: rank === 0 ? 14 : 11,
		most: rank === 0 ? 60 : 28,
		weight: rank === 0 ? 3 : 1,
		...(rank > 0 && {paint: (_, written) => muted(written)}),
	});
	/** A figure in its whole and its short form; below zero it stands out. */
	const figure =
		(write: (value: number) => string, writeShort: (value: number) => string) =>
		<Row>(title: string, rank: number, value: (row: Row) => number): NumberColumn<Row> => ({
			...{kind: 'number', title, rank},
			text: row => write(value(row)),
			short: row => writeShort(value(row)),
			paint: (row, text) => (value(row) < 0 ? theme.bad(text) : text),
		});
	const money = figure(formats.money, formats.shortMoney);
	const count = figure(formats.count, formats.shortCount);
	const time =
		(write: (value: number) => string, align: 'left' | 'right') =>
		<Row>(title: string, rank: number, value: (row: Row) => number): NumberColumn<Row> => ({
			...{kind: 'number', align, title, rank},
			text: row => write(value(row)),
			short: row => formats.date(value(row)),
			paint: (_, text) => muted(text),
		});
	const date = time(formats.fullDate, 'right');
	const moment = time(at => `${formats.fullDate(at)} ${formats.time(at)}`, 'left');
	const share = <Row>(most: number, value: (row: Row) => number): Column<Row> => ({
		kind: 'drawn',
		title: '',
		rank: 8,
		draw: (row, columns) => theme.accent(bar(Math.max(0, value(row)), most, columns, theme.glyphs)),
		least: 5,
		most: 30,
	});
	const returned = <Row>(value: (row: Row) => number): NumberColumn<Row> => ({
		kind: 'number',
		align: 'left',
		title: '',
		rank: 7,
		text: row => (value(row) < 0 ? 'return' : ''),
		paint: (_, text) => theme.news(text),
	});
	const stock = <Row extends {readonly stock: number | undefined}>(rank: number): NumberColumn<Row> => ({
		kind: 'number',
		title: 'stock',
		rank,
		text: row => (row.stock === undefined ? theme.glyphs.dash : formats.count(row.stock)),
		paint: (row, text) => ((row.stock ?? 1) <= 0 ? theme.bad(text) : muted(text)),
	});
	const reason = <Row extends {readonly reason: string}>(
		rank: number,
		short: (row: Row) => string,
	): NumberColumn<Row> => ({
		...{kind: 'number', align: 'left', title: 'why', rank, short},
		text: row => row.reason,
		paint: (_, text) => muted(text),
	});
	return {
		products: (rows: readonly PageProduct[]): readonly Column<PageProduct>[] => [
			name('product', 0, row => row.name),
			share(Math.max(0, ...rows.slice(0, 1).map(row => row.revenue)), row => row.revenue),
			...(rows.some(row => row.stock !== undefined) ? [stock<PageProduct>(3)] : []),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
		],
		customers: [
			name('customer', 0, row => row.name),
			{
				kind: 'number',
				align: 'left',
				title: 'tier',
				rank: 2,
				text: ({tier}) => tier ?? theme.glyphs.dash,
				paint: ({tier}, text) => (tier ? theme.tiers[tier] : muted)(text),
			},
			date('last order', 4, row => row.lastAt),
			count('orders', 3, row => row.orders),
			money('revenue', 1, row => row.revenue),
		] satisfies readonly Column<PageCustomer>[],
		stores: [
			name('store', 0, row => row.name),
			name('city', 3, row => row.city),
			count('orders', 2, row => row.orders),
			money('revenue', 1, row => row.revenue),
		] satisfies readonly Column<PageStore>[],
		crossed: (title: string, rows: readonly CrossSales[]): readonly Column<CrossSales>[] => [
			name(title, 0, row => row.name),
			share(Math.max(0, ...rows.map(row => row.share)), row => row.share),
			{kind: 'number', title: 'share', rank: 2, text: row => formats.percent(row.share)},
			money('revenue', 1, row => row.revenue),
		],
		sales: [
			moment('at', 1, row => row.at),
			name('customer', 0, row => row.customer ?? 'guest'),
			name('region', 5, row => row.region),
			name('order', 6, row => row.number ?? String(row.orderId)),
			count('units', 2, row => row.quantity),
			money('amount', 1, row => row.amount),
			returned(row => row.quantity),
		] satisfies readonly Column<ProductLine>[],
		buyers: [
			name('customer', 0, row => row.customer),
			date('last order', 3, row => row.lastAt),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
		] satisfies readonly Column<ProductBuyer>[],
		besides: (orders: number, rows: readonly ProductBesides[]): readonly Column<ProductBesides>[] => [
			name('product', 0, row => row.product),
			share(Math.max(0, ...rows.map(row => row.orders)), row => row.orders),
			{
				kind: 'number',
				title: 'share',
				rank: 2,
				text: row => formats.percent(orders > 0 ? row.orders / orders : 0),
			},
			count('orders', 1, row => row.orders),
		],
		companions: [
			name('product', 0, row => row.product),
			{kind: 'number', title: 'cosine', rank: 2, text: row => row.cosine.toFixed(3)},
			{kind: 'number', title: 'support', rank: 5, text: row => formats.percent(row.support)},
			{kind: 'number', title: 'lift', rank: 4, text: row => row.lift.toFixed(1)},
			stock(3),
			reason(1, row => `${formats.count(row.both)} bought both`),
		] satisfies readonly Column<PageCompanion>[],
		offers: [
			name('product', 0, row => row.product),
			name('category', 6, row => row.category),
			{kind: 'number', title: 'score', rank: 4, text: row => row.score.toFixed(3)},
			stock(2),
			{
				kind: 'name',
				title: 'why',
				rank: 1,
				text: row => row.reason,
				fit: (row, width) => cutSentence(row.reason, width, theme.glyphs.ellipsis),
				...{least: 30, most: 80, weight: 6},
				paint: (_, text) => muted(text),
			},
		] satisfies readonly Column<PageOffer>[],
		orders: [
			moment('at', 0, row => row.at),
			name('order', 3, row => row.number ?? String(row.orderId)),
			name('region', 4, row => row.region),
			count('lines', 5, row => row.lines),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
			returned(row => row.returns),
		] satisfies readonly Column<CustomerOrder>[],
		bought: [
			name('product', 0, row => row.product),
			date('last order', 3, row => row.lastAt),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
		] satisfies readonly Column<CustomerProduct>[],
		effects: (by: string): readonly Column<ExplainedRow>[] => [
			name(by, 0, row => row.name),
			money('before', 4, row => row.before),
			money('after', 3, row => row.after),
			money('change', 0, row => row.change),
			money('volume', 1, row => row.volume),
			money('price', 1, row => row.price),
			money('mix', 1, row => row.mix),
			money('returns', 2, row => row.returns),
		],
		lines: [
			name('product', 0, row => row.product),
			name('category', 6, row => row.category),
			count('quantity', 1, row => row.quantity),
			money('price', 3, row => row.unitPrice),
			money('discount', 4, row => row.discount),
			money('amount', 1, row => row.amount),
			returned(row => row.quantity),
		] satisfies readonly Column<OrderDetailLine>[],
	};
}
