import {namedMoment} from '../parse-moment.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {inventoryResult} from './analyses/inventory/inventory-analysis.ts';
import {inventoryFlags, inventoryRule} from './analyses/inventory/inventory-options.ts';
import {inventoryText} from './analyses/inventory/inventory-output.ts';
import {inventoryOfStore} from './analyses/inventory/inventory-report.ts';
import {givenFlags, keepFound} from './analyses/keep-found.ts';
import type {Command} from './command-line/command.ts';
import {
	checking,
	commonOptions,
	formatsFor,
	maskFlag,
	printFormatsFor,
} from './command-line/common-options.ts';
import {maskPrinted} from './command-line/mask-printed.ts';
import type {RowFormat} from './command-line/print-rows.ts';
import {wholeNumber} from './command-line/whole-number.ts';

const tableRows = 20;

export const inventory: Command = {
	name: 'inventory',
	summary: 'How long stock lasts, what to order and how much, dead stock, and revenue at risk',
	flags: {...inventoryFlags, mask: maskFlag},
	examples: [
		['salesmon inventory', 'what to order now, and what lies dead'],
		['salesmon inventory --lead-time 2w --service-level 98%', 'for goods that are two weeks on their way'],
		['salesmon inventory --format csv > order.csv', 'every product, for a spreadsheet'],
	],
	async run(given) {
		const common = commonOptions(given);
		const rule = inventoryRule(given);
		const asOf = given.text('asOf');
		// The parser has let only these names through.
		const format = (given.text('format') ?? 'table') as RowFormat;
		const isForPeople = format === 'table' || format === 'md';
		const limit =
			wholeNumber(given, 'limit', {example: tableRows}) ??
			(isForPeople ? tableRows : Number.POSITIVE_INFINITY);
		const startedAt = Date.now();
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const moment = asOf === undefined ? startedAt : checking(() => namedMoment('--as-of', asOf, zone));
			const style = {zone, formats: printFormatsFor(common, store)};
			const report = inventoryOfStore(store, moment, rule);
			const text = inventoryText(report, style, format, limit);
			console.log(common.isMasked ? maskPrinted(text, format) : text);
			keepFound(
				given,
				common,
				{store, zone},
				{
					...{what: 'inventory', asOf: moment, startedAt},
					inputs: {
						command: 'inventory',
						flags: givenFlags(given, ['leadTime', 'serviceLevel', 'review', 'deadAfter', 'limit']),
					},
					found: inventoryResult(store, report, {zone, formats: formatsFor(common, store)}, limit),
				},
			);
			return 0;
		} finally {
			store.close();
		}
	},
};
