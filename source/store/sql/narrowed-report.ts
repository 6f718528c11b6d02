import type {FilterKind} from '../../filter.ts';

/** Of each kind that a filter names, the ids of what may match. */
export type MatchingIds = Partial<Readonly<Record<FilterKind, readonly number[]>>>;

/**
 * A report of only the sales that match: the names of its tables stand for the rows that do, and what an
 * order comes to is the sum of its matching lines.
 */
export function narrowedReport(sql: string, ids: MatchingIds): string {
	const products = all([among('category_id', ids.category), among('product_id', ids.product)]);
	const orders = all([
		among('region_id', ids.region),
		among('customer_id', ids.customer),
		products && 'EXISTS (SELECT 1 FROM order_lines AS matching WHERE matching.order_id = orders.order_id)',
	]);
	const tables = [
		products &&
			`products AS NOT MATERIALIZED (
	SELECT * FROM main.products WHERE ${products}
)`,
		products &&
			`order_lines AS NOT MATERIALIZED (
	SELECT * FROM main.order_lines WHERE product_id IN (SELECT product_id FROM products)
)`,
		orders &&
			`orders AS NOT MATERIALIZED (
	SELECT ${products ? orderOfLines : '*'}
	FROM main.orders WHERE ${orders}
)`,
	].filter(table => table !== undefined);
	if (tables.length === 0) {
		return sql;
	}
	const own = /^WITH /.exec(sql)?.[0] ?? '';
	return `WITH ${tables.join(', ')}${own === '' ? '\n' : ', '}${sql.slice(own.length)}`;
}

const sumOfLines = (expression: string) =>
	`(SELECT ${expression} FROM order_lines AS matching WHERE matching.order_id = orders.order_id)`;

const orderOfLines = [
	'order_id, number, at, region_id, store_id, customer_id',
	`${sumOfLines('count(*)')} AS lines`,
	`${sumOfLines('sum(quantity)')} AS units`,
	`${sumOfLines('sum(amount)')} AS revenue`,
].join(',\n\t\t');

function among(column: string, ids: readonly number[] | undefined): string | undefined {
	return ids && `${column} IN (${ids.join(', ')})`;
}

function all(conditions: readonly (string | undefined)[]): string | undefined {
	const known = conditions.filter(condition => condition !== undefined);
	return known.length === 0 ? undefined : known.join(' AND ');
}
