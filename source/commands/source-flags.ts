import type {Flags} from './command.ts';

/** How a source is to be understood. */
export const sourceFlags = {
	map: {
		type: 'string',
		value: 'FIELD=COLUMN,…',
		about: 'which columns hold what, such as order=InvoiceNo,product=StockCode',
	},
	mapping: {type: 'string', value: 'NAME', about: 'the columns as they were saved under that name'},
	saveMapping: {
		type: 'string',
		value: 'NAME',
		about: 'keep what --map and --date-order say under that name',
	},
	dateOrder: {
		type: 'string',
		choices: ['dmy', 'mdy'],
		about: 'whether 5/3 is 5 March or May the third (as the whole column shows)',
	},
	allStates: {
		type: 'boolean',
		about: 'load orders too that are cancelled, failed, refunded or voided',
	},
	sheet: {type: 'string', value: 'NAME', about: 'sheet of a workbook, by name or number (the first)'},
} as const satisfies Flags;
