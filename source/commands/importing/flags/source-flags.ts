import type {DiscountKind} from '../../../ingest/amounts/amount-rule.ts';
import {type AskedEncoding, knownEncodings} from '../../../ingest/encoding/encodings.ts';
import {constantsIn} from '../../../ingest/formats/constant-columns.ts';
import type {TableOptions} from '../../../ingest/formats/open-tables.ts';
import type {AskedUnderstanding} from '../../../ingest/understanding/table-understanding.ts';
import type {DateOrder} from '../../../ingest/values/date-parts.ts';
import type {Flags, Given} from '../../command-line/command.ts';
import {parseMapping} from './parse-mapping.ts';
import {loadMapping, saveMapping} from './saved-mappings.ts';

/** How a source is to be understood. */
export const sourceFlags = {
	map: {
		type: 'string',
		value: 'FIELD=COLUMN,…',
		about:
			"which columns hold what, such as order=InvoiceNo,product=StockCode; store='Lyon' is so in all rows",
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
		about: 'load orders too that are cancelled, failed, refunded, voided, drafts or not paid',
	},
	sheet: {type: 'string', value: 'NAME', about: 'sheet of a workbook, by name or number (those with sales)'},
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

const {sheet: _, saveMapping: __, ...pipedFlags} = sourceFlags;

/** How what is piped in is to be understood. */
export const pipedSourceFlags: Flags = pipedFlags;

/** What the flags say of the columns, the saved mapping below what is given beside it. */
export function askedOf(given: Given): AskedUnderstanding {
	const name = given.text('mapping');
	const saved = name === undefined ? {} : loadMapping(name);
	const map = given.text('map');
	const said = map === undefined ? {} : parseMapping(map);
	// The parser has let only these orders and kinds through.
	const dateOrder = (given.text('dateOrder') as DateOrder | undefined) ?? saved.dateOrder;
	const decimal = given.text('decimal');
	const asked: AskedUnderstanding = {
		columns: {...saved.columns, ...said.columns},
		discount: (given.text('discountKind') as DiscountKind | undefined) ?? said.discount ?? saved.discount,
		dateOrder,
		decimal: decimal === undefined ? saved.decimal : decimal === 'comma' ? ',' : '.',
	};
	const saveAs = given.text('saveMapping');
	if (saveAs !== undefined && !given.has('dryRun')) {
		saveMapping(saveAs, asked);
	}
	return {...asked, allStates: given.has('allStates')};
}

/** What the flags say of a text, and of how its columns are to be understood. */
export function textOptionsOf(
	given: Given,
	{columns = {}}: AskedUnderstanding,
): Pick<TableOptions, 'encoding' | 'hasNoHeader' | 'constants'> {
	return {
		constants: constantsIn(columns),
		hasNoHeader: given.has('noHeader'),
		// The parser has let only these through.
		encoding: given.text('encoding') as AskedEncoding | undefined,
	};
}
