import {type Filter, idWritten} from '../filter.ts';
import {maskMark} from '../masked-formats.ts';
import {maskNamed, pseudonymOf} from '../pseudonym.ts';
import type {Dashboard, RecentOrder} from './dashboard.ts';
import type {Page} from './page.ts';
import type {Scope} from './scope.ts';
import {withInsights} from './with-insights.ts';

/**
 * The dashboard without names of customers; its money is masked where it is written. What has not
 * changed since the last time stays the same object.
 *
 * @param mark stands for a digit in sentences
 */
export function maskDashboard(dashboard: Dashboard, mark = maskMark): Dashboard {
	return {
		...dashboard,
		scope: maskScope(dashboard.scope),
		topCustomers: maskOnce(dashboard.topCustomers, mark, customers =>
			customers.map(customer => ({...customer, ...maskNamed(customer)})),
		),
		recent: maskOnce(dashboard.recent, mark, orders => orders.map(maskOrder)),
		analyses: maskOnce(dashboard.analyses, mark, analyses => maskAnalyses(analyses, mark)),
	};
}

/** What is asked for, with no customer's name in its filter. */
export function maskScope(scope: Scope): Scope {
	const isNamed = scope.filter.some(({kind}) => kind === 'customer');
	return isNamed ? {...scope, filter: maskOnce(scope.filter, '', maskFilter)} : scope;
}

function maskFilter(filter: Filter): Filter {
	return filter.map(term =>
		term.kind === 'customer' && idWritten(term.value) === undefined
			? {...term, value: pseudonymOf(term.value)}
			: term,
	);
}

/** A page without names of customers. */
export function maskPage(page: Page): Page {
	switch (page.kind) {
		case 'region':
			return {
				...page,
				customers: maskOnce(page.customers, '', customers =>
					customers.map(customer => ({...customer, name: pseudonymOf(customer.name)})),
				),
			};
		case 'product':
			return {
				...page,
				lines: {...page.lines, rows: page.lines.rows.map(maskCustomer)},
				buyers: page.buyers.map(maskCustomer),
			};
		case 'customer': {
			const name = pseudonymOf(page.name);
			return {...page, name, code: page.code === undefined ? undefined : name};
		}
		case 'order':
			return {...page, order: maskCustomer(page.order)};
		default:
			return page;
	}
}

/** @param row names a customer, or nobody where it was a guest */
function maskCustomer<Row extends {readonly customer: string | null}>(row: Row): Row {
	return row.customer === null ? row : {...row, customer: pseudonymOf(row.customer)};
}

function maskOrder(order: RecentOrder): RecentOrder {
	return order.customer === undefined ? order : {...order, customer: pseudonymOf(order.customer)};
}

function maskAnalyses(analyses: Dashboard['analyses'], mark: string): Dashboard['analyses'] {
	const {lifetimeValue, insights} = analyses;
	return {
		...analyses,
		lifetimeValue:
			lifetimeValue.status === 'found'
				? {
						...lifetimeValue,
						result: {
							...lifetimeValue.result,
							atRisk: lifetimeValue.result.atRisk.map(customer => ({...customer, ...maskNamed(customer)})),
						},
					}
				: lifetimeValue,
		insights: withInsights(insights, insight => ({
			...insight,
			about: insight.about.map(({page, name}) =>
				page.kind === 'customer' ? {page, name: pseudonymOf(name)} : {page, name},
			),
			sentence: insight.masked.sentence.replaceAll(maskMark, mark),
			evidence: insight.masked.evidence.replaceAll(maskMark, mark),
		})),
	};
}

const masked = new WeakMap<object, {readonly mark: string; readonly part: unknown}>();

function maskOnce<Part extends object>(part: Part, mark: string, mask: (part: Part) => Part): Part {
	const before = masked.get(part);
	if (before?.mark === mark) {
		return before.part as Part;
	}
	const after = mask(part);
	masked.set(part, {mark, part: after});
	return after;
}
