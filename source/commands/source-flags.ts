import {knownEncodings} from '../ingest/encoding/encodings.ts';
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
		about: 'keep what --map, --date-order, --decimal and --discount-kind say under that name',
	},
	dateOrder: {
		type: 'string',
		choices: ['dmy', 'mdy'],
		about: 'whether 5/3 is 5 March or May the third (as the whole column shows)',
	},
	decimal: {
		type: 'string',
		choices: ['point', 'comma'],
		about: 'what stands before the decimals, so that 1.250 is clear (as the whole source shows)',
	},
	discountKind: {
		type: 'string',
		choices: ['amount', 'percent', 'fraction'],
		about: 'whether a discount of 10 is money or 10 %, or one of 0.1 is 10 % (as the rows show)',
	},
	allStates: {
		type: 'boolean',
		about: 'load orders too that are cancelled, failed, refunded or voided',
	},
	sheet: {type: 'string', value: 'NAME', about: 'sheet of a workbook, by name or number (the first)'},
	noHeader: {
		type: 'boolean',
		about: 'the first row of a text is a sale; columns go by their numbers, as in --map order=1,product=3',
	},
	encoding: {
		type: 'string',
		choices: knownEncodings,
		about: 'how a text is encoded (UTF-8, UTF-16 or Windows-1252, as its bytes show)',
	},
} as const satisfies Flags;
