import {dayMs} from '../../business-time.ts';
import type {Dashboard, GroupSales} from '../../dashboard/dashboard.ts';
import type {CustomerPage, OrderPage, Page, ProductPage} from '../../dashboard/page.ts';
import {ageWords} from '../../duration.ts';
import type {Formats} from '../../format.ts';
import type {Fact} from '../panels/facts-panel.tsx';
import type {Theme} from '../theme/theme.ts';
import {stockStateBrush} from '../words/stock-words.ts';

type Context = {readonly dashboard: Dashboard; readonly theme: Theme; readonly formats: Formats};

/** What a page knows about its subject, the most important first. */
export function pageFacts(page: Page, context: Context): readonly Fact[] {
	switch (page.kind) {
		case 'category':
			return groupFacts(groupOf(page, context.dashboard.categories), page.products.length, context);
		case 'region':
			return groupFacts(groupOf(page, context.dashboard.regions), page.products.length, context);
		case 'product':
			return productFacts(page, context);
		case 'customer':
			return customerFacts(page, context);
		case 'order':
			return orderFacts(page, context);
		case 'change':
		case 'missing':
			return [];
	}
}

function groupOf({subject}: Page, groups: readonly GroupSales[]): GroupSales {
	const name = 'name' in subject ? subject.name : '';
	return groups.find(group => group.name === name) ?? {name, revenue: 0, orders: 0, units: 0, share: 0};
}

function groupFacts(
	{revenue, orders, units, share}: GroupSales,
	products: number,
	{theme, formats}: Context,
): readonly Fact[] {
	return [
		{name: 'revenue', value: amount(revenue, formats), paint: theme.bold},
		{name: 'share', value: formats.percent(share)},
		{name: 'orders', value: formats.count(orders)},
		{name: 'units', value: formats.count(units)},
		{name: 'a unit', value: units > 0 ? formats.money(revenue / units) : theme.glyphs.dash},
		{name: 'products', value: formats.count(products)},
	];
}

function productFacts(page: ProductPage, {theme, formats}: Context): readonly Fact[] {
	const {stock} = page;
	const days =
		stock && (Number.isFinite(stock.coverDays) ? `${stock.coverDays.toFixed(1)} d` : theme.glyphs.dash);
	return [
		{name: 'revenue', value: amount(page.revenue, formats), paint: theme.bold},
		{name: 'units', value: formats.count(page.units)},
		{name: 'price', value: formats.money(page.price)},
		...(stock
			? [
					{name: 'stock', value: formats.count(stock.units), paint: stockStateBrush(stock.state, theme)},
					{name: 'state', value: stock.state, paint: stockStateBrush(stock.state, theme)},
					{name: 'lasts', value: days!},
					{name: 'a day', value: stock.dailyUnits.toFixed(1)},
				]
			: []),
		...planFacts(page, {theme, formats}),
		{name: 'sales ever', value: formats.count(page.lines.total)},
		{name: 'category', value: page.category, isName: true},
		...(page.code === undefined ? [] : [{name: 'code', value: page.code, isName: true}]),
	];
}

/** When it runs out and how sure that is, what to order, what is lost, what stands in; as of when. */
function planFacts(
	{plan, stock, asOf}: ProductPage,
	{theme, formats}: Pick<Context, 'theme' | 'formats'>,
): readonly Fact[] {
	if (!plan || !stock) {
		return [];
	}
	const {runsOutAt, spreadDays, quantity, revenueAtRisk, substitute} = plan;
	const date = runsOutAt === undefined ? 'in over a year' : formats.date(runsOutAt);
	const spread =
		runsOutAt === undefined || spreadDays === undefined
			? ''
			: ` ${theme.glyphs.plusMinus} ${formats.count(Math.ceil(spreadDays))} d`;
	return [
		{name: 'runs out', value: stock.units <= 0 ? 'is out' : `${date}${spread}`},
		{
			name: 'order',
			value: quantity > 0 ? formats.count(quantity) : 'none yet',
			...(quantity > 0 && {paint: theme.bold}),
		},
		...(revenueAtRisk > 0
			? [
					{
						name: 'at risk',
						value: [`${formats.money(revenueAtRisk)} a day`, formats.shortMoney(revenueAtRisk)],
						paint: theme.bad,
					},
				]
			: []),
		...(substitute === undefined ? [] : [{name: 'instead', value: substitute, isName: true}]),
		{name: 'planned', value: ageWords(plan.asOf, asOf)},
	];
}

function customerFacts(page: CustomerPage, {theme, formats, dashboard}: Context): readonly Fact[] {
	const date = (at: number | undefined) => (at === undefined ? theme.glyphs.dash : formats.fullDate(at));
	const sinceLast = page.lastAt === undefined ? undefined : (dashboard.asOf - page.lastAt) / dayMs;
	return [
		{
			name: 'tier',
			value: page.tier
				? [[page.tier, page.stage].filter(Boolean).join(', '), page.tier]
				: `${theme.glyphs.dash}`,
			...(page.tier && {paint: theme.tiers[page.tier]}),
		},
		{name: 'revenue', value: amount(page.revenue, formats), paint: theme.bold},
		{name: 'orders', value: formats.count(page.orderCount)},
		{
			name: 'average',
			value: page.orderCount > 0 ? formats.money(page.revenue / page.orderCount) : theme.glyphs.dash,
		},
		...(page.outlook
			? [
					{
						name: 'still buys',
						value: formats.percent(page.outlook.alive, 0),
						paint: page.outlook.alive < 0.5 ? theme.bad : theme.good,
					},
					{
						name: `orders in ${page.outlook.months} mo`,
						value: page.outlook.expectedOrders.toFixed(1),
					},
					...(page.outlook.value === undefined
						? []
						: [{name: `worth in ${page.outlook.months} mo`, value: amount(page.outlook.value, formats)}]),
				]
			: []),
		{name: 'last order', value: date(page.lastAt)},
		{
			name: 'days since',
			value: sinceLast === undefined ? theme.glyphs.dash : formats.count(Math.floor(sinceLast)),
		},
		{
			name: 'usual gap',
			value: page.meanGapMs === undefined ? theme.glyphs.dash : `${(page.meanGapMs / dayMs).toFixed(1)} d`,
		},
		{name: 'first order', value: date(page.firstAt)},
		{
			name: 'returned',
			value: amount(page.returns, formats),
			...(page.returns < 0 && {paint: theme.bad}),
		},
		{name: 'region', value: page.region ?? theme.glyphs.dash, isName: true},
		...(page.code === undefined ? [] : [{name: 'code', value: page.code, isName: true}]),
	];
}

function orderFacts(
	{order, lines, listAmount, discount}: OrderPage,
	{theme, formats}: Context,
): readonly Fact[] {
	return [
		{
			name: 'revenue',
			value: amount(order.revenue, formats),
			paint: order.revenue < 0 ? theme.bad : theme.bold,
		},
		{name: 'at', value: [`${formats.fullDate(order.at)} ${formats.clock(order.at)}`, formats.date(order.at)]},
		{name: 'customer', value: order.customer ?? 'guest', isName: true},
		{name: 'region', value: order.region, isName: true},
		{name: 'lines', value: formats.count(lines.length)},
		{name: 'units', value: formats.count(order.units)},
		{name: 'list price', value: amount(listAmount, formats)},
		{name: 'discount', value: amount(discount, formats)},
		{name: 'returns', value: amount(order.returns, formats), ...(order.returns < 0 && {paint: theme.bad})},
		...(order.store === null
			? []
			: [{name: 'store', value: [order.store, order.city].filter(Boolean).join(', '), isName: true}]),
		{name: 'number', value: order.number ?? theme.glyphs.dash, isName: true},
		{name: 'source', value: order.source ?? theme.glyphs.dash, isName: true},
	];
}

const amount = (money: number, formats: Formats) => [
	formats.money(money),
	formats.wholeMoney(money),
	formats.shortMoney(money),
];
