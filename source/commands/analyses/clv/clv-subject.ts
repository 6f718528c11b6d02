import type {CustomerHistories} from '../../../analytics/lifetime-value/customer-histories.ts';
import {localDay, type Zone} from '../../../business-time.ts';
import {moneyScale, moneyToDecimal} from '../../../money.ts';
import {type CustomerHistory, customerHistories} from '../../../store/customers/customer-histories.ts';
import type {Store} from '../../../store/open-store.ts';
import {daysPerPeriod, type Period} from './clv-options.ts';

export type ClvCustomer = {
	/** In the database; absent where it comes from a file. */
	readonly id?: number;
	readonly code: string;
	readonly name?: string;
};

/** Whose lifetime value is asked for, and how its money is written. */
export type ClvSubject = {
	readonly histories: CustomerHistories;
	readonly customers: readonly ClvCustomer[];
	/** UTC milliseconds; absent where only the maker of the file knows. */
	readonly until: number | undefined;
	/** Absent where money is in whatever the file counts in. */
	readonly currency: string | undefined;
	/** As the JSON contract has it: a decimal string of money, a number from a file. */
	readonly money: (value: number) => string | number;
	/** How many counts of money make one unit of the currency. */
	readonly moneyScale: number;
};

/** The customers of a database, by id besides. */
export type StoredSubject = ClvSubject & {readonly ids: readonly number[]};

/** @param zone whose days count */
export function clvSubjectFromStore(store: Store, zone: Zone, until: number, period: Period): StoredSubject {
	const rows = customerHistories(store, zone)(until);
	return {
		ids: rows.map(({customerId}) => customerId),
		histories: historiesOf(rows, localDay(zone, until - 1), period),
		customers: rows.map(({customerId, code, name}) => ({
			id: customerId,
			code: code ?? String(customerId),
			...(name !== null && {name}),
		})),
		until,
		currency: store.currency,
		money: value => moneyToDecimal(Math.round(value)),
		moneyScale,
	};
}

/** Days with a purchase are the purchases; the first makes a customer, the others are repeats. */
function historiesOf(rows: readonly CustomerHistory[], lastDay: number, period: Period): CustomerHistories {
	const days = daysPerPeriod[period];
	return {
		frequency: Float64Array.from(rows, row => row.days - 1),
		recency: Float64Array.from(rows, row => (row.lastDay - row.firstDay) / days),
		age: Float64Array.from(rows, row => (lastDay - row.firstDay) / days),
		monetary: Float64Array.from(rows, row =>
			row.days > 1 ? (row.purchaseRevenue - row.firstDayRevenue) / (row.days - 1) : 0,
		),
		revenue: Float64Array.from(rows, row => row.revenue),
	};
}
