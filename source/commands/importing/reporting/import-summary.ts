import {type Formats, printable} from '../../../format.ts';
import type {ImportedLine} from '../../../imported-line.ts';
import {moneyToDecimal} from '../../../money.ts';
import type {ImportAccount, Reconciliation} from '../../../store/importing/import-log.ts';
import {type RowField, rowsText} from '../../command-line/print-rows.ts';
import type {ImportResult} from '../import-source.ts';

/** What became of a source as one line of JSON, a contract that users script against. */
export function importJson(result: ImportResult): string {
	const {source, format, encoding, mapping, decisions, rows, amount, repaired, updated, elapsedMs} = result;
	return JSON.stringify({
		source,
		format,
		encoding,
		mapping,
		...rows,
		amount: decimals(amount),
		repaired,
		updated,
		decisions,
		elapsedMs: Math.round(elapsedMs),
	});
}

/** A source of which somebody stopped the import as one line of JSON. */
export function importedSoFarJson(source: string, {rows, amount, repaired}: ImportAccount): string {
	return JSON.stringify({source, stopped: true, ...rows, amount: decimals(amount), repaired});
}

function decimals({read, loaded, duplicate, rejected}: Reconciliation) {
	return {
		read: moneyToDecimal(read),
		loaded: moneyToDecimal(loaded),
		duplicate: moneyToDecimal(duplicate),
		rejected: moneyToDecimal(rejected),
	};
}

/** A source of which nothing could be read as one line of JSON, with the same counts. */
export function failureJson(source: string, error: string): string {
	return JSON.stringify({source, error, read: 0, loaded: 0, duplicate: 0, rejected: 0});
}

/**
 * What became of a source, to be read.
 *
 * @param before the source before it, of which is not said again what is the same
 */
export function importText(result: ImportResult, before: ImportResult | undefined, formats: Formats): string {
	const columns = Object.entries(result.mapping).map(([field, header]) => `${field} ← ${header}`);
	const reasons = [...result.reasons]
		.sort(([, one], [, other]) => other - one)
		.map(([reason, count]) => `    ${formats.count(count)} × ${reason}`);
	return [
		`${result.source}: ${formats.count(result.rows.read)} rows in ${seconds(result.elapsedMs)}`,
		...(isUnderstoodAs(result, before)
			? []
			: [
					`  ${howWritten(result)}: ${columns.join(', ')}`,
					...result.decisions.map(decision => `  ${printable(decision)}`),
				]),
		...reconciliation(result, formats),
		...reasons,
		...(result.repaired > 0
			? [`  ${formats.count(result.repaired)} of those loaded were repaired from the rest of the row`]
			: []),
	].join('\n');
}

/** The format, with what is unusual about it: `CSV, separated by ;, Windows-1252`. */
function howWritten({format, delimiter, encoding}: ImportResult): string {
	return [
		format.toUpperCase(),
		...(format === 'csv' && delimiter !== ',' ? [`separated by ${delimiter}`] : []),
		...(encoding === undefined || encoding === 'UTF-8' ? [] : [encoding]),
	].join(', ');
}

function isUnderstoodAs(result: ImportResult, before: ImportResult | undefined): boolean {
	const decisionsOf = (each: ImportResult) =>
		JSON.stringify([howWritten(each), each.mapping, each.decisions]);
	return before !== undefined && decisionsOf(before) === decisionsOf(result);
}

/** The sums over several sources. */
export function importTotalText(results: readonly ImportResult[], formats: Formats): string {
	const total = {rows: sum(results.map(({rows}) => rows)), amount: sum(results.map(({amount}) => amount))};
	const elapsedMs = results.reduce((all, result) => all + result.elapsedMs, 0);
	return [
		`All ${formats.count(results.length)} sources: ${formats.count(total.rows.read)} rows in ${seconds(elapsedMs)}`,
		...reconciliation(total, formats),
	].join('\n');
}

function reconciliation(
	{rows, amount}: {readonly rows: Reconciliation; readonly amount: Reconciliation},
	formats: Formats,
): string[] {
	const parts = ['read', 'loaded', 'duplicate', 'rejected'] as const;
	const counts = parts.map(part => formats.count(rows[part]));
	const amounts = parts.map(part => formats.money(amount[part]));
	const countWidth = Math.max(...counts.map(count => count.length));
	const amountWidth = Math.max(...amounts.map(text => text.length));
	return parts.map(
		(part, index) =>
			`  ${part.padEnd(9)}  ${counts[index]!.padStart(countWidth)}  ${amounts[index]!.padStart(amountWidth)}`,
	);
}

function sum(parts: readonly Reconciliation[]): Reconciliation {
	const total = {read: 0, loaded: 0, duplicate: 0, rejected: 0};
	for (const {read, loaded, duplicate, rejected} of parts) {
		total.read += read;
		total.loaded += loaded;
		total.duplicate += duplicate;
		total.rejected += rejected;
	}
	return total;
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}

/** The first lines of a source as they are loaded. */
export function firstLinesText(
	lines: readonly ImportedLine[],
	{money, count, fullDate, time}: Formats,
): string {
	const fields: readonly RowField<ImportedLine>[] = [
		{name: 'order', title: 'order', kind: 'name', value: ({order}) => order},
		{name: 'at', title: 'at', kind: 'word', value: ({at}) => `${fullDate(at)} ${time(at)}`},
		{name: 'product', title: 'product', kind: 'name', value: ({product}) => product},
		{name: 'productName', title: 'name', kind: 'name', rank: 3, value: ({productName}) => productName},
		{name: 'quantity', title: 'units', value: ({quantity}) => count(quantity)},
		{name: 'unitPrice', title: 'price', value: ({unitPrice}) => money(unitPrice)},
		{name: 'discount', title: 'discount', rank: 2, value: ({discount}) => money(discount)},
		{name: 'amount', title: 'amount', value: ({amount}) => money(amount)},
		{name: 'customer', title: 'customer', kind: 'name', rank: 1, value: ({customer}) => customer},
		{name: 'region', title: 'region', kind: 'name', rank: 2, value: ({region}) => region},
		{name: 'repair', title: 'repaired', kind: 'word', rank: 4, value: ({repair}) => repair},
	];
	const told = fields.filter(({value}) => lines.some(line => value(line) !== undefined));
	return rowsText(lines, told, 'table')
		.split('\n')
		.map(line => `    ${line}`)
		.join('\n');
}
