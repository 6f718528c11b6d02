/** A question to the raw tables, in plain SQL that can be read, copied and changed. */
export type Report = {
	readonly name: string;
	readonly summary: string;
	/** Bound are `@from` and `@to`, UTC milliseconds, and `@of` where it needs a subject. */
	readonly sql: string;
	/** What it is about, where that must be named. */
	readonly of?: 'category' | 'region' | 'product' | 'customer' | 'order';
};

const inSpan = 'at >= @from AND at < @to';

/** Of all sales: what there is now, what was sold since and not restocked. */
const stockThen = `
WITH since AS MATERIALIZED (
	SELECT product_id, sum(units) AS units FROM (
		SELECT product_id, quantity AS units
		FROM main.orders CROSS JOIN main.order_lines USING (order_id) WHERE at >= @to
		UNION ALL SELECT product_id, -quantity FROM restocks WHERE at >= @to
	) GROUP BY product_id
)`;
const leftThen = 'stock + ifnull(since.units, 0)';

/** The reports that have a name. */
export const reports: readonly Report[] = [
	{
		name: 'totals',
		summary: 'revenue, gross, returns, orders, lines, units and customers',
		sql: `
SELECT decimal(ifnull(sum(amount), 0)) AS revenue,
	decimal(ifnull(sum(max(amount, 0)), 0)) AS gross, decimal(ifnull(sum(min(amount, 0)), 0)) AS returns,
	count(DISTINCT order_id) AS orders, count(line_id) AS lines,
	ifnull(sum(quantity), 0) AS units, count(DISTINCT customer_id) AS customers
FROM orders LEFT JOIN order_lines USING (order_id)
WHERE ${inSpan}`,
	},
	{
		name: 'categories',
		summary: 'revenue, orders and units by category',
		sql: `
SELECT categories.name AS category, decimal(sum(amount)) AS revenue,
	count(DISTINCT order_id) AS orders, sum(quantity) AS units
FROM orders
JOIN order_lines USING (order_id)
JOIN products USING (product_id)
JOIN categories USING (category_id)
WHERE ${inSpan}
GROUP BY category_id
ORDER BY sum(amount) DESC, category`,
	},
	{
		name: 'regions',
		summary: 'revenue, orders and units by region',
		sql: `
SELECT regions.name AS region, decimal(ifnull(sum(amount), 0)) AS revenue,
	count(DISTINCT order_id) AS orders, ifnull(sum(quantity), 0) AS units
FROM orders
LEFT JOIN order_lines USING (order_id)
JOIN regions USING (region_id)
WHERE ${inSpan}
GROUP BY region_id
ORDER BY ifnull(sum(amount), 0) DESC, region`,
	},
	{
		name: 'category-hours',
		summary: 'revenue by category and hour of the day',
		sql: `
SELECT categories.name AS category, local_hour(at) AS hour, decimal(sum(amount)) AS revenue
FROM orders
JOIN order_lines USING (order_id)
JOIN products USING (product_id)
JOIN categories USING (category_id)
WHERE ${inSpan}
GROUP BY category_id, hour
ORDER BY category, hour`,
	},
	{
		name: 'region-hours',
		summary: 'revenue by region and hour of the day',
		sql: `
SELECT regions.name AS region, local_hour(at) AS hour, decimal(sum(amount)) AS revenue
FROM orders
JOIN order_lines USING (order_id)
JOIN regions USING (region_id)
WHERE ${inSpan}
GROUP BY region_id, hour
ORDER BY region, hour`,
	},
	{
		name: 'category-regions',
		summary: 'revenue by category and region',
		sql: `
SELECT categories.name AS category, regions.name AS region, decimal(sum(amount)) AS revenue
FROM orders
JOIN order_lines USING (order_id)
JOIN products USING (product_id)
JOIN categories USING (category_id)
JOIN regions USING (region_id)
WHERE ${inSpan}
GROUP BY category_id, region_id
ORDER BY category, sum(amount) DESC, region`,
	},
	{
		name: 'top-products',
		summary: 'the 50 products that brought most',
		sql: `${stockThen}
SELECT products.code AS product, products.name, categories.name AS category,
	decimal(sum(amount)) AS revenue, sum(quantity) AS units, ${leftThen} AS stock
FROM orders
JOIN order_lines USING (order_id)
JOIN products USING (product_id)
JOIN categories USING (category_id)
LEFT JOIN since USING (product_id)
WHERE ${inSpan}
GROUP BY product_id
ORDER BY sum(amount) DESC, product_id
LIMIT 50`,
	},
	{
		name: 'top-customers',
		summary: 'the 50 customers who bought for most',
		sql: `
SELECT customers.code AS customer, customers.name, regions.name AS region,
	decimal(ifnull(sum(amount), 0)) AS revenue, count(DISTINCT order_id) AS orders, local_time(max(at)) AS last_order
FROM orders
LEFT JOIN order_lines USING (order_id)
JOIN customers USING (customer_id)
LEFT JOIN regions ON regions.region_id = customers.region_id
WHERE ${inSpan}
GROUP BY customer_id
ORDER BY ifnull(sum(amount), 0) DESC, customer_id
LIMIT 50`,
	},
	{
		name: 'daily-revenue',
		summary: 'revenue and orders by day',
		sql: `
SELECT local_date(at) AS day, decimal(sum(amount)) AS revenue, count(DISTINCT order_id) AS orders
FROM orders JOIN order_lines USING (order_id)
WHERE ${inSpan}
GROUP BY day
ORDER BY day`,
	},
	{
		name: 'hourly-revenue',
		summary: 'revenue and orders by day and hour',
		sql: `
SELECT local_date(at) AS day, local_hour(at) AS hour, decimal(sum(amount)) AS revenue,
	count(DISTINCT order_id) AS orders
FROM orders JOIN order_lines USING (order_id)
WHERE ${inSpan}
GROUP BY day, hour
ORDER BY day, hour`,
	},
	{
		name: 'monthly-revenue',
		summary: 'revenue and orders by month',
		sql: `
SELECT substr(local_date(at), 1, 7) AS month, decimal(sum(amount)) AS revenue,
	count(DISTINCT order_id) AS orders
FROM orders JOIN order_lines USING (order_id)
WHERE ${inSpan}
GROUP BY month
ORDER BY month`,
	},
	{
		name: 'stock-by-category',
		summary: 'units in the stock room by category',
		sql: `${stockThen}
SELECT categories.name AS category, sum(${leftThen}) AS stock, count(*) AS products,
	count(*) FILTER (WHERE ${leftThen} <= 0) AS out_of_stock
FROM products
JOIN categories USING (category_id)
LEFT JOIN since USING (product_id)
WHERE stock IS NOT NULL
GROUP BY category_id
ORDER BY category`,
	},
	{
		name: 'low-stock',
		summary: 'counted products that last least, at the pace of the span',
		sql: `
SELECT products.code AS product, products.name, stock,
	round(86400000.0 * sum(quantity) / (@to - @from), 1) AS a_day,
	round(stock * (@to - @from) / 86400000.0 / nullif(max(sum(quantity), 0), 0), 1) AS days
FROM products
JOIN order_lines USING (product_id)
JOIN orders USING (order_id)
WHERE stock IS NOT NULL AND ${inSpan}
GROUP BY product_id
ORDER BY days IS NULL, days, product_id
LIMIT 50`,
	},
	{
		name: 'latest-orders',
		summary: 'the 50 latest orders',
		sql: `
SELECT local_time(at) AS at, ifnull(number, order_id) AS "order",
	coalesce(customers.name, customers.code, 'guest') AS customer, regions.name AS region,
	decimal(revenue) AS revenue, units
FROM orders
JOIN regions USING (region_id)
LEFT JOIN customers USING (customer_id)
WHERE at < @to
ORDER BY orders.at DESC, order_id DESC
LIMIT 50`,
	},
	{
		name: 'products-of',
		summary: 'the products of a category, named by --of',
		of: 'category',
		sql: `${stockThen}
SELECT products.code AS product, products.name, decimal(sum(amount)) AS revenue, sum(quantity) AS units,
	${leftThen} AS stock
FROM orders
JOIN order_lines USING (order_id)
JOIN products USING (product_id)
JOIN categories USING (category_id)
LEFT JOIN since USING (product_id)
WHERE ${inSpan} AND categories.name = @of
GROUP BY product_id
ORDER BY sum(amount) DESC, product_id`,
	},
	{
		name: 'products-in',
		summary: 'what a region bought, named by --of',
		of: 'region',
		sql: `
SELECT products.code AS product, products.name, decimal(sum(amount)) AS revenue, sum(quantity) AS units
FROM orders
JOIN regions USING (region_id)
JOIN order_lines USING (order_id)
JOIN products USING (product_id)
WHERE ${inSpan} AND regions.name = @of
GROUP BY product_id
ORDER BY sum(amount) DESC, product_id`,
	},
	{
		name: 'sales-of',
		summary: 'the latest 1,000 sales of a product, by its id',
		of: 'product',
		sql: `
SELECT local_time(at) AS at, ifnull(number, order_id) AS "order",
	coalesce(customers.name, customers.code, 'guest') AS customer, quantity AS units, decimal(amount) AS amount
FROM order_lines
JOIN orders USING (order_id)
LEFT JOIN customers USING (customer_id)
WHERE product_id = @of AND orders.at < @to
ORDER BY line_id DESC
LIMIT 1000`,
	},
	{
		name: 'orders-of',
		summary: 'the orders of a customer, by their id',
		of: 'customer',
		sql: `
SELECT local_time(at) AS at, ifnull(number, order_id) AS "order", regions.name AS region,
	lines, units, decimal(revenue) AS revenue
FROM orders JOIN regions USING (region_id)
WHERE customer_id = @of AND orders.at < @to
ORDER BY orders.at DESC, order_id DESC`,
	},
	{
		name: 'lines-of',
		summary: 'one order with all its lines, by its id',
		of: 'order',
		sql: `
SELECT products.name AS product, quantity, decimal(unit_price) AS price,
	decimal(discount) AS discount, decimal(amount) AS amount
FROM order_lines JOIN products USING (product_id)
WHERE order_id = @of
ORDER BY line_id`,
	},
].map(report => ({...report, sql: report.sql.trim()}) as Report);
