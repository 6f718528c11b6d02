import type {Zone} from '../../business-time.ts';
import type {WrittenAmounts} from '../amounts/row-amounts.ts';
import {withReturnSigns} from '../amounts/unsigned-returns.ts';
import {amountsReader, givenBack} from '../amounts/written-amounts.ts';
import {knownShopOf} from '../mapping/known-shops.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {canBeIn, currencyOf} from '../values/currency-of.ts';
import {columnMomentReader} from '../values/moment-reader.ts';
import {presentText} from '../values/present-text.ts';
import {reasonOfMoment} from './reasons.ts';
import {refundReader} from './row-kinds.ts';

/** Reads the amounts of a row with the signs that they are meant to have. */
export function writtenReader(table: TableUnderstanding): (cells: readonly string[]) => WrittenAmounts {
	const asWritten = amountsReader(table, knownShopOf(table.header)?.isOneUnit === true);
	const read = table.hasUnsignedReturns ? withReturnSigns(asWritten) : asWritten;
	const isRefund = refundReader(table);
	return cells => (isRefund(cells) ? givenBack(read(cells)) : read(cells));
}

/** Reads the moment of a row; why it cannot be read; nothing where the row says none. */
export function momentOfRow(table: TableUnderstanding, zone: Zone) {
	const read = columnMomentReader(table, zone);
	const {at, time} = table.columns;
	return (cells: readonly string[]): number | string | undefined => {
		const text = presentText(cells[at ?? -1]);
		if (text === undefined || read === undefined) {
			return undefined;
		}
		const moment = read(text, presentText(cells[time ?? -1]));
		return typeof moment === 'number' ? moment : reasonOfMoment(moment);
	};
}

/** Whether a row can be in the currency of its table, by what it names and by the sign beside its amounts. */
export function currencyTest({currency}: TableUnderstanding) {
	return (named: string | undefined, sign: string | undefined): boolean =>
		named === undefined
			? sign === undefined || currency === undefined || canBeIn(sign, currency)
			: currencyOf(named) === currency;
}
