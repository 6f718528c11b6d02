import {
	type ExplainedBy,
	type ExplainedChange,
	type ExplainedRow,
	explainedBy,
} from '../../../dashboard/explain-change.ts';
import type {Formats} from '../../../format.ts';
import {moneyToDecimal} from '../../../money.ts';
import {changeInWords} from '../../../views/words/change-words.ts';
import {type RowField, type RowFormat, rowObjects, rowsText} from '../../command-line/print-rows.ts';

/** An explained change as text, without a line end. */
export function whyText(
	change: ExplainedChange,
	formats: Formats,
	format: RowFormat,
	only: ExplainedBy | undefined,
): string {
	const splits = only === undefined ? explainedBy : [only];
	switch (format) {
		case 'json':
			return JSON.stringify(whyJson(change, formats));
		case 'ndjson':
		case 'csv': {
			const rows =
				change.status === 'ready' ? splits.flatMap(by => change.by[by].map(row => ({...row, by}))) : [];
			return rowsText(
				rows,
				[{name: 'by', title: 'By', value: row => row.by}, ...fieldsOf('Name', formats)],
				format,
			);
		}
		case 'md':
		case 'table': {
			if (change.status === 'collecting') {
				return changeInWords(change, formats).join('\n');
			}
			const {total} = change;
			const tables = splits.map(by =>
				rowsText([...change.by[by], {...total, name: 'all'}], fieldsOf(titles[by], formats), format),
			);
			return [changeInWords(change, formats).join('\n'), ...tables].join('\n\n');
		}
	}
}

const titles: Readonly<Record<ExplainedBy, string>> = {
	category: 'Category',
	region: 'Region',
	customers: 'Customers',
};

const amounts = ['before', 'after', 'change', 'volume', 'price', 'mix', 'returns'] as const;

const headOf = {
	before: 'Before',
	after: 'After',
	change: 'Change',
	volume: 'Volume',
	price: 'Price',
	mix: 'Mix',
	returns: 'Returns',
};

function fieldsOf(title: string, formats: Formats): readonly RowField<ExplainedRow>[] {
	return [
		{name: 'name', title, value: row => row.name, kind: 'name'},
		...amounts.map(
			(amount): RowField<ExplainedRow> => ({
				name: amount,
				title: headOf[amount],
				value: row => moneyToDecimal(row[amount]),
				text: row => formats.money(row[amount]),
				rank: amount === 'before' || amount === 'after' ? 1 : 0,
			}),
		),
	];
}

/** The contract that users script against; money as decimal strings. */
export function whyJson(change: ExplainedChange, formats: Formats) {
	const iso = ({from, to}: ExplainedChange['span']) => ({
		from: new Date(from).toISOString(),
		to: new Date(to).toISOString(),
	});
	const head = {
		status: change.status,
		span: iso(change.span),
		against: iso(change.against),
		tz: formats.zoneName,
		currency: formats.currency,
	};
	if (change.status === 'collecting') {
		return {...head, missing: change.missing};
	}
	const rows = (split: readonly ExplainedRow[]) => rowObjects(split, fieldsOf('', formats));
	const {name: _, ...total} = rows([{...change.total, name: ''}])[0]!;
	return {
		...head,
		orders: change.orders,
		total,
		volumeByOrders: moneyToDecimal(change.volumeByOrders),
		volumeByBasket: moneyToDecimal(change.volumeByBasket),
		byCategory: rows(change.by.category),
		byRegion: rows(change.by.region),
		byCustomers: rows(change.by.customers),
		words: changeInWords(change, formats),
	};
}
