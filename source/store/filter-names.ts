import type {Database} from 'better-sqlite3';
import {
	type Filter,
	type FilterKind,
	type FilterTerm,
	filterKinds,
	idWritten,
	type WrittenTerm,
} from '../filter.ts';
import type {MatchingIds} from './sql/narrowed-report.ts';

const tables = {
	category: {table: 'categories', id: 'category_id', isCoded: false},
	region: {table: 'regions', id: 'region_id', isCoded: false},
	product: {table: 'products', id: 'product_id', isCoded: true},
	customer: {table: 'customers', id: 'customer_id', isCoded: true},
} as const satisfies Record<FilterKind, {table: string; id: string; isCoded: boolean}>;

/** Rows that are looked through at once, so that keys are answered between. */
const rowsAtOnce = 20_000;

/** How many names of one kind are found at the most. */
const mostFound = 8;

function idQuestion(kind: FilterKind): string {
	const {table, id} = tables[kind];
	return `SELECT ${id} FROM ${table} WHERE ${id} = @id`;
}

/** Which categories, regions, products and customers a filter may name; letters may be small or large. */
export const filterNames = (db: Database) => {
	const questions = Object.fromEntries(
		filterKinds.map(kind => {
			const {table, id, isCoded} = tables[kind];
			const called = isCoded ? 'coalesce(name, code)' : 'name';
			const columns = isCoded ? ['name', 'code'] : ['name'];
			return [
				kind,
				{
					ids: db
						.prepare<{value: string}, number>(
							`SELECT ${id} FROM ${table} WHERE ${columns.map(column => `${column} = @value COLLATE NOCASE`).join(' OR ')}`,
						)
						.pluck(),
					like: db
						.prepare<{text: string; after: number; upTo: number}, string>(`
							SELECT DISTINCT ${called} FROM ${table}
							WHERE ${id} > @after AND ${id} <= @upTo
								AND (${columns.map(column => `instr(lower(${column}), @text) > 0`).join(' OR ')})
							LIMIT ${mostFound}
						`)
						.pluck(),
					last: db.prepare<[], number | null>(`SELECT max(${id}) FROM ${table}`).pluck(),
				},
			];
		}),
	) as Record<
		FilterKind,
		{
			ids: ReturnType<typeof db.prepare<{value: string}, number>>;
			like: ReturnType<typeof db.prepare<{text: string; after: number; upTo: number}, string>>;
			last: ReturnType<typeof db.prepare<[], number | null>>;
		}
	>;
	const withId = {
		customer: db.prepare<{id: number}, number>(idQuestion('customer')).pluck(),
		product: db.prepare<{id: number}, number>(idQuestion('product')).pluck(),
	};
	const idsOf = ({kind, value}: FilterTerm): readonly number[] => {
		const called = questions[kind].ids.all({value});
		const id = called.length === 0 ? idWritten(value) : undefined;
		return id === undefined || !(kind === 'customer' || kind === 'product') ? called : withId[kind].all({id});
	};

	/** A part of a name leads to those that hold it, a page of rows at a time. */
	function* find(text: string): Iterable<Filter> {
		for (const kind of filterKinds) {
			const {like, last} = questions[kind];
			const lastId = last.get() ?? 0;
			let found = 0;
			for (let after = 0; after < lastId && found < mostFound; after += rowsAtOnce) {
				const names = like.all({text: text.toLowerCase(), after, upTo: after + rowsAtOnce});
				found += names.length;
				yield names.map(value => ({kind, value}));
			}
		}
	}

	return {
		idsOf,
		/** Of each kind that a filter names, the ids of what may match. */
		matchingIds: (filter: Filter): MatchingIds =>
			Object.fromEntries(
				filterKinds.flatMap(kind => {
					const terms = filter.filter(term => term.kind === kind);
					return terms.length === 0 ? [] : [[kind, [...new Set(terms.flatMap(idsOf))]]];
				}),
			),
		find,
		/**
		 * Gives each term its kind.
		 *
		 * @param isMasked whether no customer may be named that was not asked for
		 * @throws RangeError that names a term which nothing is called by
		 */
		resolve: (terms: readonly WrittenTerm[], isMasked: boolean): Filter =>
			terms.map(({kind, value}) => {
				const named = (kind === undefined ? filterKinds : [kind]).find(
					candidate => idsOf({kind: candidate, value}).length > 0,
				);
				if (named) {
					return {kind: named, value};
				}
				const near = [...find(value)]
					.flat()
					.filter(term => kind === undefined || term.kind === kind)
					.filter(term => !isMasked || term.kind !== 'customer');
				const hint = near.length === 0 ? '' : `; there is ${near[0]!.kind}:${near[0]!.value}`;
				throw new RangeError(
					`no ${kind ?? 'category, region, product or customer'} is called "${value}"${hint}`,
				);
			}),
	};
};
