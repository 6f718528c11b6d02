/** One line of the table. The targets are those of the product, "The numbers it must reach". */
export type Row = {
	readonly what: string;
	readonly unit: Unit;
	/** One for each column of the section, or one that belongs to them all; `NaN` where nothing was measured. */
	readonly values: readonly number[];
	/** One for all values, or one each. */
	readonly target?: Target | undefined;
	/** What else belongs to the numbers, such as how often they were measured. */
	readonly note?: string | undefined;
};

export type Unit = 'ms' | '×' | 'lines/s' | 'bytes' | '%' | 'MB';

export type Target = {readonly atMost: readonly number[]} | {readonly atLeast: readonly number[]};

export type Section = {
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly Row[];
};

const digits: Readonly<Record<Unit, number>> = {ms: 2, '×': 2, 'lines/s': 0, bytes: 0, '%': 2, MB: 0};

/** Whether all values reach their targets; absent without a target. */
export function isMet({values, target}: Row): boolean | undefined {
	if (!target) {
		return undefined;
	}
	const limits = 'atMost' in target ? target.atMost : target.atLeast;
	return values.every((value, index) => {
		const limit = limits[index] ?? limits[0]!;
		return Number.isNaN(value) || ('atMost' in target ? value <= limit : value >= limit);
	});
}

/** A section as a table of plain text. */
export function formatSection({title, columns, rows}: Section): string {
	const table = [
		['', '', ...columns, 'target', '', ''],
		...rows.map(row => {
			const met = isMet(row);
			const values = row.values.map(value => formatNumber(value, digits[row.unit]));
			// A single value of a section with several columns belongs to the last and largest.
			const cells = [...Array<string>(Math.max(0, columns.length - values.length)).fill(''), ...values];
			return [
				row.what,
				row.unit,
				...cells,
				row.target ? formatTarget(row.target) : '',
				met === undefined ? '' : met ? 'met' : 'MISSED',
				row.note ?? '',
			];
		}),
	];
	const widths = table[0]!.map((_, column) => Math.max(...table.map(cells => cells[column]!.length)));
	const isNumber = (column: number) => column > 1 && column < columns.length + 2;
	const lines = table.map(cells =>
		cells
			.map((cell, column) =>
				isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
			)
			.join('  ')
			.trimEnd(),
	);
	return [title, ...lines.map(line => `  ${line}`)].join('\n');
}

function formatNumber(value: number, places: number): string {
	return Number.isFinite(value)
		? value.toLocaleString('en', {minimumFractionDigits: places, maximumFractionDigits: places})
		: '-';
}

function formatTarget(target: Target): string {
	const [sign, limits] = 'atMost' in target ? ['≤', target.atMost] : ['≥', target.atLeast];
	return `${sign} ${limits.map(limit => limit.toLocaleString('en')).join(' / ')}`;
}
