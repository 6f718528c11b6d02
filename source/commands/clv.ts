import process from 'node:process';
import {estimateLifetimeValue} from '../analytics/lifetime-value/estimate-lifetime-value.ts';
import {systemZoneName} from '../business-time.ts';
import {createFormats} from '../format.ts';
import {maskDigits} from '../masked-formats.ts';
import {maskNamed} from '../pseudonym.ts';
import type {AnalysisInputs} from '../store/analysis-results.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {zonedInputs} from './analyses/analysis.ts';
import {clvToCsv} from './analyses/clv/clv-csv.ts';
import {clvToJson, type ShownClv} from './analyses/clv/clv-json.ts';
import {type ClvOptions, clvFlags, clvOptions} from './analyses/clv/clv-options.ts';
import {clvToTable} from './analyses/clv/clv-table.ts';
import {clvFromStore, clvInputs, clvResult, lifetimeValue} from './analyses/clv/lifetime-value-analysis.ts';
import {mostValuableFirst} from './analyses/clv/most-valuable-first.ts';
import {readClvInput} from './analyses/clv/read-clv-input.ts';
import {keepIfWritable} from './analyses/keep-if-writable.ts';
import type {Command, Given} from './command-line/command.ts';
import {
	assertCurrency,
	type CommonOptions,
	checking,
	commonOptions,
	maskFlag,
} from './command-line/common-options.ts';
import {exitCodes} from './command-line/exit-codes.ts';
import {momentAsked} from './command-line/moment-asked.ts';

/** Problems that are told one by one; the others are counted. */
const mostTold = 5;

/** Columns of a line where there is no terminal to ask. */
const pipedWidth = 120;

export const clv: Command = {
	name: 'clv',
	summary: 'What each customer will bring: who still buys, how often, how much, in tiers',
	flags: {...clvFlags, mask: maskFlag},
	async run(given) {
		const common = commonOptions(given);
		const options = clvOptions(given);
		return options.input === undefined
			? runOnStore(common, options, given.has('noKeep') ? undefined : inputsOf(given))
			: runOnFile(common, options, options.input);
	},
};

function runOnFile(common: CommonOptions, options: ClvOptions, file: string): number {
	const {subject, rejected} = readClvInput(file);
	for (const reason of rejected.slice(0, mostTold)) {
		console.error(`${file}: ${reason}`);
	}
	if (rejected.length > 0) {
		console.error(
			`${file}: ${rejected.length} of ${rejected.length + subject.customers.length} rows rejected`,
		);
	}
	const value = estimateLifetimeValue(subject.histories, options.horizon);
	const places = mostValuableFirst(subject, value).slice(0, options.limit);
	print({subject, value, places, options, moves: undefined}, common);
	return rejected.length > 0 ? exitCodes.notHolding : 0;
}

/** What a result depends on. */
function inputsOf(given: Given): AnalysisInputs {
	const names = ['period', 'horizon', 'discount', 'movesSince', 'holdOut'];
	return clvInputs(Object.fromEntries(names.map(name => [name, given.text(name)])));
}

function runOnStore(common: CommonOptions, options: ClvOptions, inputs: AnalysisInputs | undefined): number {
	const startedAt = Date.now();
	const store = openStoreToRead(common.database);
	try {
		const zone = common.zone ?? store.zone;
		const asked = {flag: '--until', text: options.until, now: startedAt, zone};
		const until = momentAsked(store, common, asked);
		assertCurrency(common, store);
		const shown = checking(() => clvFromStore(store, zone, until, options));
		print(shown, {...common, zone});
		if (inputs) {
			const madeAt = Date.now();
			keepIfWritable(common, [
				{
					...{what: lifetimeValue, subject: '', madeAt, asOf: until, ...clvResult(store, shown)},
					inputs: zonedInputs(inputs, zone, store),
					elapsedMs: madeAt - startedAt,
				},
			]);
		}
		return 0;
	} finally {
		store.close();
	}
}

/** Without names of customers and what they spend. */
function maskClv(shown: ShownClv): ShownClv {
	const {subject} = shown;
	return {
		...shown,
		subject: {
			...subject,
			customers: subject.customers.map(customer => ({...customer, ...maskNamed(customer)})),
			money: value => maskDigits(String(subject.money(value))),
		},
	};
}

function print(found: ShownClv, {locale, zone, isMasked}: CommonOptions): void {
	const shown = isMasked ? maskClv(found) : found;
	switch (shown.options.format) {
		case 'json':
			console.log(JSON.stringify(clvToJson(shown)));
			break;
		case 'csv':
			console.log(clvToCsv(shown));
			break;
		default: {
			const {currency} = shown.subject;
			const formats = createFormats({
				locale,
				currency: currency ?? 'EUR',
				zone: {name: zone?.name ?? systemZoneName()},
			});
			const plain = new Intl.NumberFormat(locale, {minimumFractionDigits: 2, maximumFractionDigits: 2});
			const money = currency === undefined ? plain.format : formats.money;
			console.log(
				clvToTable(shown, {
					formats,
					money: isMasked ? value => maskDigits(money(value)) : money,
					width: process.stdout.columns ?? pipedWidth,
				}),
			);
		}
	}
}
