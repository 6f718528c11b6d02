import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {explainReport} from '../dashboard/explain-report.ts';
import {momentOf, presentScope} from '../dashboard/scope.ts';
import {resolveWindow} from '../dashboard/window.ts';
import {filterNames} from '../store/filter-names.ts';
import {openStoreToRead, type Store} from '../store/open-store.ts';
import {firstOrderAt} from '../store/orders/extent.ts';
import {narrowedReport} from '../store/sql/narrowed-report.ts';
import {type Report, reports} from '../store/sql/reports.ts';
import {runSql, type SqlResult, StatementError} from '../store/sql/run-sql.ts';
import {addSqlFunctions, sqlFunctionNames} from '../store/sql/sql-functions.ts';
import {explanationText} from './analyses/why/explanation-text.ts';
import {type Command, type Given, UsageError} from './command-line/command.ts';
import {type CommonOptions, commonOptions} from './command-line/common-options.ts';
import {exitCodes} from './command-line/exit-codes.ts';
import {momentAsked} from './command-line/moment-asked.ts';
import {type RowField, type RowFormat, rowFormats, rowsText} from './command-line/print-rows.ts';
import {wholeNumber} from './command-line/whole-number.ts';
import {filterOption, scopeFlags, windowOption} from './screen/scope-options.ts';

const defaultLimit = 1000;
const defaultTimeoutSeconds = 30;

/** Set for the process that does the work, which the first one only watches. */
const workerVariable = 'SALESMON_QUERY';

export const query: Command = {
	name: 'query',
	operands: 'NAME',
	summary: 'Asks the raw tables: a report by its name, or SQL that only reads',
	flags: {
		list: {type: 'boolean', about: 'the reports that have a name'},
		sql: {
			type: 'string',
			value: 'SELECT…',
			about: `a statement of one’s own; it may call ${sqlFunctionNames.join(', ')} and use @from and @to`,
		},
		window: scopeFlags.window,
		asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then (now)'},
		filter: scopeFlags.filter,
		of: {type: 'string', value: 'NAME|ID', about: 'what a report such as products-of is about'},
		explain: {type: 'boolean', about: 'the SQL, its time, and how the screen has the same figures'},
		limit: {type: 'string', value: 'N', about: `rows at the most (${defaultLimit})`},
		timeout: {type: 'string', value: 'SECONDS', about: `it may take so long (${defaultTimeoutSeconds})`},
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
	},
	async run(given) {
		const common = commonOptions(given);
		const format = (given.text('format') ?? 'table') as RowFormat;
		if (given.has('list')) {
			console.log(rowsText(reports, reportFields, format));
			return 0;
		}
		const asked = askedOf(given);
		const limit = wholeNumber(given, 'limit', {example: defaultLimit}) ?? defaultLimit;
		const timeoutSeconds =
			wholeNumber(given, 'timeout', {example: defaultTimeoutSeconds}) ?? defaultTimeoutSeconds;
		if (!process.env[workerVariable]) {
			return runWatched(timeoutSeconds);
		}
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			addSqlFunctions(store.db, zone);
			store.db.pragma('query_only = ON');
			const bound = boundOf(given, store, common);
			const filter = filterOption(given, store);
			const sql = narrowedReport(asked.sql, filterNames(store.db).matchingIds(filter));
			if ('name' in asked && given.has('explain')) {
				const windowName = windowOption(given, zone);
				const explanation = await explainReport(
					store,
					{...asked, sql},
					{windowName, now: bound.to, zone, bound: used(sql, bound), filter},
				);
				console.log(explanationText(explanation, format));
				return explanation.agrees === false ? exitCodes.notHolding : 0;
			}
			print(
				ranBy(asked, () => runSql(store.db, sql, used(sql, bound), limit)),
				format,
				common,
				limit,
			);
			return 0;
		} finally {
			store.close();
		}
	},
};

const reportFields: readonly RowField<Report>[] = [
	{name: 'name', title: 'name', kind: 'word', value: report => report.name},
	{name: 'of', title: 'of', kind: 'word', value: report => report.of, text: report => report.of ?? ''},
	{name: 'summary', title: 'what it tells', kind: 'name', value: report => report.summary},
];

function askedOf(given: Given): Report | {readonly sql: string} {
	const [name, ...others] = given.operands;
	const sql = given.text('sql');
	if ((name === undefined) === (sql === undefined) || others.length > 0) {
		throw new UsageError(
			'name one report, or write a statement after --sql; salesmon query --list shows the reports',
		);
	}
	if (sql !== undefined) {
		if (given.text('filter') !== undefined) {
			throw new UsageError('--filter is for reports: a statement says itself of which sales it is');
		}
		return {sql};
	}
	const report = reports.find(candidate => candidate.name === name);
	if (!report) {
		throw new UsageError(`there is no report "${name}": salesmon query --list shows those there are`);
	}
	if ((report.of === undefined) !== (given.text('of') === undefined)) {
		throw new UsageError(
			report.of === undefined
				? `${report.name} is about the whole shop: leave --of out`
				: `${report.name} is about one ${report.of}: add --of`,
		);
	}
	return report;
}

/** A report that cannot be run is a fault of the program, a statement that was given is wrong usage. */
function ranBy(asked: ReturnType<typeof askedOf>, run: () => SqlResult): SqlResult {
	try {
		return run();
	} catch (error) {
		throw error instanceof StatementError && !('name' in asked)
			? new UsageError(`--sql: ${error.message}`, {cause: error})
			: error;
	}
}

type Bound = {readonly from: number; readonly to: number; readonly of: string};

function boundOf(given: Given, store: Store, common: CommonOptions): Bound {
	const zone = common.zone ?? store.zone;
	const asked = {flag: '--as-of', text: given.text('asOf'), now: Date.now(), zone};
	const now = momentAsked(store, common, asked);
	const windowName = windowOption(given, zone);
	const {span} = resolveWindow(
		windowName,
		momentOf(presentScope(windowName), now, zone),
		zone,
		firstOrderAt(store.db)(),
	);
	return {...span, of: given.text('of') ?? ''};
}

/** Those that the statement names: SQLite refuses the others. */
function used(sql: string, bound: Bound): Record<string, number | string> {
	return Object.fromEntries(Object.entries(bound).filter(([name]) => new RegExp(`@${name}\\b`).test(sql)));
}

function print(
	{columns, rows, isCut}: SqlResult,
	format: RowFormat,
	{isQuiet}: CommonOptions,
	limit: number,
): void {
	type Row = SqlResult['rows'][number];
	const fields = columns.map((name, index): RowField<Row> => {
		const isFigure = rows.every(row => row[index] === null || !Number.isNaN(Number(row[index])));
		return {
			name,
			title: name,
			kind: isFigure ? 'figure' : 'name',
			value(row) {
				const value = row[index];
				return value === null || value === undefined
					? undefined
					: typeof value === 'string' || typeof value === 'number'
						? value
						: Buffer.from(value).toString('hex');
			},
		};
	});
	console.log(rowsText(rows, fields, format));
	if (isCut && !isQuiet) {
		console.error(`salesmon: there are more than ${limit} rows; --limit shows more`);
	}
}

/**
 * Does the work in a process of its own: no one but the system can stop SQLite in the middle of a
 * statement.
 */
function runWatched(timeoutSeconds: number): number {
	const {status, signal, error} = spawnSync(process.execPath, process.argv.slice(1), {
		stdio: 'inherit',
		timeout: timeoutSeconds * 1000,
		killSignal: 'SIGKILL',
		env: {...process.env, [workerVariable]: '1'},
	});
	if (error && 'code' in error && error.code === 'ETIMEDOUT') {
		throw new Error(
			`it took longer than ${timeoutSeconds} s; --timeout gives it more, a shorter --window less to do`,
		);
	}
	if (error) {
		throw new Error(`cannot start the query: ${error.message}`, {cause: error});
	}
	if (status === null) {
		throw new Error(`the query was ended by ${signal}`);
	}
	return status;
}
