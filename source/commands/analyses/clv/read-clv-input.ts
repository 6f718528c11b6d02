import Papa from 'papaparse';
import {messageOf} from '../../../message-of.ts';
import {readTextFile} from '../../command-line/read-text-file.ts';
import type {ClvSubject} from './clv-subject.ts';

export type ClvInput = {
	readonly subject: ClvSubject;
	/** Why rows were left out, each with its line. */
	readonly rejected: readonly string[];
};

/** How columns are called, without case and signs: in `lifetimes`, in the papers, and by people. */
const spellings = {
	customer: ['customer', 'customerid', 'customercode', 'id', 'code'],
	frequency: ['frequency', 'x'],
	recency: ['recency', 'tx'],
	age: ['t', 'age'],
	monetary: ['monetary', 'monetaryvalue', 'zbar', 'mx'],
} as const;

type Field = keyof typeof spellings;

/** What data frames call the column that numbers their rows. */
const indexSpellings = ['', 'index', 'unnamed0', 'rownames'];

type Row = {
	readonly code: string;
	readonly frequency: number;
	readonly recency: number;
	readonly age: number;
	readonly monetary: number;
};

/**
 * Reads a summary of customers: frequency, recency, T and optionally monetary, as `lifetimes` writes
 * them, or x, t_x, T and zbar, as the papers do.
 *
 * @throws Error that names the file, and what it lacks
 */
export function readClvInput(file: string): ClvInput {
	const {data} = Papa.parse<string[]>(readTextFile(file));
	const [header = [], ...lines] = data;
	const columns = findColumns(header, file);
	const rows: Row[] = [];
	const rejected: string[] = [];
	for (const [index, cells] of lines.entries()) {
		if (cells.length === 1 && cells[0]!.trim() === '') {
			continue;
		}
		try {
			rows.push(readRow(cells, columns, String(index + 1)));
		} catch (error) {
			// The header is line 1.
			rejected.push(`line ${index + 2}: ${messageOf(error)}`);
		}
	}
	const column = (field: Exclude<keyof Row, 'code'>) => Float64Array.from(rows, row => row[field]);
	const hasMoney = columns.monetary !== undefined;
	return {
		rejected,
		subject: {
			histories: {
				frequency: column('frequency'),
				recency: column('recency'),
				age: column('age'),
				monetary: hasMoney ? column('monetary') : undefined,
				// A summary tells nothing of the first purchase.
				revenue: hasMoney ? Float64Array.from(rows, row => row.monetary * row.frequency) : undefined,
			},
			customers: rows,
			until: undefined,
			currency: undefined,
			money: value => value,
			moneyScale: 1,
		},
	};
}

type Columns = Readonly<Record<'frequency' | 'recency' | 'age', number>> &
	Readonly<Partial<Record<'customer' | 'monetary', number>>>;

function findColumns(header: readonly string[], file: string): Columns {
	const names = header.map(name => name.toLowerCase().replaceAll(/[^a-z\d]/g, ''));
	const find = (wanted: readonly string[]) => {
		const place = names.findIndex(name => wanted.includes(name));
		return place < 0 ? undefined : place;
	};
	const need = (field: Field, shown: string) => {
		const place = find(spellings[field]);
		if (place === undefined) {
			throw new Error(
				`cannot use ${file}: no column is called ${shown}; a summary has the columns frequency, recency, T and perhaps monetary, or x, t_x, T and zbar, and this has ${header.join(', ') || 'none'}`,
			);
		}
		return place;
	};
	const [customer, monetary] = [find(spellings.customer) ?? find(indexSpellings), find(spellings.monetary)];
	return {
		frequency: need('frequency', 'frequency or x'),
		recency: need('recency', 'recency or t_x'),
		age: need('age', 'T'),
		...(customer !== undefined && {customer}),
		...(monetary !== undefined && {monetary}),
	};
}

/** Dates counted in fractions of weeks may differ by a rounding. */
const roundingError = 1e-6;

/** @throws RangeError that says what is wrong with the row */
function readRow(cells: readonly string[], columns: Columns, fallbackCode: string): Row {
	const frequency = readNumber(cells[columns.frequency], 'frequency');
	const recency = readNumber(cells[columns.recency], 'recency');
	const age = readNumber(cells[columns.age], 'T');
	if (!Number.isInteger(frequency) || frequency > 1e6) {
		throw new RangeError(`frequency ${frequency} is not a count of purchases`);
	}
	if (recency > age + roundingError) {
		throw new RangeError(`recency ${recency} is more than T ${age}`);
	}
	if (frequency === 0 && recency > 0) {
		throw new RangeError(
			`recency ${recency} without a repeat purchase; it counts from the first to the last`,
		);
	}
	const code = columns.customer === undefined ? '' : (cells[columns.customer] ?? '').trim();
	return {
		code: code || fallbackCode,
		frequency,
		recency: Math.min(recency, age),
		age,
		// Without repeats there is nothing to take the mean of, and files hold 0, nothing or NaN.
		monetary:
			columns.monetary === undefined || frequency === 0 ? 0 : readNumber(cells[columns.monetary], 'monetary'),
	};
}

function readNumber(text = '', name: string): number {
	const value = /\d/.test(text) ? Number(text) : Number.NaN;
	if (!Number.isFinite(value) || value < 0) {
		throw new RangeError(`${name} "${text}" is not a number from 0 up`);
	}
	return value;
}
