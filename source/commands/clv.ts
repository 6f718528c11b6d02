import process from 'node:process';
import {estimateLifetimeValue} from '../analytics/lifetime-value/estimate-lifetime-value.ts';
import type {LifetimeValue} from '../analytics/lifetime-value/lifetime-value.ts';
import {type TierMove, tierMoves} from '../analytics/lifetime-value/tier-moves.ts';
import {systemZoneName} from '../business-time.ts';
import {createFormats} from '../format.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {clvToCsv} from './clv-csv.ts';
import {clvToJson, type ShownClv} from './clv-json.ts';
import {type ClvOptions, clvFlags, clvOptions} from './clv-options.ts';
import {type ClvSubject, subjectFromStore} from './clv-subject.ts';
import {clvToTable} from './clv-table.ts';
import type {Command} from './command.ts';
import {assertCurrency, type CommonOptions, checking, commonOptions} from './common-options.ts';
import {parseMoment} from './parse-moment.ts';
import {readClvInput} from './read-clv-input.ts';

/** Some of what was given could not be used. */
const dataRejected = 3;

/** Problems that are told one by one; the others are counted. */
const mostTold = 5;

/** Columns of a line where there is no terminal to ask. */
const pipedWidth = 120;

export const clv: Command = {
	name: 'clv',
	summary: 'What each customer will bring: who still buys, how often, how much, in tiers.',
	flags: clvFlags,
	async run(given) {
		const common = commonOptions(given);
		const options = clvOptions(given);
		return options.input === undefined
			? runOnStore(common, options)
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
	const value = estimateLifetimeValue(subject.histories, options.outlook);
	print(shownOf(subject, value, options, undefined), common);
	return rejected.length > 0 ? dataRejected : 0;
}

function runOnStore(common: CommonOptions, options: ClvOptions): number {
	const store = openStoreToRead(common.database);
	try {
		const zone = common.zone ?? store.zone;
		const momentOf = (flag: string, text: string) =>
			checking(() => {
				try {
					return parseMoment(text, zone);
				} catch (error) {
					throw error instanceof RangeError
						? new RangeError(`${flag} ${error.message}`, {cause: error})
						: error;
				}
			});
		const until = options.until === undefined ? Date.now() : momentOf('--until', options.until);
		assertCurrency(common, store);
		const estimateAt = (moment: number) => {
			const subject = subjectFromStore(store, zone, moment, options.period);
			return {subject, value: estimateLifetimeValue(subject.histories, options.outlook)};
		};
		const now = estimateAt(until);
		let moves: readonly TierMove[] | undefined;
		if (options.movesSince !== undefined) {
			const then = estimateAt(Math.min(until, momentOf('--moves-since', options.movesSince)));
			moves = tierMoves(
				{ids: then.subject.ids, tiers: then.value.customers.tiers},
				{ids: now.subject.ids, tiers: now.value.customers.tiers},
			);
		}
		print(shownOf(now.subject, now.value, options, moves), {
			...common,
			zone,
		});
		return 0;
	} finally {
		store.close();
	}
}

/** The most valuable customers first, equals as they come. */
function shownOf(
	subject: ClvSubject,
	value: LifetimeValue,
	options: ClvOptions,
	moves: readonly TierMove[] | undefined,
): ShownClv {
	const {clv: values, expectedOrders} = value.customers;
	const worth = values ?? expectedOrders ?? subject.histories.frequency;
	const places = Array.from(worth.keys()).sort((one, other) => worth[other]! - worth[one]! || one - other);
	return {subject, value, places: places.slice(0, options.limit), options, moves};
}

function print(shown: ShownClv, {locale, zone}: CommonOptions): void {
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
			console.log(
				clvToTable(shown, {
					formats,
					money: currency === undefined ? plain.format : formats.money,
					width: process.stdout.columns ?? pipedWidth,
				}),
			);
		}
	}
}
