import {mkdirSync} from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import {openZone, systemZoneName, type Zone} from '../../business-time.ts';
import {createFormats, type Formats} from '../../format.ts';
import {maskedFormats} from '../../masked-formats.ts';
import {type Flag, type Flags, type Given, UsageError} from './command.ts';

/** The flags that every command takes. */
export const commonFlags = {
	db: {
		type: 'string',
		value: 'PATH',
		about: `the database (${defaultDatabase()})`,
		setting: {fallback: defaultDatabase(), isPath: true, check: assertNoServer},
	},
	tz: {
		type: 'string',
		value: 'ZONE',
		about: 'business time zone, such as Europe/Paris (the database’s, or the system’s)',
		setting: {fallback: 'the database’s, or the system’s', check: openZone},
	},
	currency: {
		type: 'string',
		value: 'CODE',
		about: 'currency of a new database, such as USD (EUR)',
		setting: {fallback: 'EUR', check: assertCurrencyCode},
	},
	locale: {
		type: 'string',
		value: 'TAG',
		about: 'how numbers and dates are written, such as en-GB (the system’s)',
		setting: {fallback: systemLocale(), check: assertLocale},
	},
	quiet: {type: 'boolean', about: 'no messages besides errors', setting: {fallback: false}},
	config: {
		type: 'string',
		value: 'PATH',
		about: 'the configuration file (salesmon config path tells where it is)',
	},
	help: {type: 'boolean', short: 'h', about: 'this text'},
} as const satisfies Flags;

/** The flag of every command that prints money or names of customers. */
export const maskFlag = {
	type: 'boolean',
	about: 'mask money and names of customers',
	setting: {fallback: false},
} as const satisfies Flag;

export type CommonOptions = {
	/** Path of the database. */
	readonly database: string;
	/** Absent unless it was asked for. */
	readonly zone: Zone | undefined;
	readonly currency: string | undefined;
	readonly locale: string;
	readonly isQuiet: boolean;
	/** Whether money and names of customers are not to be read. */
	readonly isMasked: boolean;
};

const defaultCurrency = 'EUR';

/** @throws UsageError that names the value which cannot be */
export function commonOptions(given: Given): CommonOptions {
	const zoneName = given.text('tz');
	const currency = given.text('currency')?.toUpperCase();
	const locale = given.text('locale') ?? systemLocale();
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
			isMasked: given.has('mask'),
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

/** How one database is printed for this reader, its money masked where that was asked for. */
export function printFormatsFor(
	common: CommonOptions,
	store: {readonly zone: Zone; readonly currency: string},
): Formats {
	const formats = formatsFor(common, store);
	return common.isMasked ? maskedFormats(formats) : formats;
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

/** Reads the value of a flag by what knows nothing of flags, so that an error names the flag too. */
export function checkingFlag<Result>(flag: string, value: string, read: (value: string) => Result): Result {
	try {
		return read(value);
	} catch (error) {
		throw error instanceof RangeError
			? new UsageError(`--${flag} ${value}: ${error.message}`, {cause: error})
			: error;
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

function assertCurrencyCode(code: string): void {
	createFormats({locale: 'en', currency: code.toUpperCase(), zone: {name: 'UTC'}});
}

function assertLocale(tag: string): void {
	createFormats({locale: tag, currency: defaultCurrency, zone: {name: 'UTC'}});
}

function systemLocale(): string {
	return Intl.NumberFormat().resolvedOptions().locale;
}

function assertNoServer(path: string): void {
	if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) {
		throw new RangeError('database servers are not supported yet; give the path of a file');
	}
}

function databasePath(given: string | undefined): string {
	if (given === undefined) {
		// A folder that was named is made by nobody: it may be a slip of the pen.
		mkdirSync(path.dirname(defaultDatabase()), {recursive: true});
		return defaultDatabase();
	}
	checkingFlag('db', given, assertNoServer);
	return given;
}

/** In the platform's folder for an application's data. */
function defaultDatabase(): string {
	return path.join(envPaths('salesmon', {suffix: ''}).data, 'sales.db');
}
