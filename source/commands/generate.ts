import path from 'node:path';
import process from 'node:process';
import {localDay, openZone, startOfDay, systemZoneName, type Zone} from '../business-time.ts';
import {createFormats} from '../format.ts';
import {moneyToDecimal} from '../money.ts';
import {namedMoment} from '../parse-moment.ts';
import {type Command, type Given, UsageError} from './command-line/command.ts';
import {checking, checkingFlag, commonOptions} from './command-line/common-options.ts';
import {progressLine} from './command-line/progress-line.ts';
import {wholeNumber} from './command-line/whole-number.ts';
import type {GeneratedTotals, GenerateOptions} from './simulating/generate-files.ts';
import {parseSeed} from './simulating/simulation-options.ts';

const defaults = {orders: 10_000, days: 90, seed: 42};

const most = {orders: 100_000_000, days: 3653};

export const generate: Command = {
	name: 'generate',
	summary: 'Writes simulated sales as CSV files: customers, products, orders and order items',
	flags: {
		out: {type: 'string', value: 'DIR', about: 'folder to write into; it is made where needed'},
		orders: {type: 'string', value: 'N', about: `how many orders (${defaults.orders})`},
		days: {type: 'string', value: 'N', about: `over how many days (${defaults.days})`},
		until: {type: 'string', value: 'DATE', about: 'the last day (yesterday)'},
		seed: {type: 'string', value: '42', about: 'which shop; the same seed and --until give the same files'},
		daily: {type: 'boolean', about: 'a sheet for each day instead, with a row for each line sold'},
		format: {type: 'string', choices: ['table', 'json'], about: 'the totals, to read or as JSON'},
	},
	async run(given) {
		const common = commonOptions(given);
		const zone = common.zone ?? openZone(systemZoneName());
		const options = generateOptions(given, zone);
		// The simulator's words and products are of use to nobody else, so they load only here.
		const {generateFiles} = await import('./simulating/generate-files.ts');
		const progress = progressLine('Writing sales', common.isQuiet);
		const totals = generateFiles(options, progress.update);
		progress.clear();
		const format = given.text('format') ?? (process.stdout.isTTY ? 'table' : 'json');
		const formats = createFormats({locale: common.locale, currency: common.currency ?? 'EUR', zone});
		console.log(
			format === 'json'
				? JSON.stringify({...totals, revenue: moneyToDecimal(totals.revenue)})
				: totalsText(totals, formats),
		);
		if (!common.isQuiet && format === 'table') {
			console.error(`load them with: salesmon import ${options.folder} --db shop.db`);
		}
		return 0;
	},
};

function generateOptions(given: Given, zone: Zone): GenerateOptions {
	const folder = given.text('out');
	if (folder === undefined) {
		throw new UsageError('generate where? Name a folder with --out DIR');
	}
	const until = given.text('until');
	return {
		folder: path.normalize(folder),
		orders: wholeNumber(given, 'orders', {example: defaults.orders, most: most.orders}) ?? defaults.orders,
		days: wholeNumber(given, 'days', {example: defaults.days, most: most.days}) ?? defaults.days,
		seed: checkingFlag('seed', given.text('seed') ?? String(defaults.seed), parseSeed),
		until:
			until === undefined
				? startOfDay(zone, localDay(zone, Date.now()))
				: checking(() => namedMoment('--until', until, zone)),
		zone,
		isDaily: given.has('daily'),
	};
}

function totalsText(totals: GeneratedTotals, {count, money}: ReturnType<typeof createFormats>): string {
	const {folder, files, orders, lines, units, customers, products, revenue} = totals;
	return [
		`${folder}: ${count(files)} files`,
		`  orders     ${count(orders)}`,
		`  lines      ${count(lines)}`,
		`  units      ${count(units)}`,
		`  customers  ${count(customers)}`,
		`  products   ${count(products)}`,
		`  revenue    ${money(revenue)}`,
	].join('\n');
}
