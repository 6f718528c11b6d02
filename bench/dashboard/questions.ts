import {dayMs, localDay, startOfDay, type Zone} from '../../source/business-time.ts';
import {listLength, type Span} from '../../source/dashboard/dashboard.ts';
import {historyDays} from '../../source/dashboard/sales-history.ts';
import type {ResolvedWindow} from '../../source/dashboard/window.ts';

/** How a peer writes what SQL does not agree on. */
export type Dialect = {
	/** Division of whole numbers that gives a whole number. */
	readonly divide: (a: string, b: number) => string;
	/** The month that holds a local time in milliseconds. */
	readonly month: (localMs: string) => string;
};

export type Question = {readonly name: string; readonly sql: string};

/**
 * What a dashboard shows, asked of the raw lines. Left out, in the peers' favour: the latest orders
 * with what is new about them, the pace at which each product sells, and the hours before the
 * forecast.
 *
 * `sales` has a row for each line with its order's moment, region and customer;
 * `categorised_sales` has its product's category too.
 */
export function questionsOf(
	{span, comparisons, unit}: ResolvedWindow,
	zone: Zone,
	{divide, month}: Dialect,
): readonly Question[] {
	const within = ({from, to}: Span) => `moment >= ${from} AND moment < ${to}`;
	const local = (of: Span) => `(moment + ${offsetIn(of, zone)})`;
	const hour = `${divide(local(span), 3_600_000)} % 24`;
	const historySpan = {
		from: startOfDay(zone, localDay(zone, span.to) - historyDays) - dayMs,
		to: span.to,
	};
	const kpis = (of: Span) => `
		SELECT coalesce(sum(amount), 0), coalesce(sum(CASE WHEN quantity < 0 THEN amount END), 0),
			count(DISTINCT order_id), count(*), coalesce(sum(quantity), 0), count(DISTINCT customer_id)
		FROM sales WHERE ${within(of)}`;
	const bucket = {
		minute: divide(local(span), 60_000),
		hour: divide(local(span), 3_600_000),
		day: divide(local(span), dayMs),
		month: month(local(span)),
	}[unit];

	return [
		{name: 'kpis', sql: kpis(span)},
		{name: 'comparison', sql: kpis(comparisons.before)},
		{
			name: 'categories',
			sql: `
				SELECT min(categories.name), sum(amount), count(DISTINCT order_id), sum(quantity)
				FROM categorised_sales JOIN categories USING (category_id) WHERE ${within(span)}
				GROUP BY category_id ORDER BY 2 DESC, 1`,
		},
		{
			name: 'regions',
			sql: `
				SELECT min(regions.name), sum(amount), count(DISTINCT order_id), sum(quantity)
				FROM sales JOIN regions USING (region_id) WHERE ${within(span)}
				GROUP BY region_id ORDER BY 2 DESC, 1`,
		},
		{
			name: 'category × hour',
			sql: `
				SELECT min(categories.name), ${hour} AS hour, sum(amount)
				FROM categorised_sales JOIN categories USING (category_id) WHERE ${within(span)}
				GROUP BY category_id, hour`,
		},
		{
			name: 'category × region',
			sql: `
				SELECT min(categories.name), min(regions.name), sum(amount)
				FROM categorised_sales JOIN categories USING (category_id) JOIN regions USING (region_id)
				WHERE ${within(span)} GROUP BY category_id, region_id`,
		},
		{
			name: 'region × hour',
			sql: `
				SELECT min(regions.name), ${hour} AS hour, sum(amount)
				FROM sales JOIN regions USING (region_id) WHERE ${within(span)}
				GROUP BY region_id, hour`,
		},
		{
			name: 'top products',
			sql: `
				SELECT code, name, revenue, units FROM (
					SELECT product_id, sum(amount) AS revenue, sum(quantity) AS units
					FROM sales WHERE ${within(span)}
					GROUP BY product_id ORDER BY revenue DESC, product_id LIMIT ${listLength}
				) AS top JOIN products USING (product_id) ORDER BY revenue DESC, product_id`,
		},
		{
			name: 'top customers',
			// The plus keeps SQLite from walking the index of all customers instead of the span.
			sql: `
				SELECT code, revenue, orders, last_at FROM (
					SELECT min(customer_id) AS customer_id, sum(amount) AS revenue, count(DISTINCT order_id) AS orders, max(moment) AS last_at
					FROM sales WHERE ${within(span)} AND customer_id IS NOT NULL
					GROUP BY +customer_id ORDER BY revenue DESC, customer_id LIMIT ${listLength}
				) AS top JOIN customers USING (customer_id) ORDER BY revenue DESC, customer_id`,
		},
		{
			name: 'trend',
			sql: `
				SELECT sum(amount), count(DISTINCT order_id), sum(quantity)
				FROM sales WHERE ${within(span)} GROUP BY ${bucket} ORDER BY ${bucket}`,
		},
		{
			name: 'daily history',
			sql: `
				SELECT ${divide(local(historySpan), dayMs)} AS day, sum(amount)
				FROM sales WHERE ${within(historySpan)} GROUP BY day ORDER BY day`,
		},
		{name: 'tiers', sql: tiers},
		{
			name: 'stock',
			sql: `
				SELECT min(categories.name), count(*), sum(stock), sum(CASE WHEN stock <= 0 THEN 1 ELSE 0 END)
				FROM products JOIN categories USING (category_id) WHERE stock IS NOT NULL
				GROUP BY category_id ORDER BY 1`,
		},
	];
}

/** As `analytics/value-tiers.ts` cuts them: by the share of all value that the better ones bring. */
const tiers = `
	WITH totals AS (
		SELECT customer_id, sum(amount) AS revenue FROM sales WHERE customer_id IS NOT NULL GROUP BY customer_id
	), levels AS (
		SELECT revenue, count(*) AS customers FROM totals GROUP BY revenue
	), placed AS (
		SELECT revenue, customers,
			coalesce(sum(CASE WHEN revenue > 0 THEN revenue * customers END) OVER (
				ORDER BY revenue DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
			), 0) AS better,
			sum(CASE WHEN revenue > 0 THEN revenue * customers END) OVER () AS everyone
		FROM levels
	)
	SELECT CASE
			WHEN revenue > 0 AND better < 0.2 * everyone THEN 'Platinum'
			WHEN revenue > 0 AND better < 0.5 * everyone THEN 'Gold'
			WHEN revenue > 0 AND better < 0.8 * everyone THEN 'Silver'
			ELSE 'Bronze'
		END AS tier, sum(customers), sum(revenue * customers)
	FROM placed GROUP BY tier`;

/** Local time minus UTC of `moment`, as SQL: the peers need not look a zone up. */
function offsetIn({from, to}: Span, zone: Zone): string {
	const firstYear = new Date(from).getUTCFullYear();
	const years = Array.from(
		{length: new Date(to).getUTCFullYear() - firstYear + 1},
		(_, index) => firstYear + index,
	);
	const changes = years
		.flatMap(year => zone.offsetsOfYear(year))
		.filter(({since}) => since > from && since < to);
	const cases = changes
		.reverse()
		.map(({since, offsetMs}) => `WHEN moment >= ${since} THEN ${offsetMs}`)
		.join(' ');
	const first = zone.offsetAt(from);
	return cases === '' ? String(first) : `CASE ${cases} ELSE ${first} END`;
}
