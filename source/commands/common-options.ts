import {mkdirSync} from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import {openZone, systemZoneName, type Zone} from '../business-time.ts';
import {createFormats, type Formats} from '../format.ts';
import {type Flags, type Given, UsageError} from './command.ts';

/** The flags that every command takes. */
export const commonFlags = {
	db: {type: 'string', value: 'PATH', about: `the database (${defaultDatabase()})`},
	tz: {
		type: 'string',
		value: 'ZONE',
		about: 'business time zone, such as Europe/Paris (the database’s, or the system’s)',
	},
	currency: {type: 'string', value: 'CODE', about: 'currency of a new database, such as USD (EUR)'},
	locale: {
		type: 'string',
		value: 'TAG',
		about: 'how numbers and dates are written, such as en-GB (the system’s)',
	},
	quiet: {type: 'boolean', about: 'no messages besides errors'},
	help: {type: 'boolean', short: 'h', about: 'this text'},
} as const satisfies Flags;

export type CommonOptions = {
	/** Path of the database. */
	readonly database: string;
	/** Absent unless it was asked for. */
	readonly zone: Zone | undefined;
	readonly currency: string | undefined;
	readonly locale: string;
	readonly isQuiet: boolean;
};

const defaultCurrency = 'EUR';

/** @throws UsageError that names the value which cannot be */
export function commonOptions(given: Given): CommonOptions {
	const zoneName = given.text('tz');
	const currency = given.text('currency')?.toUpperCase();
	const locale = given.text('locale') ?? Intl.NumberFormat().resolvedOptions().locale;
	return checking(() => {
		const zone = zoneName === undefined ? undefined : openZone(zoneName);
		// Made only to be sure that the values are known before anything is opened.
		createFormats({locale, currency: currency ?? defaultCurrency, zone: zone ?? {name: 'UTC'}});
		return {
			database: databasePath(given.text('db')),
			zone,
			currency,
			locale,
			isQuiet: given.has('quiet'),
		};
	});
}

/** What a new database is given. */
export function storeDefaults({zone, currency}: CommonOptions) {
	return {zoneName: zone?.name ?? systemZoneName(), currency: currency ?? defaultCurrency};
}

/**
 * How one database is shown to this reader.
 *
 * @throws UsageError when another currency is asked for than the amounts are in
 */
export function formatsFor(
	common: CommonOptions,
	store: {readonly zone: Zone; readonly currency: string},
): Formats {
	assertCurrency(common, store);
	return createFormats({locale: common.locale, currency: store.currency, zone: common.zone ?? store.zone});
}

/** @throws UsageError when another currency is asked for than the amounts are in */
export function assertCurrency(
	{database, currency}: CommonOptions,
	store: {readonly currency: string},
): void {
	if (currency !== undefined && currency !== store.currency) {
		throw new UsageError(
			`--currency ${currency}: the amounts in ${database} are in ${store.currency}; a database keeps the currency it was made with`,
		);
	}
}

/** Turns the errors that name a wrong value into errors of usage. */
export function checking<Result>(read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		throw error instanceof RangeError ? new UsageError(error.message, {cause: error}) : error;
	}
}

function databasePath(given: string | undefined): string {
	if (given !== undefined && /^[a-z][a-z\d+.-]+:\/\//i.test(given)) {
		throw new UsageError(`--db ${given}: database servers are not supported yet; give the path of a file`);
	}
	if (given === undefined) {
		// A folder that was named is made by nobody: it may be a slip of the pen.
		mkdirSync(path.dirname(defaultDatabase()), {recursive: true});
	}
	return given ?? defaultDatabase();
}

/** In the platform's folder for an application's data. */
function defaultDatabase(): string {
	return path.join(envPaths('salesmon', {suffix: ''}).data, 'sales.db');
}
