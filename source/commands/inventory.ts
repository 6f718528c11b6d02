import {namedMoment} from '../parse-moment.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {type Command, UsageError} from './command.ts';
import {checking, commonOptions, maskFlag, printFormatsFor} from './common-options.ts';
import {inventoryFlags, inventoryRule} from './inventory-options.ts';
import {inventoryText} from './inventory-output.ts';
import {inventoryOfStore} from './inventory-report.ts';
import {maskPrinted} from './mask-printed.ts';
import type {RowFormat} from './print-rows.ts';

const tableRows = 20;

export const inventory: Command = {
	name: 'inventory',
	summary: 'How long stock lasts, what to order and how much, dead stock, and revenue at risk',
	flags: {...inventoryFlags, mask: maskFlag},
	async run(given) {
		const common = commonOptions(given);
		const rule = inventoryRule(given);
		const asOf = given.text('asOf');
		// The parser has let only these names through.
		const format = (given.text('format') ?? 'table') as RowFormat;
		const isForPeople = format === 'table' || format === 'md';
		const limit = parseLimit(given.text('limit')) ?? (isForPeople ? tableRows : Number.POSITIVE_INFINITY);
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const moment = asOf === undefined ? Date.now() : checking(() => namedMoment('--as-of', asOf, zone));
			const style = {zone, formats: printFormatsFor(common, store)};
			const text = inventoryText(inventoryOfStore(store, moment, rule), style, format, limit);
			console.log(common.isMasked ? maskPrinted(text, format) : text);
			return 0;
		} finally {
			store.close();
		}
	},
};

function parseLimit(text: string | undefined): number | undefined {
	if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text.trim())) {
		throw new UsageError(`--limit ${text}: write a whole number from 1 on, such as ${tableRows}`);
	}
	return text === undefined ? undefined : Number(text);
}
